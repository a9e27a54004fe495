import { instantIn } from '../measures/instantIn';
import type { AccountRecords } from '../measures/Records';

const MS_PER_DAY = 86_400_000;
/** A table with fewer rows does not show where it begins. */
const FEWEST_ROWS = 100;
/** Tickets are kept until a year after they were closed, so a few that stayed open reach further back than the table does. */
const STRAGGLERS = 0.02;
/** Of these absence counts as "none": a ticket that was deleted is a ticket that never was. */
const COUNTED = [
	['tickets', 'opened_at'],
	['interactions', 'occurred_at'],
] as const;

/**
 * Day from which on all counted tables tell what happened, as days since 1970: they are kept for a shorter time than usage and contracts, and
 * before that "no tickets" would be read as a fact. The 2 % of rows that reach furthest back do not count. null where no table has 100 rows.
 *
 * @example
 * keptSince([])
 * // => null
 */
export function keptSince(portfolio: Iterable<Partial<AccountRecords>>): number | null {
	const days = COUNTED.map((): number[] => []);
	for (const records of portfolio) {
		for (const [index, [kind, column]] of COUNTED.entries()) {
			for (const row of records[kind] ?? []) {
				const at = instantIn(row, column);
				if (at !== null) days[index]!.push(Math.floor(at / MS_PER_DAY));
			}
		}
	}
	const starts = days
		.filter(({ length }) => length >= FEWEST_ROWS)
		.map((list) => Float64Array.from(list).sort()[Math.floor(list.length * STRAGGLERS)]!);
	return starts.length === 0 ? null : Math.max(...starts);
}
