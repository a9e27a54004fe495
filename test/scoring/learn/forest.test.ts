import { binMatrix } from '../../../scoring/learn/binMatrix';
import { createRandom } from '../../../scoring/learn/createRandom';
import type { ForestOptions } from '../../../scoring/learn/Forest';
import { growForest } from '../../../scoring/learn/growForest';
import type { Matrix } from '../../../scoring/learn/Matrix';
import { scoreTrees } from '../../../scoring/learn/scoreTrees';
import type { Tree } from '../../../scoring/learn/TreeEnsemble';
import { finishSteps as finish } from './finishSteps';
import { allRows, drawTreeRows, pairwiseAuc } from './treeRows';

const OPTIONS: ForestOptions = { trees: 60, maxLeaves: 100, minLeaf: 5, seed: 1 };
const drawn = drawTreeRows(1500, 21);
const binned = finish(binMatrix(drawn.matrix));
const forest = finish(growForest(binned, drawn.labels, OPTIONS));

test('probabilities lie between 0 and 1 and tell fresh rows apart', () => {
	const fresh = drawTreeRows(1000, 22);
	const scores = finish(scoreTrees(forest.ensemble, fresh.matrix));
	expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
	expect(Math.max(...scores)).toBeLessThanOrEqual(1);
	expect(pairwiseAuc(scores, fresh.labels)).toBeGreaterThan(0.75);
});

test('out-of-bag probabilities are as good as those of fresh rows, not as those of rows it has seen', () => {
	const fresh = drawTreeRows(1500, 23);
	const outside = pairwiseAuc(finish(scoreTrees(forest.ensemble, fresh.matrix)), fresh.labels);
	const seen = pairwiseAuc(finish(scoreTrees(forest.ensemble, drawn.matrix)), drawn.labels);
	const outOfBag = pairwiseAuc(forest.outOfBag, drawn.labels);
	expect(Math.abs(outOfBag - outside)).toBeLessThan(0.03);
	expect(seen).toBeGreaterThan(outOfBag + 0.05);
});

test('the mean probability is the event rate', () => {
	const rate = drawn.labels.reduce((sum, label) => sum + label, 0) / 1500;
	expect(forest.outOfBag.reduce((sum, p) => sum + p, 0) / 1500).toBeCloseTo(rate, 1);
});

test('caps hold: leaves, and bootstrap rows in each', () => {
	for (const { feature, cover } of forest.ensemble.trees) {
		expect(cover[0]).toBe(1500);
		const leaves = [...cover].filter((_, node) => feature[node] === -1);
		expect(leaves.length).toBeLessThanOrEqual(100);
		expect(Math.min(...leaves)).toBeGreaterThanOrEqual(5);
		expect(leaves.reduce((sum, rows) => sum + rows, 0)).toBe(1500);
	}
});

describe('a cap of leaves, all features tried', () => {
	const grow = (maxLeaves: number) =>
		finish(growForest(binned, drawn.labels, { ...OPTIONS, trees: 1, maxLeaves, mtry: 6 })).ensemble.trees[0]!;
	const [capped, uncapped] = [grow(8), grow(100)];

	test('gives the start of the uncapped tree', () => {
		const tests = (tree: Tree) =>
			[...tree.feature].flatMap((tested, node) =>
				tested < 0 ? [] : [`${node}: ${tested} ${tree.bin[node]}`],
			);
		expect(tests(capped)).toHaveLength(7);
		expect(tests(uncapped)).toEqual(expect.arrayContaining(tests(capped)));
	});

	test('keeps the splits that gain most', () => {
		const { feature, left, right, value, cover } = uncapped;
		const events = (node: number): number =>
			feature[node]! < 0 ? value[node]! * cover[node]! : events(left[node]!) + events(right[node]!);
		const purity = (node: number): number => (events(node) * events(node)) / cover[node]!;
		const gain = (node: number): number =>
			feature[node]! < 0 ? 0 : purity(left[node]!) + purity(right[node]!) - purity(node);
		const last = capped.left.indexOf(13);
		// Leaves that stood open when the last of the eight was made; its own children came after it.
		const passedOver = [...capped.feature.keys()].filter((node) => capped.feature[node]! < 0 && node < 13);
		expect(passedOver.some((node) => gain(node) > 0)).toBe(true);
		for (const node of passedOver) expect(gain(node)).toBeLessThanOrEqual(gain(last) + 1e-3);
	});
});

