import type { BoostOptions } from '../../../scoring/learn/Boosting';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import { boostTrees } from '../../../scoring/learn/boostTrees';
import { createRandom } from '../../../scoring/learn/createRandom';
import type { Matrix } from '../../../scoring/learn/Matrix';
import { finishSteps as finish } from './finishSteps';
import { allRows, BOOST_OPTIONS, drawTreeRows } from './treeRows';

const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const drawn = drawTreeRows(2400, 11);

describe('odd tables', () => {
	const boost = (matrix: Matrix, labels: Uint8Array, options: Partial<BoostOptions> = {}) => {
		const bins = finish(binMatrix(matrix));
		return finish(boostTrees(bins, labels, { ...BOOST_OPTIONS, ...options }, allRows(matrix.rows), null));
	};

	test('missing values alone tell the label', () => {
		const values = Float32Array.from({ length: 100 }, (_, row) => (row % 2 === 0 ? NaN : 5));
		const labels = Uint8Array.from({ length: 100 }, (_, row) => (row % 2 === 0 ? 1 : 0));
		const { scores } = boost({ rows: 100, width: 1, values }, labels);
		expect([...scores.subarray(0, 2)].map((score) => score > 2)).toEqual([true, false]);
		expect(scores[1]).toBeLessThan(-2);
	});

	test('constant features, all missing, one class, one row and no row at all give the base rate', () => {
		const constant = boost(
			{ rows: 80, width: 2, values: new Float32Array(160).fill(3) },
			new Uint8Array(80).fill(1, 40),
		);
		const missing = boost(
			{ rows: 80, width: 2, values: new Float32Array(160).fill(NaN) },
			new Uint8Array(80).fill(1, 40),
		);
		for (const { ensemble, scores } of [constant, missing]) {
			expect(ensemble.trees).toHaveLength(0);
			expect(scores).toEqual(new Float64Array(80));
		}
		const never = boost(drawn.matrix, new Uint8Array(2400));
		expect(sigmoid(Math.max(...never.scores))).toBeLessThan(1e-5);
		expect(
			boost({ rows: 1, width: 1, values: Float32Array.of(4) }, Uint8Array.of(1)).scores.every(
				Number.isFinite,
			),
		).toBe(true);
		expect(
			boost({ rows: 0, width: 1, values: new Float32Array(0) }, new Uint8Array(0)).ensemble.trees,
		).toHaveLength(0);
		expect(boost({ rows: 2, width: 0, values: new Float32Array(0) }, Uint8Array.of(0, 1)).scores).toEqual(
			new Float64Array(2),
		);
	});

	test('a sample without any row takes one', () => {
		const { scores } = boost(drawn.matrix, drawn.labels, { subsample: 1e-9, rounds: 3, columnSample: 0.01 });
		expect(scores.every(Number.isFinite)).toBe(true);
	});

	test('5,000 features of 50 rows', () => {
		const random = createRandom(4);
		const labels = Uint8Array.from({ length: 50 }, () => (random() < 0.4 ? 1 : 0));
		const values = Float32Array.from({ length: 250_000 }, random);
		for (let row = 0; row < 50; row++) values[row * 5000 + 4321] = labels[row]! + random() * 0.1;
		const { ensemble } = boost({ rows: 50, width: 5000, values }, labels, { rounds: 3, minLeaf: 5 });
		expect(ensemble.trees[0]!.feature[0]).toBe(4321);
	});

	test('leaves are counted exactly and keep to their least size', () => {
		const { ensemble } = boost(drawn.matrix, drawn.labels, { minLeaf: 50 });
		for (const { feature, cover, left, right } of ensemble.trees) {
			expect(cover[0]).toBe(2400);
			feature.forEach((tested, node) => {
				expect(cover[node]).toBeGreaterThanOrEqual(50);
				if (tested >= 0) expect(cover[left[node]!]! + cover[right[node]!]!).toBe(cover[node]);
			});
		}
	});
});
