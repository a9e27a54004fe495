import type { Tree, TreeEnsemble } from './TreeEnsemble';

/** An ensemble as short JSON. */
export interface PackedTrees {
	readonly base: number;
	readonly width: number;
	/** Split points in use, by feature. */
	readonly edges: readonly (readonly number[])[];
	/**
	 * All nodes of all trees, each tree from its root, left before right. A test is (bin * 2 + missing left) * width + feature; a leaf is
	 * minus the training rows that came by. How many rows came by a test is the sum of its leaves.
	 */
	readonly nodes: readonly number[];
	/** Of the leaves, in the order of `nodes`. */
	readonly values: readonly number[];
}

/** Which split points the trees use: by feature, their bins ascending. */
function usedBins({ width, trees }: TreeEnsemble): number[][] {
	const used = Array.from({ length: width }, () => new Set<number>());
	for (const tree of trees) tree.feature.forEach((feature, node) => used[feature]?.add(tree.bin[node]!));
	return used.map((bins) => [...bins].sort((one, other) => one - other));
}

/** Calls `visit` for the nodes of a tree, left before right. */
function visitNodes({ feature, left, right }: Tree, visit: (node: number) => void): void {
	const waiting = [0];
	for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
		visit(node);
		if (feature[node]! >= 0) waiting.push(right[node]!, left[node]!);
	}
}

/**
 * Writes an ensemble as short plain data for JSON; unpackTrees makes an ensemble of it that scores the same to the last bit. Split
 * points no tree uses are left out.
 *
 * @example
 * packTrees({ base: 0.5, width: 1, edges: [Float64Array.of(3)], trees: [] })
 * // => { base: 0.5, width: 1, edges: [[]], nodes: [], values: [] }
 */
export function packTrees(ensemble: TreeEnsemble): PackedTrees {
	const { base, width, trees } = ensemble;
	const used = usedBins(ensemble);
	const newBins = used.map((bins) => new Map(bins.map((bin, place) => [bin, place])));
	const nodes: number[] = [];
	const values: number[] = [];
	for (const tree of trees) {
		visitNodes(tree, (node) => {
			const feature = tree.feature[node]!;
			if (feature < 0) {
				nodes.push(-tree.cover[node]!);
				values.push(tree.value[node]!);
			} else
				nodes.push((newBins[feature]!.get(tree.bin[node]!)! * 2 + tree.missingLeft[node]!) * width + feature);
		});
	}
	// The bin past the last split point (observed against missing) has no number of its own; it stays the last.
	const edges = used.map((bins, feature) =>
		bins.filter((bin) => bin < ensemble.edges[feature]!.length).map((bin) => ensemble.edges[feature]![bin]!),
	);
	return { base, width, edges, nodes, values };
}
