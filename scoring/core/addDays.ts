import { dayNumber } from './dayNumber';

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/**
 * The calendar day a number of whole days after (or, negative, before) a day YYYY-MM-DD; part days do not count. Stays inside
 * 0001-01-01 to 9999-12-31. What `isDay` refuses comes back unchanged, so that it is reported where days are checked.
 *
 * @example
 * [addDays('2024-02-28', 2), addDays('2024-01-01', -1), addDays('soon', 1)]
 * // => ['2024-03-01', '2023-12-31', 'soon']
 */
export function addDays(day: string, days: number): string {
	const start = dayNumber(day);
	if (start === null || Number.isNaN(days)) return day;
	const end = Math.min(LAST_DAY, Math.max(FIRST_DAY, start + Math.trunc(days)));
	return new Date(end * MS_PER_DAY).toISOString().slice(0, 10);
}
