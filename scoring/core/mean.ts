/**
 * Arithmetic mean, in the unit of the values. null for an empty list: nothing was observed.
 *
 * @example
 * mean([85, 72, 78])
 * // => 78.33333333333333
 */
export function mean(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	let sum = 0;
	for (const value of values) sum += value;
	return sum / values.length;
}
