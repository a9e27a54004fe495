import { groupRecords } from '../measures/groupRecords';
import { recordKind } from '../measures/recordKind';
import type { Row } from '../measures/Records';
import type { RenewalRecords } from './RenewalRecords';

/** Columns that rows of other known tables have and nothing here is read from. */
const NOT_READ = ['task_id', 'person_id', 'merged_at', 'run_id', 'score', 'feature'];

/**
 * Sorts rows of any of our tables by what they tell about renewals. Tables are told apart by their columns: a price has product, unit price and
 * the day it is valid from, a rate two currencies, an outcome the day it occurred; a row with an account id and none of these is an account.
 *
 * @example
 * sortRenewalRecords([{ account_id: 'a', name: 'Acme' }, { line_id: 'L', contract_id: 'C', account_id: 'a' }, { color: 'red' }]).unknown
 * // => 1
 */
export function sortRenewalRecords(rows: Iterable<Row>): RenewalRecords {
	const accounts = new Map<string, Row>();
	const ledger = new Map<string, Row[]>();
	const lines: Row[] = [];
	const prices: Row[] = [];
	const rates: Row[] = [];
	const outcomes: Row[] = [];
	const others: Row[] = [];
	let unknown = 0;
	for (const row of rows) {
		const kind = recordKind(row);
		const account = row.account_id === undefined || row.account_id === null ? null : String(row.account_id);
		if (kind === 'contractLines') lines.push(row);
		else if (kind !== null && account !== null && account !== '') others.push(row);
		else if (row.entry_id !== undefined && account !== null) {
			const entries = ledger.get(account);
			if (entries === undefined) ledger.set(account, [row]);
			else entries.push(row);
		} else if (row.from_currency !== undefined && row.to_currency !== undefined) rates.push(row);
		else if (row.product_id !== undefined && row.unit_price_minor !== undefined) prices.push(row);
		else if (row.occurred_on !== undefined && account !== null) outcomes.push(row);
		else if (NOT_READ.some((column) => row[column] !== undefined)) continue;
		else if (account !== null && account !== '') accounts.set(account, row);
		else unknown++;
	}
	return {
		accounts,
		byAccount: groupRecords(others).accounts,
		lines,
		prices,
		rates,
		outcomes,
		ledger,
		unknown,
	};
}
