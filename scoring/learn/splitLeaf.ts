import type { Grower, GrowingLeaf, Split } from './Boosting';
import { leafValue } from './leafValue';
import { partitionRows } from './partitionRows';

type Bounds = readonly [lower: number, upper: number];

/** Bounds that a split on a constrained feature puts on its children: the middle between their values divides them. */
function boundChildren(leaf: GrowingLeaf, split: Split, l2: number): readonly [left: Bounds, right: Bounds] {
	const { gradient, hessian, lower, upper } = leaf;
	if (split.direction === 0)
		return [
			[lower, upper],
			[lower, upper],
		];
	const { leftGradient, leftHessian } = split;
	const left = leafValue(leftGradient, leftHessian, l2, lower, upper);
	const right = leafValue(gradient - leftGradient, hessian - leftHessian, l2, lower, upper);
	const middle = (left + right) / 2;
	return split.direction > 0
		? [
				[lower, middle],
				[middle, upper],
			]
		: [
				[middle, upper],
				[lower, middle],
			];
}

/** Makes two leaves of one, in the draft and in the grower's rows; null when it has no split. */
export function splitLeaf(grower: Grower, leaf: GrowingLeaf): readonly [GrowingLeaf, GrowingLeaf] | null {
	const { split, start, end } = leaf;
	if (split === null) return null;
	const { feature, bin, missingLeft, leftGradient, leftHessian } = split;
	const missing = grower.binned.edges[feature]!.length + 1;
	const test = { column: grower.binned.columns[feature]!, bin, missing, missingLeft, sides: grower.sides };
	const middle = partitionRows(grower.rows, grower.spare, start, end, test);
	const node = grower.draft.split(leaf.node, feature, bin, missingLeft, middle - start, end - middle);
	const [leftBounds, rightBounds] = boundChildren(leaf, split, grower.options.l2);
	const open = { depth: leaf.depth + 1, histogram: null, split: null };
	return [
		{
			start,
			end: middle,
			gradient: leftGradient,
			hessian: leftHessian,
			node,
			lower: leftBounds[0],
			upper: leftBounds[1],
			...open,
		},
		{
			start: middle,
			end,
			gradient: leaf.gradient - leftGradient,
			hessian: leaf.hessian - leftHessian,
			node: node + 1,
			lower: rightBounds[0],
			upper: rightBounds[1],
			...open,
		},
	];
}
