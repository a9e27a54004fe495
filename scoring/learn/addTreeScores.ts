import type { BinnedMatrix } from './BinnedMatrix';
import type { Tree } from './TreeEnsemble';

/**
 * Adds a tree's answer to the scores of the rows `rows[from]` to `rows[to]` (exclusive) of a binned matrix; `scores` is by row of the matrix.
 */
export function addTreeScores(
	tree: Tree,
	{ columns, edges }: BinnedMatrix,
	rows: Int32Array,
	from: number,
	to: number,
	scores: Float64Array,
): void {
	const { feature, bin, missingLeft, left, right, value } = tree;
	for (let at = from; at < to; at++) {
		const row = rows[at]!;
		let node = 0;
		for (let tested = feature[0]!; tested >= 0; tested = feature[node]!) {
			const found = columns[tested]![row]!;
			const goesLeft = found === edges[tested]!.length + 1 ? missingLeft[node] === 1 : found <= bin[node]!;
			node = goesLeft ? left[node]! : right[node]!;
		}
		scores[row]! += value[node]!;
	}
}
