import { addDays } from '../../core/addDays';
import { daysBetween } from '../../core/daysBetween';
import type { DayRange } from './periodRange';

const DAYS_PER_YEAR = 365;

/** The same day in a later year; 29 February becomes 1 March where there is none. */
function yearLater(day: string, years: number): string {
	const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
	const same = `${year}${day.slice(4)}`;
	return daysBetween(same, same) === null ? `${year}-03-01` : same;
}

/**
 * Length of a range in years: whole calendar years count as 1 each, leap year or not, the rest in days of 1/365 (at most 1 year). null when a day is
 * no day or the range is empty.
 *
 * @example
 * [yearsIn({ fromOn: '2024-01-01', toOn: '2024-12-31' }), yearsIn({ fromOn: '2024-02-29', toOn: '2025-02-28' })]
 * // => [1, 1]
 */
export function yearsIn({ fromOn, toOn }: DayRange): number | null {
	const days = daysBetween(fromOn, toOn);
	if (days === null || days < 0) return null;
	const end = addDays(toOn, 1);
	let whole = 0;
	while (yearLater(fromOn, whole + 1) <= end) whole++;
	const rest = daysBetween(yearLater(fromOn, whole), end) ?? 0;
	return whole + Math.min(1, rest / DAYS_PER_YEAR);
}
