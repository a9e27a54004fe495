import { chooseLeaf } from './chooseLeaf';
import { MOST_DEPTH } from './draftTree';
import { findForestSplit } from './findForestSplit';
import type { ForestGrower, ForestLeaf } from './Forest';
import { partitionRows } from './partitionRows';
import type { Progress } from './Steps';
import type { Tree } from './TreeEnsemble';

/** Leaf values are the next lower multiple of 1e-8: short in a stored model, and their sum never above 1 whatever is rounded in adding. */
const QUANTA = 1e8;

/** Grows one tree on the first `count` rows of the grower, always at the leaf whose split gains most. */
export function* growForestTree(
	grower: ForestGrower,
	count: number,
	draws: number,
	events: number,
	progress: Progress,
): Generator<Progress, Tree, void> {
	const { binned, options, rows, spare, draft, mtry, due } = grower;
	const most = Math.max(1, Math.min(options.maxLeaves, Math.floor(draws / Math.max(options.minLeaf, 1))));
	draft.start(draws);
	const root: ForestLeaf = { start: 0, end: count, node: 0, depth: 0, draws, events, split: null };
	if (most > 1) root.split = findForestSplit(grower, root);
	const leaves = [root];
	while (leaves.length < most) {
		const chosen = chooseLeaf(leaves);
		const parent = leaves[chosen];
		const split = parent?.split ?? null;
		if (parent === undefined || split === null) break;
		const { feature, bin, missingLeft, leftDraws, leftEvents } = split;
		const missing = binned.edges[feature]!.length + 1;
		const test = { column: binned.columns[feature]!, bin, missing, missingLeft, sides: grower.sides };
		const middle = partitionRows(rows, spare, parent.start, parent.end, test);
		const node = draft.split(parent.node, feature, bin, missingLeft, leftDraws, parent.draws - leftDraws);
		const depth = parent.depth + 1;
		const left: ForestLeaf = {
			start: parent.start,
			end: middle,
			node,
			depth,
			draws: leftDraws,
			events: leftEvents,
			split: null,
		};
		const right: ForestLeaf = {
			start: middle,
			end: parent.end,
			node: node + 1,
			depth,
			draws: parent.draws - leftDraws,
			events: parent.events - leftEvents,
			split: null,
		};
		leaves[chosen] = left;
		leaves.push(right);
		if (leaves.length < most && depth < MOST_DEPTH) {
			for (const child of [left, right]) {
				child.split = findForestSplit(grower, child);
				if (due((child.end - child.start + 64) * mtry)) yield progress;
			}
		}
	}
	for (const leaf of leaves) {
		const share = leaf.draws > 0 ? leaf.events / leaf.draws / options.trees : 0;
		draft.setValue(leaf.node, Math.max(Math.ceil(share * QUANTA) - 1, 0) / QUANTA);
	}
	return draft.finish();
}
