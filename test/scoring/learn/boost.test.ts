import type { BinnedMatrix } from '../../../scoring/learn/BinnedMatrix';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import { boostTrees } from '../../../scoring/learn/boostTrees';
import { createRandom } from '../../../scoring/learn/createRandom';
import { scoreBinned } from '../../../scoring/learn/scoreBinned';
import { scoreTrees } from '../../../scoring/learn/scoreTrees';
import fixture from './boostFixture.json';
import { finishSteps as finish } from './finishSteps';
import { allRows, BOOST_OPTIONS, drawTreeRows, pairwiseAuc } from './treeRows';

const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const drawn = drawTreeRows(2400, 11);
const binned = finish(binMatrix(drawn.matrix));
const [trained, tested] = [allRows(2400).subarray(0, 2000), allRows(2400).subarray(2000)];

describe('against sklearn HistGradientBoosting, same rows and settings', () => {
	const { scores } = finish(boostTrees(binned, drawn.labels, BOOST_OPTIONS, trained, null));
	const ours = Array.from(tested, (row) => sigmoid(scores[row]!));
	const labels = drawn.labels.subarray(2000);

	test('the rows are the same', () => {
		expect(drawn.labels.reduce((sum, label) => sum + label, 0)).toBe(fixture.events);
	});

	test('probabilities are the same within 0.001 in the mean', () => {
		const apart = ours.map((probability, at) => Math.abs(probability - fixture.probabilities[at]!));
		expect(apart.reduce((sum, each) => sum + each, 0) / apart.length).toBeLessThan(0.001);
	});

	test('AUC is at least theirs less 0.002, log-loss the same within 0.001', () => {
		const loss = (probabilities: readonly number[]): number =>
			probabilities.reduce((sum, p, at) => sum - Math.log(labels[at] === 1 ? p : 1 - p), 0) /
			probabilities.length;
		expect(pairwiseAuc(ours, labels)).toBeGreaterThan(pairwiseAuc(fixture.probabilities, labels) - 0.002);
		expect(Math.abs(loss(ours) - loss(fixture.probabilities))).toBeLessThan(0.001);
	});
});

test('scores of all rows are those of scoreTrees and scoreBinned, to the last bit, also with sampling', () => {
	for (const sampling of [{}, { subsample: 0.6, columnSample: 0.5 }]) {
		const { ensemble, scores } = finish(
			boostTrees(binned, drawn.labels, { ...BOOST_OPTIONS, ...sampling }, trained, null),
		);
		expect(finish(scoreTrees(ensemble, drawn.matrix))).toEqual(scores);
		expect(finish(scoreBinned(ensemble, binned, allRows(2400), 60))).toEqual(scores);
		expect(ensemble.trees).toHaveLength(60);
	}
});

test('same seed, same trees; another seed, other trees where rows are sampled', () => {
	const grow = (seed: number) =>
		finish(
			boostTrees(binned, drawn.labels, { ...BOOST_OPTIONS, rounds: 5, subsample: 0.7, seed }, trained, null),
		);
	expect(grow(1)).toEqual(grow(1));
	expect(grow(1).scores).not.toEqual(grow(2).scores);
});

/** FNV-1a over the bytes of the scores. */
function hashOf(scores: Float64Array): string {
	let hash = 0x811c9dc5;
	for (const byte of new Uint8Array(scores.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
	return (hash >>> 0).toString(16);
}

test('the bytes are those of Node 20, 22 and 24', () => {
	const options = { ...BOOST_OPTIONS, subsample: 0.8, columnSample: 0.8 };
	expect(hashOf(finish(boostTrees(binned, drawn.labels, options, trained, tested)).scores)).toBe('b17eecc');
});

describe('early stopping', () => {
	const options = { ...BOOST_OPTIONS, rounds: 400, learningRate: 0.3, patience: 10 };
	const result = finish(boostTrees(binned, drawn.labels, options, trained, tested));

	test('stops `patience` rounds after the smallest validation loss', () => {
		expect(result.losses.length).toBe(result.bestRound + 10);
		expect(result.losses.indexOf(Math.min(...result.losses))).toBe(result.bestRound - 1);
		expect(result.ensemble.trees).toHaveLength(result.losses.length);
	});

	test('the loss of a round is the log-loss of the first trees on the validation rows', () => {
		const scores = finish(scoreBinned(result.ensemble, binned, tested, result.bestRound));
		const loss = scores.reduce(
			(sum, z, at) => sum + Math.log1p(Math.exp(drawn.labels[2000 + at] === 1 ? -z : z)),
			0,
		);
		expect(result.losses[result.bestRound - 1]).toBeCloseTo(loss / 400, 10);
	});

	test('labels of validation rows change no tree', () => {
		const flipped = drawn.labels.map((label, row) => (row < 2000 ? label : 1 - label));
		const other = finish(
			boostTrees(binned, flipped, { ...options, patience: 0, rounds: 10 }, trained, tested),
		);
		expect(other.ensemble.trees).toEqual(result.ensemble.trees.slice(0, 10));
	});
});

test('categories as flags: joint columns give the trees that single columns give', () => {
	const random = createRandom(9);
	const width = 8;
	const values = new Float32Array(3000 * width);
	const labels = new Uint8Array(3000);
	for (let row = 0; row < 3000; row++) {
		const level = Math.floor(random() * 6);
		values[row * width + level] = 1;
		values[row * width + 6] = random();
		values[row * width + 7] = random() < 0.5 ? 1 : 0;
		labels[row] = random() < 0.1 + 0.1 * level ? 1 : 0;
	}
	const packed = finish(binMatrix({ rows: 3000, width, values }));
	expect(packed.joints.map(({ packs }) => packs)).toEqual([
		[
			{ features: [0, 1, 2, 3, 4, 5], states: 6 },
			{ features: [7], states: 2 },
		],
	]);
	const grow = (joints: BinnedMatrix['joints']) =>
		finish(boostTrees({ ...packed, joints }, labels, { ...BOOST_OPTIONS, rounds: 10 }, allRows(3000), null));
	const [together, apart] = [grow(packed.joints), grow([])];
	together.scores.forEach((score, row) => expect(score).toBeCloseTo(apart.scores[row]!, 6));
	expect(together.ensemble.trees.map(({ feature }) => feature)).toEqual(
		apart.ensemble.trees.map(({ feature }) => feature),
	);
});

test('a step is short: 20,000 rows x 30 features pause at least every 1,500,000 cells', () => {
	const random = createRandom(2);
	const matrix = { rows: 20_000, width: 30, values: Float32Array.from({ length: 600_000 }, random) };
	const labels = Uint8Array.from({ length: 20_000 }, () => (random() < 0.3 ? 1 : 0));
	const bins = finish(binMatrix(matrix));
	const steps = boostTrees(
		bins,
		labels,
		{ ...BOOST_OPTIONS, rounds: 10, maxLeaves: 31 },
		allRows(20_000),
		null,
	);
	let count = 0;
	while (steps.next().done !== true) count += 1;
	// The root of each of the ten trees alone reads 600,000 cells.
	expect(count).toBeGreaterThan(10);
	expect(count).toBeLessThan(100);
});
