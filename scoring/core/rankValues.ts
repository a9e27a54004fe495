/**
 * Rank of each value from 1 (smallest), in the order given; equal values share the mean of their ranks.
 *
 * @example
 * rankValues([30, 10, 20, 20])
 * // => [4, 1, 2.5, 2.5]
 */
export function rankValues(values: readonly number[]): number[] {
	const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
	const ranks = new Array<number>(values.length).fill(0);
	for (let from = 0; from < order.length; ) {
		let to = from;
		while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to++;
		for (let at = from; at <= to; at++) ranks[order[at]?.index as number] = (from + to) / 2 + 1;
		from = to + 1;
	}
	return ranks;
}
