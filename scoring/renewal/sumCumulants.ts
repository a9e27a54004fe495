/** Mean, variance and third and fourth cumulant of a sum. */
export interface Cumulants {
	readonly mean: number;
	readonly variance: number;
	readonly third: number;
	readonly fourth: number;
}

/**
 * Cumulants of a sum of independent departures: each adds `step` with its chance (0 to 1). In the unit of the steps and its powers.
 *
 * @param from index of the first departure that counts
 * @param until index after the last one
 *
 * @example
 * sumCumulants([2], [0.5], 0, 1)
 * // => { mean: 1, variance: 1, third: 0, fourth: -2 }
 */
export function sumCumulants(
	steps: ArrayLike<number>,
	chances: ArrayLike<number>,
	from: number,
	until: number,
): Cumulants {
	let [mean, variance, third, fourth] = [0, 0, 0, 0];
	for (let index = from; index < until; index++) {
		const step = steps[index] as number;
		const chance = chances[index] as number;
		const spread = chance * (1 - chance) * step * step;
		mean += chance * step;
		variance += spread;
		third += spread * step * (1 - 2 * chance);
		fourth += spread * step * step * (1 - 6 * chance * (1 - chance));
	}
	return { mean, variance, third, fourth };
}
