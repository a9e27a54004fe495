import { addTreeScores } from '../../../scoring/learn/addTreeScores';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import type { BoostOptions, Grower, GrowingLeaf } from '../../../scoring/learn/Boosting';
import { countLeaf } from '../../../scoring/learn/countLeaf';
import { createPace } from '../../../scoring/learn/createPace';
import { draftTree } from '../../../scoring/learn/draftTree';
import { findMonotoneSplit } from '../../../scoring/learn/findMonotoneSplit';
import { findSplit } from '../../../scoring/learn/findSplit';
import { growBoostedTree } from '../../../scoring/learn/growBoostedTree';
import { layHistogram } from '../../../scoring/learn/layHistogram';
import { splitLeaf } from '../../../scoring/learn/splitLeaf';
import type { Tree } from '../../../scoring/learn/TreeEnsemble';
import { finishSteps } from './finishSteps';
import { allRows, SIX_ROWS } from './treeRows';

const GRADIENTS = [2, 2, -1, -1, -3, 1];
const AT = { stage: 'boosting trees', done: 0, total: 1 };
const binned = finishSteps(binMatrix(SIX_ROWS));
const layout = layHistogram(binned);

/** A grower over the six rows, whose hessians are all 1. */
function growerOf(options: Partial<BoostOptions> = {}, rows = allRows(6)): Grower {
	const maxLeaves = options.maxLeaves ?? 2;
	return {
		binned,
		layout,
		options: { rounds: 1, learningRate: 0.1, maxLeaves, minLeaf: 1, l2: 0, patience: 0, seed: 1, ...options },
		rows,
		spare: new Int32Array(6),
		sides: new Uint8Array(256),
		draft: draftTree(6),
		pairs: Float32Array.from(GRADIENTS.flatMap((gradient) => [gradient, 1])),
		ordered: new Float32Array(12),
		pool: [],
		due: createPace(),
	};
}

const ROOT: GrowingLeaf = {
	start: 0,
	end: 6,
	gradient: 0,
	hessian: 6,
	node: 0,
	depth: 0,
	lower: -Infinity,
	upper: Infinity,
	histogram: null,
	split: null,
};

const counted = (grower: Grower, leaf = ROOT) => finishSteps(countLeaf(grower, layout, leaf, AT));
/** Gradient, hessian and rows of `bins` bins of a feature. */
const binsOf = (sums: Float64Array, feature: number, bins: number) =>
	Array.from({ length: bins }, (_, bin) => [...sums.subarray(layout.slots[feature]! + bin * 3).slice(0, 3)]);
const rootWith = (more: Partial<GrowingLeaf> = {}): GrowingLeaf => ({
	...ROOT,
	histogram: counted(growerOf()),
	...more,
});

describe('countLeaf', () => {
	test('sums gradients, hessians and rows of all rows by bin, and of a joint column by level', () => {
		const sums = counted(growerOf());
		expect(binsOf(sums, 0, 4)).toEqual([
			[4, 2, 2],
			[-2, 2, 2],
			[-3, 1, 1],
			[1, 1, 1],
		]);
		expect([binsOf(sums, 1, 1), binsOf(sums, 2, 1)]).toEqual([[[-1, 2, 2]], [[0, 2, 2]]]);
	});

	test('of a leaf counts its rows only, in an array of the pool that held something else', () => {
		const grower = growerOf({}, Int32Array.of(0, 5, 4, 3, 2, 1));
		grower.pool.push(new Float64Array(layout.size).fill(9));
		const sums = counted(grower, { ...ROOT, start: 1, end: 4 });
		expect(binsOf(sums, 0, 4)).toEqual([
			[0, 0, 0],
			[-1, 1, 1],
			[-3, 1, 1],
			[1, 1, 1],
		]);
		expect([binsOf(sums, 1, 1), binsOf(sums, 2, 1)]).toEqual([[[-3, 1, 1]], [[1, 1, 1]]]);
		expect(grower.pool).toEqual([]);
	});
});

describe('findSplit', () => {
	const find = (options: Partial<BoostOptions>, features = [0, 1, 2]) =>
		findSplit(rootWith(), layout, Int32Array.from(features), growerOf(options).options);

	test('takes the split and the way for missing values that gain most', () => {
		// Rows 0, 1 and the missing one against the rest: 5² / 3 twice; without the missing one it would be 12.
		const best = { feature: 0, bin: 0, missingLeft: true, leftGradient: 5, leftHessian: 3, direction: 0 };
		expect(find({})).toEqual({ ...best, gain: expect.closeTo(50 / 3, 9) });
		expect(find({ l2: 1 })).toEqual({ ...best, gain: 12.5 });
		expect(find({ minLeaf: 4 })).toBeNull();
	});

	test('of a level knows the upper bin only; unknown goes with the greater part', () => {
		const best = { feature: 1, bin: 0, missingLeft: true, leftGradient: 1, leftHessian: 4, direction: 0 };
		expect(find({}, [1, 2])).toEqual({ ...best, gain: 0.75 });
		expect(find({}, [2])).toBeNull();
	});
});

