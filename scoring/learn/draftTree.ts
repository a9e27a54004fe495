import type { Tree } from './TreeEnsemble';

/** No leaf lies deeper: what walks over a tree needs a limit, and a path of 64 tests says nothing any more. */
export const MOST_DEPTH = 64;

/** Room in which one tree after the other is built; only the finished ones are allocated. */
export interface TreeDraft {
	/** Begins a tree of one leaf. */
	start(cover: number): void;
	/** Turns leaf `node` into a test; returns its left child, the right one follows it. */
	split(
		node: number,
		feature: number,
		bin: number,
		missingLeft: boolean,
		leftCover: number,
		rightCover: number,
	): number;
	setValue(node: number, value: number): void;
	finish(): Tree;
}

/**
 * Makes room for trees of up to `mostLeaves`.
 *
 * @example
 * draftTree(2).finish().feature.length
 * // => 0
 */
export function draftTree(mostLeaves: number): TreeDraft {
	const room = Math.max(2 * mostLeaves - 1, 1);
	const feature = new Int16Array(room);
	const bin = new Uint8Array(room);
	const missingLeft = new Uint8Array(room);
	const left = new Int32Array(room);
	const right = new Int32Array(room);
	const value = new Float64Array(room);
	const cover = new Float64Array(room);
	let nodes = 0;
	const addLeaf = (rows: number): number => {
		const node = nodes++;
		feature[node] = -1;
		bin[node] = 0;
		missingLeft[node] = 0;
		left[node] = 0;
		right[node] = 0;
		value[node] = 0;
		cover[node] = rows;
		return node;
	};
	return {
		start(rows) {
			nodes = 0;
			addLeaf(rows);
		},
		split(node, tested, upTo, isMissingLeft, leftCover, rightCover) {
			feature[node] = tested;
			bin[node] = upTo;
			missingLeft[node] = isMissingLeft ? 1 : 0;
			left[node] = addLeaf(leftCover);
			right[node] = addLeaf(rightCover);
			return left[node]!;
		},
		setValue(node, answer) {
			value[node] = answer;
		},
		finish: () => ({
			feature: feature.slice(0, nodes),
			bin: bin.slice(0, nodes),
			missingLeft: missingLeft.slice(0, nodes),
			left: left.slice(0, nodes),
			right: right.slice(0, nodes),
			value: value.slice(0, nodes),
			cover: cover.slice(0, nodes),
		}),
	};
}
