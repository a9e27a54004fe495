import { ConnectorFault } from '../ConnectorFault';
import type { ScoreWrite, SourceSettings, WriteOutcome } from '../Source';
import type { Call } from '../Wire';
import { dataPath } from './dataPath';
import { findAccounts } from './findAccounts';
import { itemOutcome, type ItemAnswer } from './itemOutcome';

function keyFault(keyField: string, accountId: string, count: number): ConnectorFault {
	const none = count === 0;
	return new ConnectorFault({
		faultClass: 'poison',
		code: none ? 'salesforce-account-missing' : 'salesforce-account-twice',
		message:
			keyField === ''
				? `Account '${accountId}' has no Salesforce id, and no key field is set to find it by.`
				: `${none ? 'No account' : `${count} accounts`} in Salesforce with ${keyField} '${accountId}'.`,
		remedy: none
			? 'Hand in the account items of "get accounts" on the second input, or fill the key field in Salesforce. Accounts are never created.'
			: 'Merge the accounts in Salesforce, so that the key is unique.',
		status: null,
	});
}

/** Vendor ids of rows that came without one, by our key. A fault where there is not exactly one account. */
async function findIds(
	call: Call,
	keyField: string,
	rows: readonly ScoreWrite[],
): Promise<ReadonlyMap<string, string | ConnectorFault>> {
	const wanted = rows.filter((row) => row.externalId === null).map((row) => row.accountId);
	if (wanted.length === 0) return new Map();
	const found = keyField === '' ? [] : await findAccounts(call, [], keyField, wanted);
	return new Map(
		wanted.map((accountId) => {
			const matches = found.filter((record) => record.fields[keyField] === accountId);
			const [first] = matches;
			return [
				accountId,
				first !== undefined && matches.length === 1
					? first.id
					: keyFault(keyField, accountId, matches.length),
			];
		}),
	);
}

/**
 * Writes up to 200 rows with one call, each accepted or refused by itself (`allOrNone: false`). Always by Id: a row without one is looked
 * up by the key field first, because an upsert by external id would create an account for every key that nobody has.
 */
export async function writeScores(
	call: Call,
	settings: SourceSettings,
	rows: readonly ScoreWrite[],
): Promise<readonly WriteOutcome[]> {
	const found = await findIds(call, settings.keyField, rows);
	const targets = rows.map(
		(row) => row.externalId ?? found.get(row.accountId) ?? keyFault(settings.keyField, row.accountId, 0),
	);
	const records = rows.flatMap((row, index) => {
		const id = targets[index];
		return typeof id === 'string' ? [{ attributes: { type: 'Account' }, id, ...row.fields }] : [];
	});
	const answer =
		records.length === 0
			? { body: [] }
			: await call({
					method: 'PATCH',
					path: dataPath('/composite/sobjects'),
					body: { allOrNone: false, records },
					idempotent: true,
				});
	const items = (Array.isArray(answer.body) ? answer.body : []) as readonly ItemAnswer[];
	let next = 0;
	return targets.map((target) =>
		typeof target === 'string'
			? itemOutcome(items[next++], `Account ${target}`)
			: { ok: false, fault: target },
	);
}
