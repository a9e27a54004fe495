import { compileTrees, type CompiledTrees } from './compileTrees';
import { createPace } from './createPace';
import { MOST_DEPTH } from './draftTree';
import type { Matrix } from './Matrix';
import type { Steps } from './Steps';
import type { TreeEnsemble } from './TreeEnsemble';

/** Rows that all trees sort before the next rows come: few enough for the processor's cache. */
const BLOCK = 2048;

/** The rows that are scored now. */
interface RowBlock {
	/** Feature after feature, `size` cells each. */
	readonly cells: Float32Array;
	readonly size: number;
	/** Row numbers within the block in the order of the nodes they have reached: nodes of even and of odd depth. */
	readonly even: Int32Array;
	readonly odd: Int32Array;
	/** Nodes to visit: node, first and last row, depth. */
	readonly stack: Int32Array;
}

function fillCells({ cells, size }: RowBlock, { values, width }: Matrix, from: number, count: number): void {
	for (let row = 0, at = from * width; row < count; row++) {
		for (let feature = 0, to = row; feature < width; feature++, at++, to += size) cells[to] = values[at]!;
	}
}

/**
 * Sorts the rows `start` to `end` of one order into another: to the left child from the front, to the right one from the back; returns how
 * many went left. Each is written to both places and kept in one, because a branch on data would be guessed wrong every other time.
 */
function sortRows(
	from: Int32Array,
	to: Int32Array,
	start: number,
	end: number,
	cells: Float32Array,
	first: number,
	threshold: number,
	missingLeft: boolean,
): number {
	let left = start;
	let right = end - 1;
	if (missingLeft) {
		for (let at = start; at < end; at++) {
			const row = from[at]!;
			const isRight = Number(cells[first + row]! > threshold);
			to[left] = row;
			to[right] = row;
			left += 1 - isRight;
			right -= isRight;
		}
		return left;
	}
	for (let at = start; at < end; at++) {
		const row = from[at]!;
		const isLeft = Number(cells[first + row]! <= threshold);
		to[left] = row;
		to[right] = row;
		left += isLeft;
		right -= 1 - isLeft;
	}
	return left;
}

function addTree(
	compiled: CompiledTrees,
	root: number,
	block: RowBlock,
	count: number,
	scores: Float64Array,
	offset: number,
): void {
	const { feature, threshold, missingLeft, right } = compiled;
	const { cells, size, even, odd, stack } = block;
	for (let row = 0; row < count; row++) even[row] = row;
	let waiting = 0;
	let node = root;
	let start = 0;
	let end = count;
	let depth = 0;
	for (;;) {
		const rows = depth % 2 === 0 ? even : odd;
		const tested = feature[node]!;
		if (tested >= 0 && end > start) {
			const children = depth % 2 === 0 ? odd : even;
			const middle = sortRows(
				rows,
				children,
				start,
				end,
				cells,
				tested * size,
				threshold[node]!,
				missingLeft[node] === 1,
			);
			depth += 1;
			stack[waiting] = right[node]!;
			stack[waiting + 1] = middle;
			stack[waiting + 2] = end;
			stack[waiting + 3] = depth;
			waiting += 4;
			node += 1;
			end = middle;
			continue;
		}
		if (tested < 0) for (let at = start; at < end; at++) scores[offset + rows[at]!]! += threshold[node]!;
		if (waiting === 0) return;
		waiting -= 4;
		node = stack[waiting]!;
		start = stack[waiting + 1]!;
		end = stack[waiting + 2]!;
		depth = stack[waiting + 3]!;
	}
}

/**
 * What an ensemble says of each row: base plus one leaf of every tree (log-odds when boosted, a probability from a forest). Missing values
 * go where the tree sends them. The matrix must be as wide as the ensemble.
 *
 * @example
 * [...scoreTrees({ base: 0.5, width: 1, edges: [Float64Array.of()], trees: [] }, { rows: 1, width: 1, values: Float32Array.of(3) }).next().value]
 * // => [0.5]
 */
export function* scoreTrees(ensemble: TreeEnsemble, matrix: Matrix): Steps<Float64Array> {
	const compiled = compileTrees(ensemble);
	const due = createPace();
	const scores = new Float64Array(matrix.rows).fill(ensemble.base);
	const size = Math.min(BLOCK, matrix.rows);
	const block: RowBlock = {
		size,
		cells: new Float32Array(size * matrix.width),
		even: new Int32Array(size),
		odd: new Int32Array(size),
		stack: new Int32Array(4 * (MOST_DEPTH + 2)),
	};
	for (let from = 0; from < matrix.rows; from += size) {
		const count = Math.min(size, matrix.rows - from);
		fillCells(block, matrix, from, count);
		for (const root of compiled.roots) {
			addTree(compiled, root, block, count, scores, from);
			if (due(count * 6)) yield { stage: 'predicting', done: from, total: matrix.rows };
		}
	}
	return scores;
}
