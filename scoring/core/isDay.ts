import { dayNumber } from './dayNumber';

/**
 * Whether a value is a real calendar day in the form YYYY-MM-DD, years 0001 to 9999. Instants, other forms and 2023-02-29 are not.
 *
 * @example
 * isDay('2024-02-29')
 * // => true
 */
export function isDay(value: unknown): value is string {
	return typeof value === 'string' && dayNumber(value) !== null;
}
