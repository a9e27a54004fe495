import fc from 'fast-check';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import { boostTrees } from '../../../scoring/learn/boostTrees';
import { createRandom } from '../../../scoring/learn/createRandom';
import { scoreTrees } from '../../../scoring/learn/scoreTrees';
import type { TreeEnsemble } from '../../../scoring/learn/TreeEnsemble';
import { finishSteps as finish } from './finishSteps';
import { allRows, BOOST_OPTIONS, drawTreeRows, pairwiseAuc } from './treeRows';

const drawn = drawTreeRows(2400, 11);
const binned = finish(binMatrix(drawn.matrix));
const trained = allRows(2400).subarray(0, 2000);

describe('monotone constraints', () => {
	const values = (low: number, high: number) =>
		fc.array(fc.double({ min: low, max: high, noNaN: true }), { minLength: 6, maxLength: 6 });
	const monotone = Int8Array.of(1, -1, 1, 1, 0, 0);
	const { ensemble } = finish(
		boostTrees(
			binned,
			drawn.labels,
			{ ...BOOST_OPTIONS, minLeaf: 2, l2: 0, monotone, maxLeaves: 31 },
			trained,
			null,
		),
	);
	const free = finish(
		boostTrees(binned, drawn.labels, { ...BOOST_OPTIONS, minLeaf: 2, l2: 0, maxLeaves: 31 }, trained, null),
	).ensemble;
	const score = (trees: TreeEnsemble, rows: number[][]): Float64Array =>
		finish(scoreTrees(trees, { rows: rows.length, width: 6, values: Float32Array.from(rows.flat()) }));

	/** Whether raising a feature ever moves the score against its constraint. */
	const violates = (trees: TreeEnsemble, row: number[], feature: number, to: number): boolean => {
		const raised = row.map((value, at) => (at === feature ? Math.max(value, to) : value));
		const [before, after] = score(trees, [row, raised]);
		return monotone[feature]! * (after! - before!) < 0;
	};

	test('hold for every prediction, exactly', () => {
		fc.assert(
			fc.property(
				values(-0.2, 1.2),
				fc.integer({ min: 0, max: 3 }),
				fc.double({ min: 0, max: 10, noNaN: true }),
				(row, feature, to) => expect(violates(ensemble, row, feature, to)).toBe(false),
			),
			{ numRuns: 2000 },
		);
	});

	test('are what does it: the same trees without them do not hold', () => {
		const random = createRandom(3);
		const draws = Array.from({ length: 2000 }, () => Array.from({ length: 6 }, random));
		expect(draws.some((row) => violates(free, row, 0, random()))).toBe(true);
	});

	test('leave a missing value free and cost little where they are right', () => {
		const right = Int8Array.of(1, 1, 1, -1, 1, 0);
		const bound = finish(
			boostTrees(binned, drawn.labels, { ...BOOST_OPTIONS, monotone: right }, trained, null),
		).scores;
		const unbound = finish(boostTrees(binned, drawn.labels, BOOST_OPTIONS, trained, null)).scores;
		const auc = (scores: Float64Array) => pairwiseAuc(scores.subarray(2000), drawn.labels.subarray(2000));
		expect(auc(bound)).toBeGreaterThan(auc(unbound) - 0.005);
	});
});
