import { recordKind } from './recordKind';
import type { AccountRecords, RecordKind, Row } from './Records';

type Lists = Record<RecordKind, Row[]>;

export interface GroupedRecords {
	/** By account id. */
	readonly accounts: ReadonlyMap<string, AccountRecords>;
	/** Rows without an account id or of no known table; the caller says so. */
	readonly unknown: number;
}

/** Keys of tables that come with the records of a source and tell nothing about an account's health. */
const NOT_MEASURED = ['task_id', 'person_id', 'merged_at'];

const emptyLists = (): Lists => ({
	usage: [],
	tickets: [],
	invoices: [],
	surveyAnswers: [],
	interactions: [],
	contacts: [],
	contracts: [],
	contractLines: [],
	entitlements: [],
	opportunities: [],
});

/** Of an account without a row in any table. */
export const NO_RECORDS: AccountRecords = emptyLists();

/**
 * Sorts rows of all tables by account and table in one pass, so that measuring an account looks at its own rows only.
 *
 * @example
 * groupRecords([{ account_id: 'a', ticket_id: 1 }, { account_id: 'a', color: 'red' }]).unknown
 * // => 1
 */
export function groupRecords(rows: Iterable<Row>): GroupedRecords {
	const accounts = new Map<string, Lists>();
	let unknown = 0;
	for (const row of rows) {
		const kind = recordKind(row);
		if (kind === null && NOT_MEASURED.some((key) => row[key] !== undefined)) continue;
		const id = row.account_id;
		if (kind === null || id === undefined || id === null || id === '') {
			unknown++;
			continue;
		}
		const key = String(id);
		let lists = accounts.get(key);
		if (lists === undefined) accounts.set(key, (lists = emptyLists()));
		lists[kind].push(row);
	}
	return { accounts, unknown };
}
