import type { Tree, TreeEnsemble } from './TreeEnsemble';

/** What a path from the root to a leaf asks of one feature: all its tests of that feature in one. */
interface Condition {
	readonly feature: number;
	/** Above this (-Infinity: no limit) and up to `high`. */
	readonly low: number;
	readonly high: number;
	readonly missing: boolean;
	/** Share of the training rows that go this way at the tests of this feature, above 0. */
	readonly share: number;
}

/** The leaves of all trees with the conditions that lead to them: those of leaf k are `starts[k]` to `starts[k + 1]`. */
export interface LeafPaths {
	readonly values: Float64Array;
	readonly starts: Int32Array;
	readonly feature: Int16Array;
	/** NaN: no limit, so that `!(value <= low)` holds for every value. */
	readonly low: Float64Array;
	readonly high: Float64Array;
	readonly missing: Uint8Array;
	readonly share: Float64Array;
	/** Mean answer over the training rows, with the ensemble's base. */
	readonly mean: number;
	/** Most conditions of a leaf. */
	readonly longest: number;
}

function narrow(path: readonly Condition[], added: Condition): readonly Condition[] {
	const known = path.find(({ feature }) => feature === added.feature);
	if (known === undefined) return [...path, added];
	const both: Condition = {
		feature: added.feature,
		low: Math.max(known.low, added.low),
		high: Math.min(known.high, added.high),
		missing: known.missing && added.missing,
		share: known.share * added.share,
	};
	return path.map((condition) => (condition === known ? both : condition));
}

function visitLeaves(
	tree: Tree,
	edges: TreeEnsemble['edges'],
	found: (node: number, path: readonly Condition[]) => void,
): void {
	const visit = (node: number, path: readonly Condition[]): void => {
		const feature = tree.feature[node]!;
		if (feature < 0) return found(node, path);
		const [left, right] = [tree.left[node]!, tree.right[node]!];
		const threshold = edges[feature]![tree.bin[node]!] ?? Infinity;
		const cover = tree.cover[node]!;
		const missingLeft = tree.missingLeft[node] === 1;
		const [leftShare, rightShare] = [tree.cover[left]! / cover, tree.cover[right]! / cover];
		visit(
			left,
			narrow(path, { feature, low: -Infinity, high: threshold, missing: missingLeft, share: leftShare }),
		);
		visit(
			right,
			narrow(path, { feature, low: threshold, high: Infinity, missing: !missingLeft, share: rightShare }),
		);
	};
	visit(0, []);
}

/**
 * Lists the leaves of an ensemble with what each asks of the features, for exact explanations.
 *
 * @example
 * listLeafPaths({ base: 2, width: 1, edges: [Float64Array.of()], trees: [] }).mean
 * // => 2
 */
export function listLeafPaths({ base, edges, trees }: TreeEnsemble): LeafPaths {
	const values: number[] = [];
	const starts: number[] = [0];
	const conditions: Condition[] = [];
	let mean = base;
	let longest = 0;
	for (const tree of trees) {
		visitLeaves(tree, edges, (node, path) => {
			values.push(tree.value[node]!);
			for (const condition of path) conditions.push(condition);
			starts.push(conditions.length);
			mean += (tree.value[node]! * tree.cover[node]!) / tree.cover[0]!;
			longest = Math.max(longest, path.length);
		});
	}
	return {
		values: Float64Array.from(values),
		starts: Int32Array.from(starts),
		feature: Int16Array.from(conditions, ({ feature }) => feature),
		low: Float64Array.from(conditions, ({ low }) => (low === -Infinity ? NaN : low)),
		high: Float64Array.from(conditions, ({ high }) => high),
		missing: Uint8Array.from(conditions, ({ missing }) => (missing ? 1 : 0)),
		share: Float64Array.from(conditions, ({ share }) => share),
		mean,
		longest,
	};
}
