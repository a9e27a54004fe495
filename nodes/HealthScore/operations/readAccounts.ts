import type { INodeExecutionData } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import type { AccountRecords } from '../../../scoring/measures/Records';
import { readField } from '../../../shared/fields/readField';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { observe } from './observe';
import type { ObservedAccount } from './ObservedAccount';
import { readAccount } from './readAccount';
import type { Scoring } from './readScoring';
import type { ScoreTally } from './ScoreTally';

const NO_ACCOUNT: Issue = {
	code: 'no-account-id',
	path: 'account_id',
	message: 'The item has no account ID.',
	remedy:
		'Choose the "Field Names" that match your items, or add the field that identifies an account under "Other Field Names" with the meaning account_id.',
	severity: 'error',
};

const repeatedAccount = (accountId: string): Issue => ({
	code: 'repeated-account-id',
	path: 'account_id',
	message: `The account ${accountId} came before in this run; its first item is scored, this one is left out.`,
	remedy: 'Remove the duplicate at its source, or give it an ID of its own.',
	severity: 'error',
});

export const isAccount = (next: ObservedAccount | BatchRow): next is ObservedAccount =>
	'observations' in next;

/**
 * Reads account items one by one: what was observed of them, or a fault for an item without an account. Deleted accounts are
 * skipped and counted.
 *
 * @param peersBy meaning of the field that groups peers, or null when nothing is compared with peers
 */
export function* readAccounts(
	items: readonly INodeExecutionData[],
	scoring: Scoring,
	records: ReadonlyMap<string, AccountRecords>,
	peersBy: string | null,
	tally: ScoreTally,
): Generator<ObservedAccount | BatchRow> {
	for (const [index, { json }] of items.entries()) {
		tally.read++;
		const account = readAccount(json, scoring.names);
		const { accountId } = account;
		if (accountId === null) {
			tally.skip('no account ID');
			yield { json: {}, from: index, fault: NO_ACCOUNT };
			continue;
		}
		if (account.row.deleted === true) {
			tally.skip('deleted');
			continue;
		}
		if (!tally.isFirst(accountId)) {
			tally.skip('repeated account ID');
			yield { json: { account_id: accountId }, from: index, fault: repeatedAccount(accountId) };
			continue;
		}
		const own = records.get(accountId) ?? null;
		yield {
			index,
			account,
			accountId,
			records: own,
			observations: observe(scoring, account, own, scoring.asOf.until, json),
			group: peersBy === null ? '' : String(readField(json, scoring.names.of(peersBy))),
		};
	}
}
