import { mean } from './mean';

/**
 * Sample standard deviation (n - 1), in the unit of the values. null for fewer than two values.
 *
 * @example
 * deviation([2, 4, 4, 4, 6])
 * // => 1.4142135623730951
 */
export function deviation(values: readonly number[]): number | null {
	const centre = mean(values);
	if (centre === null || values.length < 2) return null;
	let square = 0;
	for (const value of values) square += (value - centre) ** 2;
	return Math.sqrt(square / (values.length - 1));
}