test('rows outside the training rows are predicted by all trees; a row in every bag has no out-of-bag probability', () => {
	const train = allRows(1500).subarray(0, 1000);
	const { ensemble, outOfBag } = finish(growForest(binned, drawn.labels, { ...OPTIONS, trees: 3 }, train));
	const scores = finish(scoreTrees(ensemble, drawn.matrix));
	for (let row = 1000; row < 1500; row++) expect(outOfBag[row]).toBeCloseTo(scores[row]!, 12);
	const without = [...outOfBag.subarray(0, 1000)].filter(Number.isNaN).length;
	// (1 - 1/e)^3 of them
	expect(without).toBeGreaterThan(180);
	expect(without).toBeLessThan(320);
});

test('labels of rows outside the training rows change nothing', () => {
	const train = allRows(1500).subarray(0, 1000);
	const flipped = drawn.labels.map((label, row) => (row < 1000 ? label : 1 - label));
	const grow = (labels: Uint8Array) => finish(growForest(binned, labels, { ...OPTIONS, trees: 5 }, train));
	expect(grow(flipped)).toEqual(grow(drawn.labels));
});

test('same seed, same trees, another seed other trees; the bytes are those of Node 20, 22 and 24', () => {
	const grow = (seed: number) => finish(growForest(binned, drawn.labels, { ...OPTIONS, trees: 10, seed }));
	expect(grow(1)).toEqual(grow(1));
	expect(grow(2).outOfBag).not.toEqual(grow(1).outOfBag);
	let hash = 0x811c9dc5;
	for (const byte of new Uint8Array(forest.outOfBag.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
	expect((hash >>> 0).toString(16)).toBe('e382517');
});

describe('odd tables', () => {
	const grow = (matrix: Matrix, labels: Uint8Array) =>
		finish(growForest(finish(binMatrix(matrix)), labels, { ...OPTIONS, trees: 20 }));

	test('constant features, all missing and one class give the event rate', () => {
		const half = new Uint8Array(80).fill(1, 40);
		for (const value of [3, NaN]) {
			const matrix = { rows: 80, width: 2, values: new Float32Array(160).fill(value) };
			const scores = finish(scoreTrees(grow(matrix, half).ensemble, matrix));
			expect(new Set(scores).size).toBe(1);
			expect(scores[0]).toBeCloseTo(0.5, 0);
		}
		expect(
			Math.max(...finish(scoreTrees(grow(drawn.matrix, new Uint8Array(1500)).ensemble, drawn.matrix))),
		).toBe(0);
		const ones = finish(scoreTrees(grow(drawn.matrix, new Uint8Array(1500).fill(1)).ensemble, drawn.matrix));
		expect(Math.max(...ones)).toBeLessThanOrEqual(1);
		expect(Math.min(...ones)).toBeGreaterThan(0.999999);
	});

	test('one row and no row', () => {
		expect(
			grow({ rows: 1, width: 1, values: Float32Array.of(4) }, Uint8Array.of(1)).ensemble.trees,
		).toHaveLength(20);
		expect(
			grow({ rows: 0, width: 1, values: new Float32Array(0) }, new Uint8Array(0)).ensemble.trees,
		).toHaveLength(0);
	});

	test('missing values alone tell the label', () => {
		const values = Float32Array.from({ length: 100 }, (_, row) => (row % 2 === 0 ? NaN : row));
		const matrix = { rows: 100, width: 1, values };
		const labels = Uint8Array.from({ length: 100 }, (_, row) => 1 - (row % 2));
		const scores = finish(scoreTrees(grow(matrix, labels).ensemble, matrix));
		expect([scores[0]! > 0.99, scores[1]! < 0.01]).toEqual([true, true]);
	});

	test('5,000 features of 50 rows: the one that matters is found among them', () => {
		const random = createRandom(4);
		const labels = Uint8Array.from({ length: 50 }, () => (random() < 0.4 ? 1 : 0));
		const values = Float32Array.from({ length: 250_000 }, random);
		for (let row = 0; row < 50; row++) values[row * 5000 + 4321] = labels[row]! + random() * 0.1;
		const { ensemble } = grow({ rows: 50, width: 5000, values }, labels);
		expect(ensemble.trees.some(({ feature }) => feature[0] === 4321)).toBe(true);
	});
});
