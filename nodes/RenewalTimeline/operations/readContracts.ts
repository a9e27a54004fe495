import type { IDataObject } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import type { Contract } from '../../../scoring/renewal/Contract';
import { readContract } from '../../../scoring/renewal/readContract';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import type { InputRow } from '../readRows';

export interface ReadContracts {
	readonly contracts: readonly Contract[];
	/** Index of the item that each contract came in, in the same order. */
	readonly from: readonly number[];
	/** Accounts among the items, which are records too. */
	readonly accounts: readonly IDataObject[];
	readonly faults: readonly BatchRow[];
	readonly warnings: readonly Issue[];
	/** Rows that are neither contract nor account. */
	readonly skipped: number;
}

const filled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** A row that says of an account when it renews, but knows no contract: one contract of that account, which ends on that day. */
function contractOfAccount(row: IDataObject): IDataObject | null {
	if (filled(row.contract_id) || !filled(row.account_id) || !filled(row.renewal_on)) return null;
	return {
		contract_id: `account:${String(row.account_id)}`,
		account_id: row.account_id,
		ends_on: row.renewal_on,
		status: row.deleted === true || row.lifecycle_stage === 'churned' ? 'ended' : 'active',
	};
}

/** Sorts the items into contracts that can be planned, each once, and faults that name their item. */
export function readContracts(rows: readonly InputRow[]): ReadContracts {
	const contracts: Contract[] = [];
	const from: number[] = [];
	const accounts: IDataObject[] = [];
	const faults: BatchRow[] = [];
	const warnings: Issue[] = [];
	const seen = new Set<string>();
	let skipped = 0;
	for (const { row, from: item } of rows) {
		const made = contractOfAccount(row);
		if (made !== null) accounts.push(row);
		if (made === null && (filled(row.line_id) || (!filled(row.contract_id) && !filled(row.ends_on)))) {
			skipped++;
			continue;
		}
		const read = readContract(made ?? row);
		const known: IDataObject = { contract_id: row.contract_id ?? null, account_id: row.account_id ?? null };
		if (!read.ok) faults.push({ json: known, from: item, fault: read.issues });
		else if (seen.has(read.value.contractId))
			faults.push({ json: known, from: item, fault: twice(read.value) });
		else {
			seen.add(read.value.contractId);
			contracts.push(read.value);
			from.push(item);
			warnings.push(...read.warnings);
		}
	}
	return { contracts, from, accounts, faults, warnings, skipped };
}

const twice = ({ contractId }: Contract): Issue => ({
	code: 'duplicate-contract',
	path: 'contract_id',
	message: `Contract ${contractId} came in twice; the first row is planned.`,
	remedy: 'Send each contract once: the newest row of it.',
	severity: 'error',
});
