import type { Grower, GrowingLeaf, HistogramLayout, TreeScope } from './Boosting';
import { fillHistogram, type LeafRows } from './fillHistogram';
import type { Progress } from './Steps';

const BLOCK = 65_536;

function orderPairs({ rows, pairs, ordered }: Grower, start: number, end: number): void {
	for (let at = start, to = 0; at < end; at++, to += 2) {
		const from = rows[at]! * 2;
		ordered[to] = pairs[from]!;
		ordered[to + 1] = pairs[from + 1]!;
	}
}

/** Sums what was counted for combinations of packed features up for each of them. */
function spreadJoints(sums: Float64Array, { spreadFrom, spreadTo }: HistogramLayout): void {
	for (let at = 0; at < spreadFrom.length; at++) {
		const from = spreadFrom[at]!;
		if (sums[from + 2] === 0) continue;
		const to = spreadTo[at]!;
		sums[to]! += sums[from]!;
		sums[to + 1]! += sums[from + 1]!;
		sums[to + 2]! += sums[from + 2]!;
	}
}

/** The histogram of a leaf: gradients, hessians and rows of every bin of the tree's features, in an array of the grower's pool. */
export function* countLeaf(
	grower: Grower,
	scope: TreeScope,
	leaf: GrowingLeaf,
	progress: Progress,
): Generator<Progress, Float64Array, void> {
	const { layout, binned, pairs, ordered, rows, pool, due } = grower;
	const histogram = pool.pop()?.fill(0) ?? new Float64Array(layout.size);
	const isWhole = leaf.end - leaf.start === binned.rows;
	if (!isWhole) orderPairs(grower, leaf.start, leaf.end);
	// All rows of the matrix stand in order, and so do their gradients.
	const leafRows: LeafRows = { rows, start: leaf.start, pairs: isWhole ? pairs : ordered };
	for (let from = leaf.start; from < leaf.end; from += BLOCK) {
		const to = Math.min(from + BLOCK, leaf.end);
		for (let column = 0; column < scope.stored.length; ) {
			const done = fillHistogram(histogram, scope.stored, scope.storedSlots, column, leafRows, from, to);
			column += done;
			if (due((to - from) * done)) yield progress;
		}
	}
	spreadJoints(histogram, layout);
	return histogram;
}
