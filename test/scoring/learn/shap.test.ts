import fc from 'fast-check';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import { boostTrees } from '../../../scoring/learn/boostTrees';
import { createTreeExplainer } from '../../../scoring/learn/createTreeExplainer';
import { explainTrees } from '../../../scoring/learn/explainTrees';
import { gaussLegendre } from '../../../scoring/learn/gaussLegendre';
import { growForest } from '../../../scoring/learn/growForest';
import { scoreTrees } from '../../../scoring/learn/scoreTrees';
import type { Tree, TreeEnsemble } from '../../../scoring/learn/TreeEnsemble';
import { finishSteps as finish } from './finishSteps';
import { allRows, drawTreeRows } from './treeRows';

const drawn = drawTreeRows(800, 31);
const binned = finish(binMatrix(drawn.matrix));
const options = { rounds: 40, learningRate: 0.2, maxLeaves: 31, minLeaf: 3, l2: 0, patience: 0, seed: 1 };
const boosted = finish(boostTrees(binned, drawn.labels, options, allRows(800), null)).ensemble;
const forest = finish(
	growForest(binned, drawn.labels, { trees: 10, maxLeaves: 60, minLeaf: 2, seed: 1 }),
).ensemble;

/** What a tree says when only the features in the bit set `known` are known; unknown ones are averaged by the training rows. */
function expectation(
	tree: Tree,
	{ edges }: TreeEnsemble,
	row: ArrayLike<number>,
	known: number,
	node = 0,
): number {
	const feature = tree.feature[node]!;
	if (feature < 0) return tree.value[node]!;
	const [left, right] = [tree.left[node]!, tree.right[node]!];
	const at = (child: number): number => expectation(tree, { edges } as TreeEnsemble, row, known, child);
	if (((known >> feature) & 1) === 0) {
		return (tree.cover[left]! * at(left) + tree.cover[right]! * at(right)) / tree.cover[node]!;
	}
	const value = row[feature]!;
	const threshold = edges[feature]![tree.bin[node]!] ?? Infinity;
	return at((Number.isNaN(value) ? tree.missingLeft[node] === 1 : value <= threshold) ? left : right);
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const countBits = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + countBits(bits >> 1));

/** Shapley values by their definition, over all subsets. */
function bruteForce(ensemble: TreeEnsemble, row: ArrayLike<number>): number[] {
	const { width } = ensemble;
	const worth = Array.from({ length: 1 << width }, (_, known) =>
		ensemble.trees.reduce((sum, tree) => sum + expectation(tree, ensemble, row, known), ensemble.base),
	);
	const contributions = Array.from({ length: width }, (_, feature) =>
		worth.reduce((sum, without, known) => {
			if ((known >> feature) & 1) return sum;
			const size = countBits(known);
			const weight = (factorial(size) * factorial(width - size - 1)) / factorial(width);
			return sum + weight * (worth[known | (1 << feature)]! - without);
		}, 0),
	);
	return [...contributions, worth[0]!];
}

describe.each([
	['boosting', boosted],
	['forest', forest],
])('%s', (_, ensemble) => {
	test('explanations are the Shapley values of the definition within 1e-10, missing values included', () => {
		for (let row = 0; row < 40; row++) {
			const cells = drawn.matrix.values.subarray(row * 6, row * 6 + 6);
			const expected = bruteForce(ensemble, cells);
			const found = explainTrees(ensemble, drawn.matrix, row);
			found.forEach((value, at) => expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-10));
		}
		expect([...drawn.matrix.values.subarray(0, 240)].some(Number.isNaN)).toBe(true);
	});

	test('contributions and base sum to the score within 1e-9, for any row', () => {
		const explain = createTreeExplainer(ensemble);
		const out = new Float64Array(7);
		const cell = fc.oneof(
			fc.constant(NaN),
			fc.float({ noNaN: true }),
			fc.float({ min: 0, max: 10, noNaN: true }),
		);
		fc.assert(
			fc.property(fc.array(cell, { minLength: 6, maxLength: 6 }), (cells) => {
				const matrix = { rows: 1, width: 6, values: Float32Array.from(cells) };
				const sum = explain(matrix, 0, out).reduce((total, each) => total + each, 0);
				expect(Math.abs(sum - finish(scoreTrees(ensemble, matrix))[0]!)).toBeLessThan(1e-9);
			}),
			{ numRuns: 300 },
		);
	});
});

test('one explainer serves many rows as explainTrees does each', () => {
	const explain = createTreeExplainer(boosted);
	const out = new Float64Array(7).fill(99);
	for (let row = 0; row < 20; row++)
		expect(explain(drawn.matrix, row, out)).toEqual(explainTrees(boosted, drawn.matrix, row));
});

test('a feature no tree tests contributes nothing', () => {
	const constant = {
		...drawn.matrix,
		values: drawn.matrix.values.map((value, at) => (at % 6 === 5 ? 1 : value)),
	};
	const { ensemble } = finish(
		boostTrees(finish(binMatrix(constant)), drawn.labels, options, allRows(800), null),
	);
	expect(explainTrees(ensemble, constant, 3)[5]).toBe(0);
});

/** A tree that tests `depth` features one after the other, a leaf at each. */
function chain(depth: number): TreeEnsemble {
	const nodes = 2 * depth + 1;
	const inner = (node: number): boolean => node % 2 === 0 && node < nodes - 1;
	const index = Array.from({ length: nodes }, (_, node) => node);
	const tree: Tree = {
		feature: Int16Array.from(index, (node) => (inner(node) ? node / 2 : -1)),
		bin: new Uint8Array(nodes),
		missingLeft: new Uint8Array(nodes),
		left: Int32Array.from(index, (node) => (inner(node) ? node + 1 : 0)),
		right: Int32Array.from(index, (node) => (inner(node) ? node + 2 : 0)),
		value: Float64Array.from(index, (node) => (inner(node) ? 0 : 1 + (node % 7))),
		cover: Float64Array.from(index, (node) => (node % 2 === 0 ? 10 * (depth - node / 2) + 5 : 10)),
	};
	return {
		base: 0,
		width: depth,
		edges: Array.from({ length: depth }, () => Float64Array.of(0.5)),
		trees: [tree],
	};
}

test('a path of 60 different features is still exact', () => {
	const deep = chain(60);
	const matrix = { rows: 1, width: 60, values: new Float32Array(60).fill(1) };
	const sum = explainTrees(deep, matrix, 0).reduce((total, each) => total + each, 0);
	expect(Math.abs(sum - finish(scoreTrees(deep, matrix))[0]!)).toBeLessThan(1e-12);
	const short = chain(12);
	const cells = Float32Array.from({ length: 12 }, (_, at) => (at % 5 === 4 ? 0 : 1));
	const expected = bruteForce(short, cells);
	explainTrees(short, { rows: 1, width: 12, values: cells }, 0).forEach((value, at) =>
		expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-12),
	);
});

test('the quadrature integrates polynomials exactly up to its degree', () => {
	for (const count of [1, 2, 5, 16, 32]) {
		const { points, weights } = gaussLegendre(count);
		for (const degree of [0, 1, count, 2 * count - 1]) {
			const integral = points.reduce((sum, x, at) => {
				let power = weights[at]!;
				for (let k = 0; k < degree; k++) power *= x;
				return sum + power;
			}, 0);
			expect(Math.abs(integral - 1 / (degree + 1))).toBeLessThan(1e-14);
		}
	}
});
