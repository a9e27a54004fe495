import { addDays } from '../core/addDays';
import { isDay } from '../core/isDay';
import { addMonths } from './addMonths';

/**
 * Length in whole months of a term whose last day is inclusive; null when it is not a whole number of months, or a day is missing.
 *
 * @example
 * [monthsOfTerm('2024-04-01', '2025-03-31'), monthsOfTerm('2024-02-29', '2025-02-27'), monthsOfTerm('2024-04-01', '2024-06-15')]
 * // => [12, 12, null]
 */
export function monthsOfTerm(startsOn: string | null, endsOn: string | null): number | null {
	if (!isDay(startsOn) || !isDay(endsOn)) return null;
	const next = addDays(endsOn, 1);
	const index = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	const months = index(next) - index(startsOn);
	return months >= 1 && addMonths(startsOn, months) === next ? months : null;
}
