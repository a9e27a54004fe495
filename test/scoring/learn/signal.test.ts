import { createRandom } from '../../../scoring/learn/createRandom';
import type { Matrix } from '../../../scoring/learn/Matrix';
import { sampleSignal } from '../../../scoring/learn/sampleSignal';
import { signalOfModel } from '../../../scoring/learn/signalOfModel';
import { testSignal } from '../../../scoring/learn/testSignal';
import { finishSteps } from './finishSteps';

const WIDTH = 8;

/** Columns of noise; the label depends on the first by `strength`, 0: not at all. */
function draw(rows: number, rate: number, strength: number, seed: number) {
	const random = createRandom(seed);
	const values = Float32Array.from({ length: rows * WIDTH }, () => random() - 0.5);
	const labels = Uint8Array.from({ length: rows }, (_, row) => {
		const odds = Math.log(rate / (1 - rate)) + strength * values[row * WIDTH]!;
		return random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
	});
	const matrix: Matrix = { rows, width: WIDTH, values };
	return { matrix, labels };
}

const isWeak = ({ matrix, labels }: ReturnType<typeof draw>, groups: Int32Array | null = null): boolean =>
	finishSteps(testSignal(matrix, labels, groups, 1)).weak;

test('labels that have nothing to do with the columns are weak', () => {
	const weak = Array.from({ length: 40 }, (_, seed) => isWeak(draw(120, 0.15, 0, seed)));
	// 96 % expected; fewer than 35 of 40 have a chance of 1 in 300.
	expect(weak.filter((is) => is).length).toBeGreaterThanOrEqual(35);
});

test('labels that follow a column are not', () => {
	const weak = Array.from({ length: 10 }, (_, seed) => isWeak(draw(200, 0.2, 8, 100 + seed)));
	expect(weak.filter((is) => is)).toEqual([]);
});

test('a column of which only both ends matter is a signal', () => {
	const { matrix, labels } = draw(500, 0.2, 0, 7);
	const random = createRandom(8);
	for (let row = 0; row < labels.length; row++) {
		labels[row] = Number(random() < (Math.abs(matrix.values[row * WIDTH]!) > 0.35 ? 0.7 : 0.1));
	}
	expect(isWeak({ matrix, labels })).toBe(false);
});

test('what only a model finds counts too, when it is beyond doubt; of an account one row', () => {
	const scores = Float64Array.from({ length: 200 }, (_, row) => row % 7);
	const follows = Uint8Array.from(scores, (score) => (score > 4 ? 1 : 0));
	expect(signalOfModel(scores, follows, null)).toMatchObject({ gain: 0.5, weak: false });
	const independent = Uint8Array.from(scores, (_, row) => (row % 5 === 0 ? 1 : 0));
	expect(signalOfModel(scores, independent, null)).toBeNull();
	const fewAccounts = Int32Array.from(scores, (score) => score);
	expect(signalOfModel(scores, follows, fewAccounts)).toBeNull();
});

test('what is missing counts, and constant columns do not disturb', () => {
	const { matrix, labels } = draw(200, 0.3, 0, 9);
	for (let row = 0; row < labels.length; row++) {
		if (labels[row] === 1) matrix.values[row * WIDTH + 1] = NaN;
		matrix.values[row * WIDTH + 2] = 5;
		matrix.values[row * WIDTH + 3] = NaN;
	}
	expect(isWeak({ matrix, labels })).toBe(false);
});

test('same seed, same answer; labels of all rows count once', () => {
	const drawn = draw(150, 0.2, 2, 3);
	const once = finishSteps(testSignal(drawn.matrix, drawn.labels, null, 5));
	expect(finishSteps(testSignal(drawn.matrix, drawn.labels, null, 5))).toEqual(once);
	expect(once.weak).toBe(once.limit <= 0);
});

test('steps are short also with very many rows', () => {
	const drawn = draw(20_000, 0.05, 6, 11);
	let steps = 0;
	const signal = finishSteps(testSignal(drawn.matrix, drawn.labels, null, 1), (taken) => (steps = taken));
	expect(signal.weak).toBe(false);
	expect(steps).toBeGreaterThan(10);
});

test('of an account one row is compared, the one with the event', () => {
	const labels = Uint8Array.of(0, 0, 1, 0, 0, 0, 1, 1);
	const groups = Int32Array.of(7, 7, 7, 3, 3, 9, 9, 9);
	for (let seed = 0; seed < 20; seed++) {
		const rows = [...sampleSignal(labels, groups, seed)];
		expect(rows.map((row) => groups[row])).toEqual([7, 3, 9]);
		expect(rows.map((row) => labels[row])).toEqual([1, 0, 1]);
	}
});

test('of very many rows 1,000 are compared, all events up to 500', () => {
	const rare = Uint8Array.from({ length: 5000 }, (_, row) => (row % 100 === 0 ? 1 : 0));
	const chosen = sampleSignal(rare, null, 1);
	expect([chosen.length, chosen.filter((row) => rare[row] === 1).length]).toEqual([1000, 50]);
	const even = Uint8Array.from({ length: 5000 }, (_, row) => row % 2);
	expect(sampleSignal(even, null, 1).filter((row) => even[row] === 1)).toHaveLength(500);
});
