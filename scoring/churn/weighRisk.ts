import type { Components } from './readComponents';

/**
 * Risk of each row under weights: 0 less the weighted mean of the points that were observed, as the health score has it (missing measures are left out and the others
 * weigh more). A row without any observed weight gets the mean of the others, so that it ranks in the middle.
 *
 * @example
 * [...weighRisk({ columns: [Float64Array.of(1, NaN), Float64Array.of(0, 0.4)], labels: Uint8Array.of(0, 1) }, [0.5, 0.5])]
 * // => [-0.5, -0.4]
 */
export function weighRisk(
	{ columns, labels }: Pick<Components, 'columns' | 'labels'>,
	weights: readonly number[],
): Float64Array {
	const risk = new Float64Array(labels.length).fill(NaN);
	let sum = 0;
	let known = 0;
	for (let row = 0; row < risk.length; row++) {
		let points = 0;
		let total = 0;
		for (let index = 0; index < columns.length; index++) {
			const value = (columns[index] as Float64Array)[row] as number;
			if (Number.isNaN(value)) continue;
			points += (weights[index] as number) * value;
			total += weights[index] as number;
		}
		if (total <= 0) continue;
		risk[row] = -points / total;
		sum -= points / total;
		known += 1;
	}
	const middle = known > 0 ? sum / known : 0;
	return risk.map((value) => (Number.isNaN(value) ? middle : value));
}
