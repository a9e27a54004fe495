/**
 * Index of the first number above a limit in an ascending list; its length when there is none.
 *
 * @example
 * firstAfter(Float64Array.of(1, 3), 1)
 * // => 1
 */
export function firstAfter(sorted: Float64Array, limit: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
