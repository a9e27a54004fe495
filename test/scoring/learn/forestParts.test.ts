import { binMatrix } from '../../../scoring/learn/binMatrix';
import { createPace } from '../../../scoring/learn/createPace';
import { draftTree } from '../../../scoring/learn/draftTree';
import { findForestSplit } from '../../../scoring/learn/findForestSplit';
import type { ForestGrower, ForestLeaf, ForestOptions } from '../../../scoring/learn/Forest';
import { growForestTree } from '../../../scoring/learn/growForestTree';
import { finishSteps } from './finishSteps';
import { allRows, SIX_ROWS } from './treeRows';

const binned = finishSteps(binMatrix(SIX_ROWS));
/** Events and draws by row: the first row was drawn twice. */
const PAIRS = [
	[2, 2],
	[1, 1],
	[0, 1],
	[0, 1],
	[0, 1],
	[1, 1],
];

function growerOf(features: number[], mtry: number, options: Partial<ForestOptions> = {}): ForestGrower {
	return {
		binned,
		options: { trees: 10, maxLeaves: 4, minLeaf: 1, seed: 1, ...options },
		mtry,
		features: Int32Array.from(features),
		rows: allRows(6),
		spare: new Int32Array(6),
		sides: new Uint8Array(256),
		draft: draftTree(4),
		pairs: Int32Array.from(PAIRS.flat()),
		sums: new Int32Array(512),
		// Features come in the order they stand in.
		random: () => 0,
		due: createPace(),
	};
}

const ROOT: ForestLeaf = { start: 0, end: 6, node: 0, depth: 0, draws: 7, events: 4, split: null };

describe('findForestSplit', () => {
	test('takes the split that gains most purity, with the missing value on the side it belongs to', () => {
		// Four events of four against none of three: 4² / 4 - 4² / 7.
		expect(findForestSplit(growerOf([0], 1), ROOT)).toEqual({
			gain: expect.closeTo(12 / 7, 12),
			feature: 0,
			bin: 0,
			missingLeft: true,
			leftDraws: 4,
			leftEvents: 4,
		});
	});

	test('a pure leaf and one too small for two are not split', () => {
		expect(findForestSplit(growerOf([0], 1), { ...ROOT, events: 7 })).toBeNull();
		expect(findForestSplit(growerOf([0], 1), { ...ROOT, events: 0 })).toBeNull();
		expect(findForestSplit(growerOf([0], 1, { minLeaf: 4 }), ROOT)).toBeNull();
	});

	test('tries as many features as asked for; one that is constant in the leaf does not count', () => {
		// Rows 0, 1 and 3: the number gains 9 / 3 - 9 / 4, the first flag 4 / 2 + 1 / 2 - 9 / 4, the second is 0 in all.
		const find = (features: number[], mtry: number) => {
			const grower = growerOf(features, mtry);
			grower.rows.set([0, 1, 3]);
			return findForestSplit(grower, { ...ROOT, end: 3, draws: 4, events: 3 });
		};
		const number = { gain: 0.75, feature: 0, bin: 0, missingLeft: true, leftDraws: 3, leftEvents: 3 };
		expect(find([1, 0], 1)).toMatchObject({ gain: 0.25, feature: 1, leftDraws: 2, leftEvents: 1 });
		expect(find([1, 0], 2)).toEqual(number);
		expect(find([2, 0, 1], 1)).toEqual(number);
		expect(find([2], 1)).toBeNull();
	});
});

describe('growForestTree', () => {
	const grow = (options: Partial<ForestOptions> = {}) =>
		finishSteps(
			growForestTree(growerOf([0], 1, options), 6, 7, 4, { stage: 'growing the forest', done: 0, total: 1 }),
		);

	test('a leaf says a tenth of its share of events, a little less so that ten never say more than 1', () => {
		const { feature, bin, missingLeft, left, right, value, cover } = grow();
		expect([[...feature], bin[0], missingLeft[0]]).toEqual([[0, -1, -1], 0, 1]);
		expect([left[0], right[0]]).toEqual([1, 2]);
		expect([...value]).toEqual([0, 0.09999999, 0]);
		expect([...cover]).toEqual([7, 4, 3]);
	});

	test('one leaf only: four events of seven draws', () => {
		for (const options of [{ maxLeaves: 1 }, { minLeaf: 4 }]) {
			const { feature, value } = grow(options);
			expect([[...feature], [...value]]).toEqual([[-1], [0.05714285]]);
		}
	});

	test('grows on until leaves are pure', () => {
		// Rows 0, 1 (drawn three times) and 4 happened, the one with the missing value did not: two pure leaves.
		const grower = growerOf([0], 1);
		grower.pairs.set([1, 1], 8);
		grower.pairs.set([0, 1], 10);
		const { value, cover } = finishSteps(
			growForestTree(grower, 6, 7, 4, { stage: 'growing the forest', done: 0, total: 1 }),
		);
		const leaves = [...cover].map((draws, node) => [draws, value[node]!] as const).filter(([, v]) => v > 0);
		expect(leaves).toEqual([
			[3, 0.09999999],
			[1, 0.09999999],
		]);
	});
});
