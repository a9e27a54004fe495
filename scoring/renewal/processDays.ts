import { addDays } from '../core/addDays';
import { daysBetween } from '../core/daysBetween';

const WEEK = 7;
const STEPS = 4;

/**
 * The days on which the four steps of the renewal process are due: 7, 14, 21 and 28 days after it begins. When fewer days are left until the end,
 * they are shared out evenly, the last step on the last day; after the end there is none.
 *
 * @example
 * [processDays('2025-03-01', '2025-03-31'), processDays('2025-03-23', '2025-03-31')]
 * // => [['2025-03-08', '2025-03-15', '2025-03-22', '2025-03-29'], ['2025-03-25', '2025-03-27', '2025-03-29', '2025-03-31']]
 */
export function processDays(startsOn: string, endsOn: string): string[] {
	const left = daysBetween(startsOn, endsOn);
	if (left === null || left < 0) return [];
	const step = Math.min(WEEK, left / STEPS);
	return [1, 2, 3, 4].map((number) => addDays(startsOn, Math.floor(number * step)));
}
