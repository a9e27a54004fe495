/**
 * How many of the rows behind a curve were watched just before a time: entered before it, and not ended before it. `entries` and `exits` ascend.
 *
 * @example
 * countAtRisk({ entries: Float64Array.of(-Infinity, 4), exits: Float64Array.of(3, 9) }, 5)
 * // => 1
 */
export function countAtRisk(
	{ entries, exits }: { readonly entries: Float64Array; readonly exits: Float64Array },
	time: number,
): number {
	return countBelow(entries, time) - countBelow(exits, time);
}

/** Numbers below a limit in an ascending list. */
function countBelow(sorted: Float64Array, limit: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
