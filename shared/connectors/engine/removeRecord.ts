import type { CanonicalObject } from '../../../scoring/core/CanonicalModel';
import { modelOf } from '../../../scoring/core/modelOf';
import type { RawRecord, SourceObject, SourceRow } from '../Source';
import { accountIdOf } from './accountIdOf';
import type { ReadContext } from './ReadContext';

const ROW_OF: Readonly<Record<SourceObject, CanonicalObject>> = {
	accounts: 'accounts',
	contacts: 'contacts',
	deals: 'opportunities',
	interactions: 'interactions',
	invoices: 'invoices',
	people: 'people',
	subscriptions: 'contracts',
	tasks: 'tasks',
	tickets: 'tickets',
	usage: 'usage',
};

/**
 * Rows for a record that was deleted or merged away: its key, and for an account `deleted`. A merged account gives an alias row besides, which points its
 * vendor id to the survivor; when both had one account id nothing is deleted. A row without a key of its own (usage) gives none.
 */
export async function removeRecord(context: ReadContext, record: RawRecord): Promise<SourceRow[]> {
	const { source, settings, accounts, object } = context.options;
	const { id: externalId, updatedAt } = record;
	const rest = { externalId, writtenHash: null, raw: {}, removed: true };
	if (object !== 'accounts') {
		const { key } = modelOf(ROW_OF[object]);
		const [name = ''] = key;
		if (key.length !== 1) return [];
		return [{ ...rest, object: ROW_OF[object], row: { [name]: `${source.id}:${externalId}` } }];
	}
	const accountId = accountIdOf(source.id, settings, record, accounts).accountId;
	if (accountId === null) return [];
	const rows: SourceRow[] = [];
	const survivor = record.mergedInto ?? null;
	if (survivor !== null) await context.finder.find([survivor]);
	const survivorId = survivor === null ? null : context.finder.idOf(survivor);
	if (survivorId !== null) {
		accounts.enterMerged(externalId, survivorId);
		const alias = {
			system: source.id,
			external_id: externalId,
			account_id: survivorId,
			merged_at: updatedAt,
		};
		rows.push({ object: 'aliases', row: alias, externalId, writtenHash: null, raw: {} });
	}
	const holder = accounts.externalIdOf(accountId);
	// The id lives on in another record: the account is not gone.
	if (accountId === survivorId || (holder !== null && holder !== externalId)) return rows;
	const row = { account_id: accountId, deleted: true, source: source.id, source_updated_at: updatedAt };
	return [{ ...rest, object: 'accounts', row }, ...rows];
}
