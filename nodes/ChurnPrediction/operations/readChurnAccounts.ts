import type { IDataObject } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { readField } from '../../../shared/fields/readField';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import type { InputRow } from '../../../shared/n8n/listRows';

/** An account of the Items input. */
export interface ChurnAccount {
	/** Index of its item. */
	readonly item: number;
	readonly accountId: string;
	readonly row: IDataObject;
}

export interface ChurnAccounts {
	readonly accounts: readonly ChurnAccount[];
	/** Items without an account, and repeated ones. */
	readonly faults: readonly BatchRow[];
	/** Accounts left out on purpose, by reason. */
	readonly left: Readonly<Record<string, number>>;
}

const noAccount = (field: string): Issue => ({
	code: 'no-account-id',
	path: field,
	message: `The item has no '${field}'.`,
	remedy:
		'Connect rows of the table cs_accounts to the first input, or name the field that identifies an account in the option "Account Column".',
	severity: 'error',
});

const repeated = (accountId: string): Issue => ({
	code: 'repeated-account-id',
	path: 'account_id',
	message: `The account ${accountId} came before in this run; its first item counts, this one is left out.`,
	remedy: 'Remove the duplicate at its source, or give it an ID of its own.',
	severity: 'error',
});

/**
 * Reads the accounts of the first input, one row each.
 *
 * @param reasonToLeave why an account is none to look at (churned, deleted, ...), or null
 */
export function readChurnAccounts(
	rows: readonly InputRow[],
	field: string,
	reasonToLeave: (accountId: string, row: IDataObject) => string | null,
): ChurnAccounts {
	const accounts: ChurnAccount[] = [];
	const faults: BatchRow[] = [];
	const left: Record<string, number> = {};
	const seen = new Set<string>();
	for (const { json, item } of rows) {
		const id = readField(json, field);
		if (id === null || typeof id === 'object') {
			faults.push({ json: {}, from: item, fault: noAccount(field) });
			continue;
		}
		const accountId = String(id);
		if (seen.has(accountId)) {
			faults.push({ json: { account_id: accountId }, from: item, fault: repeated(accountId) });
			continue;
		}
		seen.add(accountId);
		const reason = reasonToLeave(accountId, json);
		if (reason !== null) left[reason] = (left[reason] ?? 0) + 1;
		else accounts.push({ item, accountId, row: json });
	}
	return { accounts, faults, left };
}