describe('findMonotoneSplit', () => {
	const find = (direction: number, more: Partial<GrowingLeaf> = {}) => {
		const { options } = growerOf({ monotone: Int8Array.of(direction, 0, 0) });
		return findMonotoneSplit(rootWith(more), layout, Int32Array.of(0, 1, 2), options);
	};

	test('splits as findSplit where the direction is right, and only missing from observed where it is not', () => {
		const rising = { feature: 0, bin: 0, missingLeft: true, leftGradient: 5, leftHessian: 3 };
		expect(find(0)).toEqual({ ...rising, gain: expect.closeTo(50 / 3, 9), direction: 0 });
		expect(find(1)).toEqual({ ...rising, gain: expect.closeTo(50 / 3, 9), direction: 1 });
		const asked = { feature: 0, bin: 2, missingLeft: false, leftGradient: -1, leftHessian: 5, direction: 0 };
		expect(find(-1)).toEqual({ ...asked, gain: expect.closeTo(1.2, 9) });
	});

	test('gains are those of the bounded values', () => {
		// The right leaf is cut from 5 / 3 to 0.5: (2 * 5 - 3 * 0.5) * 0.5 instead of 25 / 3.
		expect(find(1, { upper: 0.5 })?.gain).toBeCloseTo(25 / 3 + 4.25, 9);
	});
});

describe('splitLeaf', () => {
	const split = { gain: 1, feature: 0, bin: 0, missingLeft: true, leftGradient: 5, leftHessian: 3 };

	test('parts rows, sums and tree; the middle between the values of a constrained split bounds both', () => {
		const grower = growerOf();
		grower.draft.start(6);
		const leaf = { ...ROOT, split: { ...split, leftGradient: 6, direction: 1 } };
		const [left, right] = splitLeaf(grower, { ...leaf, gradient: 3 })!;
		expect([...grower.rows]).toEqual([0, 1, 5, 2, 3, 4]);
		expect(left).toMatchObject({ start: 0, end: 3, gradient: 6, hessian: 3, node: 1, depth: 1 });
		expect(right).toMatchObject({ start: 3, end: 6, gradient: -3, hessian: 3, node: 2, depth: 1 });
		// Values -2 and 1.
		expect([left.lower, left.upper, right.lower, right.upper]).toEqual([-Infinity, -0.5, -0.5, Infinity]);
		const { feature, cover, missingLeft } = grower.draft.finish();
		expect([[...feature], [...cover], missingLeft[0]]).toEqual([[0, -1, -1], [6, 3, 3], 1]);
	});

	test('passes bounds on where nothing is constrained; without a split there is nothing to do', () => {
		const grower = growerOf();
		const bounded = { ...ROOT, lower: -1, upper: 2, split: { ...split, direction: 0 } };
		const [left, right] = splitLeaf(grower, bounded)!;
		expect([left.lower, left.upper, right.lower, right.upper]).toEqual([-1, 2, -1, 2]);
		expect(splitLeaf(grower, ROOT)).toBeNull();
	});
});

const grow = (options: Partial<BoostOptions>) =>
	finishSteps(growBoostedTree(growerOf(options), layout, 6, 0, 6, AT));
const answers = (tree: Tree) => {
	const scores = new Float64Array(6);
	addTreeScores(tree, binned, allRows(6), 0, 6, scores);
	return [...scores];
};

test('growBoostedTree splits where it gains most; a leaf is a tenth of the Newton step, in whole 1e-7', () => {
	expect(grow({ maxLeaves: 2 }).leaves).toEqual([
		{ start: 0, end: 3, value: -0.1666667 },
		{ start: 3, end: 6, value: 0.1666667 },
	]);
	// Of the right half row 4 (gain 8 / 3), rather than the missing row of the left (gain 2 / 3).
	const { tree, leaves } = grow({ maxLeaves: 3 });
	expect(leaves.map(({ value }) => value)).toEqual([-0.1666667, 0.1, 0.3]);
	expect(answers(tree)).toEqual([-0.1666667, -0.1666667, 0.1, 0.1, 0.3, -0.1666667]);
	expect(grow({ maxLeaves: 9, minLeaf: 4 }).leaves).toEqual([{ start: 0, end: 6, value: 0 }]);
	const falling = grow({ monotone: Int8Array.of(-1, 0, 0) });
	expect(answers(falling.tree)).toEqual([0.02, 0.02, 0.02, 0.02, 0.02, -0.1]);
});

test('addTreeScores adds to the scores of the rows it was given, and of no other', () => {
	const scores = Float64Array.of(10, 10, 10, 10, 10, 10);
	addTreeScores(grow({ maxLeaves: 3 }).tree, binned, Int32Array.of(1, 2, 4, 5), 1, 3, scores);
	expect([...scores]).toEqual([10, 10, 10.1, 10, 10.3, 10]);
});
