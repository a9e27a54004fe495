import { dayNumber } from './dayNumber';

/**
 * Whole calendar days from one day to another (both YYYY-MM-DD); negative when `to` lies before `from`.
 * null when one of them is missing or no real day.
 *
 * @example
 * daysBetween('2024-02-28', '2024-03-01')
 * // => 2
 */
export function daysBetween(from: string | null | undefined, to: string | null | undefined): number | null {
	const first = dayNumber(from);
	const last = dayNumber(to);
	return first === null || last === null ? null : last - first;
}
