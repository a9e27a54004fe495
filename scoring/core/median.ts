import { quantile } from './quantile';

/**
 * Middle value, or the mean of the two middle ones. The values need not be sorted. null for an empty list.
 *
 * @example
 * median([3, 1, 4, 1])
 * // => 2
 */
export function median(values: readonly number[]): number | null {
	return quantile(values, 0.5);
}
