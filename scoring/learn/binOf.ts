/**
 * Bin of a number between ascending inner edges: 0 up to the first edge, `edges.length` above the last.
 *
 * @example
 * [binOf(2, [2, 5]), binOf(3, [2, 5]), binOf(9, [2, 5])]
 * // => [0, 1, 2]
 */
export function binOf(value: number, edges: readonly number[]): number {
	let from = 0;
	let to = edges.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (value <= (edges[middle] as number)) to = middle;
		else from = middle + 1;
	}
	return from;
}
