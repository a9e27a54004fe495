import { addDays } from '../core/addDays';
import { dayNumber } from '../core/dayNumber';
import type { DayRange } from '../measures/ledger/periodRange';

/**
 * The twelve months that end on a day, that day included. Those that end on 29 February begin on 1 March.
 *
 * @example
 * [lastYear('2024-12-31'), lastYear('2024-02-29')].map((range) => range.fromOn)
 * // => ['2024-01-01', '2023-03-01']
 */
export function lastYear(day: string): DayRange {
	const before = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
	return {
		fromOn: dayNumber(before) === null ? `${before.slice(0, 4)}-03-01` : addDays(before, 1),
		toOn: day,
	};
}
