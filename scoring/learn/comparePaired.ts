/** Mean of paired differences and how sure it is. */
export interface PairedDifference {
	readonly mean: number;
	/** By cluster; null with fewer than two clusters. */
	readonly standardError: number | null;
	readonly clusters: number;
}

/**
 * Mean of differences by row with its standard error by cluster: rows of one group (account) are not independent, so their deviations are added up before
 * they are squared (Liang and Zeger 1986, with the factor G / (G - 1)). Without groups every row stands for itself. Needs one difference at least.
 *
 * @example
 * comparePaired(Float64Array.of(1, 3), null)
 * // => { mean: 2, standardError: 1, clusters: 2 }
 */
export function comparePaired(differences: Float64Array, groups: Int32Array | null): PairedDifference {
	const rows = differences.length;
	let mean = 0;
	for (let row = 0; row < rows; row++) mean += (differences[row] as number) / rows;
	const sums = new Map<number, number>();
	for (let row = 0; row < rows; row++) {
		const group = groups === null ? row : (groups[row] as number);
		sums.set(group, (sums.get(group) ?? 0) + (differences[row] as number) - mean);
	}
	const clusters = sums.size;
	if (clusters < 2) return { mean, standardError: null, clusters };
	let squares = 0;
	for (const sum of sums.values()) squares += sum * sum;
	return { mean, standardError: Math.sqrt((squares * clusters) / (clusters - 1)) / rows, clusters };
}
