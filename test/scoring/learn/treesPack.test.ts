import fc from 'fast-check';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import { boostTrees } from '../../../scoring/learn/boostTrees';
import { compileTrees } from '../../../scoring/learn/compileTrees';
import { createRandom } from '../../../scoring/learn/createRandom';
import { explainTrees } from '../../../scoring/learn/explainTrees';
import { growForest } from '../../../scoring/learn/growForest';
import { packTrees } from '../../../scoring/learn/packTrees';
import { scoreTrees } from '../../../scoring/learn/scoreTrees';
import type { TreeEnsemble } from '../../../scoring/learn/TreeEnsemble';
import { unpackTrees } from '../../../scoring/learn/unpackTrees';
import { finishSteps as finish } from './finishSteps';
import { allRows, drawTreeRows } from './treeRows';

const drawn = drawTreeRows(1000, 41);
const binned = finish(binMatrix(drawn.matrix));
const options = { rounds: 30, learningRate: 0.1, maxLeaves: 16, minLeaf: 5, l2: 1, patience: 0, seed: 1 };
const boosted = finish(boostTrees(binned, drawn.labels, options, allRows(1000), null)).ensemble;
const forest = finish(
	growForest(binned, drawn.labels, { trees: 10, maxLeaves: 50, minLeaf: 3, seed: 1 }),
).ensemble;

const reload = (ensemble: TreeEnsemble): TreeEnsemble => {
	const read = unpackTrees(JSON.parse(JSON.stringify(packTrees(ensemble))));
	if (read === null) throw new Error('the packed trees were refused');
	return read;
};

describe.each([
	['boosting', boosted],
	['forest', forest],
])('%s', (_, ensemble) => {
	test('scores and explains after reloading as before, to the last bit', () => {
		const read = reload(ensemble);
		const fresh = drawTreeRows(500, 42).matrix;
		expect(finish(scoreTrees(read, fresh))).toEqual(finish(scoreTrees(ensemble, fresh)));
		for (let row = 0; row < 5; row++)
			expect(explainTrees(read, fresh, row)).toEqual(explainTrees(ensemble, fresh, row));
		expect(packTrees(read)).toEqual(packTrees(ensemble));
	});
});

test('observed against missing survives', () => {
	const values = Float32Array.from({ length: 100 }, (_, row) => (row % 2 === 0 ? NaN : row));
	const matrix = { rows: 100, width: 1, values };
	const labels = Uint8Array.from({ length: 100 }, (_, row) => 1 - (row % 2));
	const { ensemble, scores } = finish(
		boostTrees(finish(binMatrix(matrix)), labels, options, allRows(100), null),
	);
	expect(finish(scoreTrees(reload(ensemble), matrix))).toEqual(scores);
	expect(compileTrees(reload(ensemble)).threshold).toContain(Infinity);
});

test('800 rounds of 31 leaves on 45 features stay under 1.2 MB, 60 trees of 100 leaves under 150 kB', () => {
	const random = createRandom(6);
	const matrix = { rows: 3000, width: 45, values: Float32Array.from({ length: 135_000 }, random) };
	const labels = Uint8Array.from({ length: 3000 }, (_, row) =>
		random() < matrix.values[row * 45]! / 2 ? 1 : 0,
	);
	const bins = finish(binMatrix(matrix));
	const many = { ...options, rounds: 80, learningRate: 0.05, maxLeaves: 31 };
	const grown = finish(boostTrees(bins, labels, many, allRows(3000), null)).ensemble;
	expect(grown.trees.reduce((sum, { feature }) => sum + (feature.length + 1) / 2, 0)).toBe(80 * 31);
	// A tenth of the rounds, so that the test is quick; ten times the length is more than all of them take, edges being shared.
	expect(JSON.stringify(packTrees(grown)).length * 10).toBeLessThan(1_200_000);
	const trees = finish(growForest(bins, labels, { trees: 60, maxLeaves: 100, minLeaf: 8, seed: 1 })).ensemble;
	expect(JSON.stringify(packTrees(trees)).length).toBeLessThan(150_000);
});

describe('what is not as packTrees writes it is refused', () => {
	const packed = packTrees(boosted);
	const leaf = packed.nodes.findIndex((code) => code < 0);
	const withNode = (at: number, code: unknown) => ({
		...packed,
		nodes: packed.nodes.map((each, index) => (index === at ? code : each)),
	});
	const deep = (levels: number) => ({
		base: 0,
		width: 1,
		edges: [[1]],
		nodes: [...Array.from({ length: levels }, () => 0), ...Array.from({ length: levels + 1 }, () => -1)],
		values: Array.from({ length: levels + 1 }, () => 0.5),
	});

	test.each([
		['nothing', null],
		['a text', 'trees'],
		['a list', []],
		['no base', { ...packed, base: null }],
		['an endless base', { ...packed, base: Infinity }],
		['a width that is no number', { ...packed, width: '6' }],
		['a width beyond the edges', { ...packed, width: 7 }],
		['a negative width', { ...packed, width: -1, edges: [] }],
		['edges that fall', { ...packed, edges: packed.edges.map((points) => [...points].reverse()) }],
		['an edge that is no number', { ...packed, edges: packed.edges.map((points) => [...points, null]) }],
		[
			'too many edges',
			{ ...packed, edges: packed.edges.map(() => Array.from({ length: 255 }, (_, at) => at)) },
		],
		['edges that are no list', { ...packed, edges: {} }],
		['a bin that does not exist', withNode(0, 200 * 2 * 6)],
		['a node that is no whole number', withNode(0, 0.5)],
		['a node that is a text', withNode(0, '1')],
		['a leaf in place of a test', withNode(0, -5)],
		['a test in place of a leaf', withNode(leaf, 0)],
		['a leaf of half a row', withNode(leaf, -0.5)],
		['a tree that does not end', { ...packed, nodes: packed.nodes.slice(0, -1) }],
		['a leaf without a value', { ...packed, values: packed.values.slice(1) }],
		['a value too many', { ...packed, values: [...packed.values, 1] }],
		['an endless value', { ...packed, values: packed.values.map(() => 1e300) }],
		['tests without features', { base: 0, width: 0, edges: [], nodes: [0, -1, -1], values: [1, 1] }],
		['a tree too deep to walk', deep(65)],
	])('%s', (_, hostile) => {
		expect(unpackTrees(hostile)).toBeNull();
	});

	test('a tree just deep enough is read', () => {
		expect(unpackTrees(deep(64))?.trees[0]?.feature).toHaveLength(129);
	});

	test('whatever is read can be scored and explained: finite numbers, no endless walk', () => {
		const value = fc.oneof(fc.integer({ min: -5, max: 40 }), fc.double(), fc.constant(null));
		const edges = fc.array(fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 3 }), {
			minLength: 2,
			maxLength: 2,
		});
		const any = fc.record({
			base: fc.integer(),
			width: fc.constant(2),
			edges,
			nodes: fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), value), { maxLength: 9 }),
			values: fc.array(value, { maxLength: 5 }),
		});
		fc.assert(
			fc.property(any, (candidate) => {
				const read = unpackTrees(candidate);
				if (read === null) return;
				const matrix = { rows: 2, width: 2, values: Float32Array.of(1, NaN, 3, 4) };
				expect(finish(scoreTrees(read, matrix)).every(Number.isFinite)).toBe(true);
				expect(explainTrees(read, matrix, 1).every(Number.isFinite)).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});
});
