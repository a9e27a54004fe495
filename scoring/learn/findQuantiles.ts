/**
 * Inner edges that part sorted numbers into about `bins` bins of about equal size; a value up to an edge belongs left of it, and every bin holds
 * something. A value that fills a bin alone gets a bin alone, so that the few rows beside it are not lost in it.
 *
 * @example
 * findQuantiles(Float64Array.of(1, 2, 5, 5, 5, 5, 5, 5, 5, 9), 5)
 * // => [2, 5]
 */
export function findQuantiles(sorted: Float64Array, bins: number): number[] {
	const edges: number[] = [];
	const largest = sorted[sorted.length - 1];
	const add = (edge: number | undefined): void => {
		const last = edges[edges.length - 1];
		if (edge !== undefined && edge !== largest && (last === undefined || edge > last)) edges.push(edge);
	};
	const quantile = (bin: number): number | undefined => sorted[Math.floor((bin * sorted.length) / bins)];
	for (let bin = 1; bin < bins; bin++) {
		const edge = quantile(bin);
		if (edge === undefined) continue;
		if (edge === largest || edge === quantile(bin + 1)) add(valueBelow(sorted, edge));
		add(edge);
	}
	return edges;
}

/** Largest number that is smaller than `value`. */
function valueBelow(sorted: Float64Array, value: number): number | undefined {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((sorted[middle] as number) < value) from = middle + 1;
		else to = middle;
	}
	return sorted[from - 1];
}
