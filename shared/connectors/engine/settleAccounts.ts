import type { RawRecord } from '../Source';
import { accountIdOf } from './accountIdOf';
import type { PageInput, ReadContext, ShapedPage } from './ReadContext';
import { writeDeadLetter } from './writeDeadLetter';

/** A record that may go on, with our account id when it is an account. */
export interface SettledRecord {
	readonly record: RawRecord;
	readonly accountId: string | null;
}

/**
 * Gives every account record its id and enters it in the directory. Of two records with one key the first one keeps it; the second becomes a dead
 * letter that names both, unless the first is gone at the vendor. Records of other objects pass.
 */
export async function settleAccounts(
	context: ReadContext,
	{ records }: PageInput,
	page: ShapedPage,
): Promise<SettledRecord[]> {
	const { source, settings, accounts, object, clock } = context.options;
	if (object !== 'accounts') return records.map((record) => ({ record, accountId: null }));
	const settled: SettledRecord[] = [];
	const refuse = (record: RawRecord, letterClass: string, code: string, message: string, remedy: string) => {
		page.problems.push(
			writeDeadLetter({
				source: source.id,
				object,
				externalId: record.id,
				payload: record,
				letterClass,
				code,
				message,
				remedy,
				attempts: 1,
				now: clock.now(),
			}),
		);
	};
	for (const record of records) {
		const before = accounts.accountIdOf(record.id);
		const { accountId, fault } = accountIdOf(source.id, settings, record, accounts);
		if (accountId === null) {
			const message = `The ${source.label} account ${record.id} was left out: ${fault ?? 'it has no id'}.`;
			refuse(record, 'invalid', 'account-key-unusable', message, `Correct '${settings.keyField}' there.`);
			continue;
		}
		const holder = accounts.claim(record.id, accountId);
		if (holder !== null) {
			if (context.met.has(holder) || (await context.finder.isThere(holder))) {
				const message = `The ${source.label} accounts ${holder} and ${record.id} have the same '${settings.keyField}'; ${record.id} was left out.`;
				const remedy = 'Merge the two there, or give one of them another key.';
				refuse(record, 'duplicate', 'account-key-twice', message, remedy);
				continue;
			}
			accounts.move(record.id, accountId);
		}
		if (before !== null && before !== accountId && !context.told.has('account-key-changed')) {
			context.told.add('account-key-changed');
			page.issues.push({
				code: 'account-key-changed',
				path: settings.keyField,
				message: `The ${source.label} account ${record.id} now has another '${settings.keyField}' than in the last run: it counts as a new account.`,
				remedy: 'If that was not meant, put the old key back; else add a row to cs_aliases.',
				severity: 'warning',
			});
		}
		settled.push({ record, accountId });
	}
	return settled;
}
