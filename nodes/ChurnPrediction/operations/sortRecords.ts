import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { RateRow } from '../../../scoring/core/convertMoney';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import { recordKind } from '../../../scoring/measures/recordKind';
import type { AccountRecords } from '../../../scoring/measures/Records';
import { listRows } from '../../../shared/n8n/listRows';
import { readInput } from '../../../shared/n8n/readInput';

/** Index of the Records input. */
const RECORDS = 2;

/** What stands on the Records input, sorted by table. */
export interface SortedRecords {
	/** Rows of the history tables by account id. */
	readonly byAccount: ReadonlyMap<string, AccountRecords>;
	/** Rows of cs_outcomes. */
	readonly outcomes: readonly IDataObject[];
	/** Rows of cs_rates. */
	readonly rates: readonly RateRow[];
	/** Rows of cs_accounts. */
	readonly accounts: readonly IDataObject[];
	/** Rows of none of these tables, or without an account. */
	readonly unknown: number;
	readonly read: number;
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Sorts the rows of the Records input, which come in any mixture, by table and account. */
export function sortRecords(context: IExecuteFunctions): SortedRecords {
	const rows = listRows(readInput(context, RECORDS));
	const history: IDataObject[] = [];
	const outcomes: IDataObject[] = [];
	const rates: RateRow[] = [];
	const accounts: IDataObject[] = [];
	for (const { json } of rows) {
		if (isFilled(json.from_currency) && isFilled(json.rate))
			rates.push({ ...json, rate: Number(json.rate) } as unknown as RateRow);
		else if (recordKind(json) !== null) history.push(json);
		else if (isFilled(json.occurred_on) && isFilled(json.kind)) outcomes.push(json);
		else if (isAccount(json)) accounts.push(json);
		else history.push(json);
	}
	const { accounts: byAccount, unknown } = groupRecords(history);
	return { byAccount, outcomes, rates, accounts, unknown, read: rows.length };
}

/** Account rows have no key of their own beside account_id, but columns that no other table has. */
function isAccount(row: IDataObject): boolean {
	return (
		isFilled(row.account_id) &&
		['lifecycle_stage', 'renewal_on', 'arr_minor', 'mrr_minor', 'domain', 'row_hash'].some(
			(column) => row[column] !== undefined,
		)
	);
}
