import { measureFacts } from '../../../scoring/churn/measureFacts';
import { addDays } from '../../../scoring/core/addDays';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import type { AccountRecords, Row } from '../../../scoring/measures/Records';

/** A Wednesday; the newest week that must have arrived by then begins on the 5th. */
export const AS_OF = '2026-01-14';
const MONDAY = '2026-01-05';

export const recordsOf = (rows: readonly Row[]): AccountRecords =>
	groupRecords([
		{ account_id: 'a', limit_value: 1, metric: 'x' },
		...rows.map((row) => ({ account_id: 'a', ...row })),
	]).accounts.get('a') as AccountRecords;
export const facts = (rows: readonly Row[], account: Row = {}, asOf = AS_OF) =>
	measureFacts(account, recordsOf(rows), asOf);
export const week = (weeksBack: number, columns: Row): Row => ({
	period: 'week',
	starts_on: addDays(MONDAY, -7 * weeksBack),
	...columns,
});
export const weeks = (count: number, columnsOf: (weeksBack: number) => Row): Row[] =>
	Array.from({ length: count }, (_, back) => week(back, columnsOf(back)));
