import { ageInMonths } from './ageInMonths';

const DAYS_PER_MONTH = 365.2425 / 12;

/**
 * The day (since 1970) on which what began on `startDay` is so many calendar months old: the inverse of `ageInMonths`, to the nearest day.
 *
 * @example
 * [dayAtAge(0, 12), dayAtAge(0, 1.5)]
 * // => [365, 45]
 */
export function dayAtAge(startDay: number, months: number): number {
	let day = startDay + Math.round(months * DAYS_PER_MONTH);
	// The guess is at most a few days off.
	while (ageInMonths(startDay, day) < months) day++;
	while (ageInMonths(startDay, day - 1) >= months) day--;
	return day;
}
