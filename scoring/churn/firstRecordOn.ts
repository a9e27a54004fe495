import { instantIn } from '../measures/instantIn';
import type { AccountRecords, RecordKind } from '../measures/Records';

const MS_PER_DAY = 86_400_000;
/** What is recorded as it happens. Contracts and their lines reach back to times of which nothing else is known. */
const DATED: ReadonlyArray<readonly [kind: RecordKind, column: string]> = [
	['usage', 'starts_on'],
	['tickets', 'opened_at'],
	['interactions', 'occurred_at'],
	['surveyAnswers', 'asked_at'],
	['invoices', 'issued_on'],
];

/**
 * First day of which the tables tell what happened at an account, as days since 1970; null without any row that says.
 *
 * @example
 * firstRecordOn({ usage: [{ starts_on: '1970-01-05' }], tickets: [], interactions: [], surveyAnswers: [], invoices: [] })
 * // => 4
 */
export function firstRecordOn(records: Partial<AccountRecords>): number | null {
	let first: number | null = null;
	for (const [kind, column] of DATED) {
		for (const row of records[kind] ?? []) {
			const at = instantIn(row, column);
			if (at !== null && (first === null || at < first)) first = at;
		}
	}
	return first === null ? null : Math.floor(first / MS_PER_DAY);
}
