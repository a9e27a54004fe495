import type { Grower, GrowingLeaf, TreeScope } from './Boosting';
import { chooseLeaf } from './chooseLeaf';
import { countLeaf } from './countLeaf';
import { MOST_DEPTH } from './draftTree';
import { findMonotoneSplit } from './findMonotoneSplit';
import { findSplit } from './findSplit';
import { leafValue } from './leafValue';
import { splitLeaf } from './splitLeaf';
import type { Progress } from './Steps';
import type { Tree } from './TreeEnsemble';

/** A finished tree with the rows of each leaf: a range of the grower's `rows`. */
export interface GrownTree {
	readonly tree: Tree;
	readonly leaves: readonly { readonly start: number; readonly end: number; readonly value: number }[];
}

/** Leaf values are multiples of this, so that a stored model is short and scores as it did when trained. */
const QUANTA = 1e7;

function subtract(from: Float64Array, what: Float64Array): void {
	for (let at = 0; at < from.length; at++) from[at]! -= what[at]!;
}

/**
 * Grows one tree leaf by leaf, always at the leaf whose split gains most. Of two children only the smaller is counted; the histogram of the
 * larger is the parent's less that (Ke et al. 2017). `gradient` and `hessian` are the sums over the first `count` rows of the grower.
 */
export function* growBoostedTree(
	grower: Grower,
	scope: TreeScope,
	count: number,
	gradient: number,
	hessian: number,
	progress: Progress,
): Generator<Progress, GrownTree, void> {
	const { layout, options, draft, pool, due } = grower;
	const { maxLeaves, minLeaf, l2, learningRate } = options;
	const find = options.monotone === undefined ? findSplit : findMonotoneSplit;
	draft.start(count);
	const root: GrowingLeaf = {
		start: 0,
		end: count,
		gradient,
		hessian,
		node: 0,
		depth: 0,
		lower: -Infinity,
		upper: Infinity,
		histogram: null,
		split: null,
	};
	const leaves = [root];
	if (maxLeaves > 1 && count >= 2 * minLeaf) {
		root.histogram = yield* countLeaf(grower, scope, root, progress);
		root.split = find(root, layout, scope.features, options);
	}
	while (leaves.length < maxLeaves) {
		const chosen = chooseLeaf(leaves);
		const parent = leaves[chosen];
		const children = parent === undefined ? null : splitLeaf(grower, parent);
		if (parent === undefined || children === null) break;
		const [left, right] = children;
		leaves[chosen] = left;
		leaves.push(right);
		const [small, large] = left.end - left.start <= right.end - right.start ? [left, right] : [right, left];
		const mayGrow =
			leaves.length < maxLeaves && left.depth < MOST_DEPTH && large.end - large.start >= 2 * minLeaf;
		if (mayGrow && parent.histogram !== null) {
			small.histogram = yield* countLeaf(grower, scope, small, progress);
			large.histogram = parent.histogram;
			subtract(large.histogram, small.histogram);
			large.split = find(large, layout, scope.features, options);
			if (small.end - small.start >= 2 * minLeaf) small.split = find(small, layout, scope.features, options);
			for (const leaf of [small, large]) {
				if (leaf.split !== null || leaf.histogram === null) continue;
				pool.push(leaf.histogram);
				leaf.histogram = null;
			}
		} else if (parent.histogram !== null) pool.push(parent.histogram);
		parent.histogram = null;
		if (due(parent.end - parent.start + layout.size)) yield progress;
	}
	const grown = leaves.map((leaf) => {
		if (leaf.histogram !== null) pool.push(leaf.histogram);
		const step = learningRate * leafValue(leaf.gradient, leaf.hessian, l2, leaf.lower, leaf.upper);
		const value = Math.floor(step * QUANTA + 0.5) / QUANTA;
		draft.setValue(leaf.node, value);
		return { start: leaf.start, end: leaf.end, value };
	});
	return { tree: draft.finish(), leaves: grown };
}
