/**
 * Ranks from 1 on, equal values sharing the mean of theirs; NaN is not allowed.
 *
 * @example
 * [...midRanks(Float64Array.of(7, 3, 7))]
 * // => [ 2.5, 1, 2.5 ]
 */
export function midRanks(values: Float64Array): Float64Array {
	const sorted = values.slice().sort();
	const count = sorted.length;
	const rankAt = new Float64Array(count);
	for (let start = 0; start < count; ) {
		let end = start + 1;
		while (end < count && sorted[end] === sorted[start]) end++;
		rankAt.fill((start + 1 + end) / 2, start, end);
		start = end;
	}
	return values.map((value) => {
		let low = 0;
		let high = count;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (sorted[middle]! < value) low = middle + 1;
			else high = middle;
		}
		return rankAt[low]!;
	});
}
