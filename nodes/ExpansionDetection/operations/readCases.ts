import type { INodeExecutionData } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { joinDeals } from '../../../scoring/expansion/joinDeals';
import { readUsageWindow } from '../../../scoring/expansion/readUsageWindow';
import { NO_RECORDS } from '../../../scoring/measures/groupRecords';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows } from '../../../shared/n8n/listRows';
import type { ExpansionCase } from './ExpansionCase';
import type { SortedRecords } from './sortRecords';

const fault = (code: string, message: string, remedy: string): Issue => ({
	code,
	path: 'account_id',
	message,
	remedy,
	severity: 'error',
});

export interface ReadCases {
	readonly cases: readonly ExpansionCase[];
	readonly faults: readonly BatchRow[];
	readonly deleted: number;
	readonly read: number;
}

/** Account items with their records; a fault for an item without an account, and for one that came before. Deleted accounts are counted. */
export function readCases(
	items: readonly INodeExecutionData[],
	records: SortedRecords,
	scores: SortedRecords['scores'],
	until: string,
): ReadCases {
	const cases: ExpansionCase[] = [];
	const faults: BatchRow[] = [];
	const seen = new Set<string>();
	let [read, deleted] = [0, 0];
	for (const { json: account, item: index } of listRows(items)) {
		read++;
		const accountId = String(account.account_id ?? '');
		if (accountId === '') {
			const remedy = 'Connect rows of cs_accounts, or name the field that identifies an account account_id.';
			faults.push({
				json: {},
				from: index,
				fault: fault('no-account-id', 'The item has no account ID.', remedy),
			});
			continue;
		}
		if (seen.has(accountId)) {
			const message = `The account ${accountId} came before in this run; its first item is used, this one is left out.`;
			const again = fault('repeated-account-id', message, 'Remove the duplicate at its source.');
			faults.push({ json: { account_id: accountId }, from: index, fault: again });
			continue;
		}
		seen.add(accountId);
		if (account.deleted === true) {
			deleted++;
			continue;
		}
		const own = records.byAccount.get(accountId) ?? NO_RECORDS;
		const known = scores.get(accountId);
		cases.push({
			index,
			accountId,
			account,
			records: own,
			events: records.events.get(accountId) ?? [],
			measures: measureAccount(account, own, until, true),
			window: readUsageWindow(own.usage, until),
			asOf: until,
			health: known?.health ?? null,
			churn: known?.churn ?? known?.churn_risk ?? null,
			...joinDeals(own.opportunities),
		});
	}
	return { cases, faults, deleted, read };
}
