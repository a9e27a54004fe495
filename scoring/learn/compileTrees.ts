import type { TreeEnsemble } from './TreeEnsemble';

/** All trees in one set of arrays, parents before children, the left child right behind its parent. */
export interface CompiledTrees {
	readonly base: number;
	readonly width: number;
	readonly roots: Int32Array;
	/** Feature tested; -1 in a leaf. */
	readonly feature: Int16Array;
	/** Largest value that goes left; of a leaf what it adds. */
	readonly threshold: Float64Array;
	readonly missingLeft: Uint8Array;
	readonly right: Int32Array;
}

/**
 * Lays the trees out for fast scoring: thresholds in place of bins, nodes in the order a row meets them.
 *
 * @example
 * compileTrees({ base: 1, width: 1, edges: [Float64Array.of()], trees: [] }).roots.length
 * // => 0
 */
export function compileTrees({ base, width, edges, trees }: TreeEnsemble): CompiledTrees {
	const nodes = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
	const roots = new Int32Array(trees.length);
	const feature = new Int16Array(nodes);
	const threshold = new Float64Array(nodes);
	const missingLeft = new Uint8Array(nodes);
	const right = new Int32Array(nodes);
	let next = 0;
	for (const [index, tree] of trees.entries()) {
		roots[index] = next;
		// Nodes still to be laid out, each with the parent whose right child it is (-1: a root or a left child).
		const waiting: [node: number, rightOf: number][] = [[0, -1]];
		for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
			const [node, rightOf] = entry;
			const place = next++;
			if (rightOf >= 0) right[rightOf] = place;
			const tested = tree.feature[node]!;
			feature[place] = tested;
			if (tested < 0) {
				threshold[place] = tree.value[node]!;
				continue;
			}
			// Past the last split point all observed values go left.
			threshold[place] = edges[tested]![tree.bin[node]!] ?? Infinity;
			missingLeft[place] = tree.missingLeft[node]!;
			waiting.push([tree.right[node]!, place], [tree.left[node]!, -1]);
		}
	}
	return { base, width, roots, feature, threshold, missingLeft, right };
}
