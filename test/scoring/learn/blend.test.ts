import * as fc from 'fast-check';
import { chooseRepair } from '../../../scoring/learn/chooseRepair';
import { createRandom } from '../../../scoring/learn/createRandom';
import { fitPlatt } from '../../../scoring/learn/fitPlatt';
import { fitShift } from '../../../scoring/learn/fitShift';
import { newestWindow } from '../../../scoring/learn/newestWindow';
import { noteRateDrift } from '../../../scoring/learn/noteRateDrift';
import { sigmoid } from '../../../scoring/learn/sigmoid';
import { stackLogOdds } from '../../../scoring/learn/stackLogOdds';
import { warnTraining } from '../../../scoring/learn/warnTraining';
import { finishSteps } from './finishSteps';

/** True log-odds of so many rows, and labels drawn by them. */
function draw(rows: number, seed: number) {
	const random = createRandom(seed);
	const truth = Float64Array.from({ length: rows }, () => 5 * random() - 3.5);
	const labels = Uint8Array.from(truth, (logOdds) => (random() < sigmoid(logOdds) ? 1 : 0));
	const noise = truth.map(() => 3 * random() - 1.5);
	return { truth, labels, noise };
}

const stack = (parts: readonly Float64Array[], labels: Uint8Array, prior: readonly number[]) =>
	finishSteps(stackLogOdds(parts, labels, prior));

test('the part that predicts gets the weight, noise gets little', () => {
	const { truth, labels, noise } = draw(2000, 1);
	const weights = stack([noise, truth, noise.map((value) => -value)], labels, [1 / 3, 1 / 3, 1 / 3]);
	expect(weights[1]).toBeGreaterThan(0.8);
	expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test('parts that are equally good keep the shares they had', () => {
	const { truth, labels } = draw(300, 2);
	expect(stack([truth, truth.slice()], labels, [0.5, 0.5])).toEqual([0.5, 0.5]);
	expect(stack([truth], labels, [1])).toEqual([1]);
});

const repair = (logOdds: Float64Array, labels: Uint8Array) =>
	finishSteps(chooseRepair(logOdds, labels, fitPlatt, { seed: 1, groups: null }));

test('log-odds that are too sure are pulled back, right ones are left alone', () => {
	const { truth, labels } = draw(600, 3);
	const { slope } = repair(
		truth.map((value) => 3 * value),
		labels,
	);
	expect(slope).toBeGreaterThan(0.25);
	expect(slope).toBeLessThan(0.45);
	expect(repair(truth, labels)).toEqual({ slope: 1, intercept: 0 });
});

test('an order that is upside down is not turned round, a handful of rows not repaired', () => {
	const { truth, labels } = draw(600, 4);
	expect(
		repair(
			truth.map((value) => -value),
			labels,
		),
	).toEqual({ slope: 1, intercept: 0 });
	expect(repair(Float64Array.of(9, -9), Uint8Array.of(0, 1))).toEqual({ slope: 1, intercept: 0 });
});

test('after the shift the probabilities sum to the events', () => {
	const rows = fc.array(fc.tuple(fc.double({ min: -6, max: 6, noNaN: true }), fc.boolean()), {
		minLength: 2,
		maxLength: 50,
	});
	fc.assert(
		fc.property(rows, (table) => {
			const logOdds = Float64Array.from(table, ([value]) => value);
			const labels = Uint8Array.from(table, ([, event]) => (event ? 1 : 0));
			const events = labels.reduce((sum, label) => sum + label, 0);
			const shift = fitShift(logOdds, labels);
			if (events === 0 || events === labels.length) expect(shift).toBe(0);
			else expect(logOdds.reduce((sum, value) => sum + sigmoid(value + shift), 0)).toBeCloseTo(events, 6);
		}),
	);
});

test('the newest window is as short as 100 rows and 20 of each class allow', () => {
	const times = Float64Array.from({ length: 600 }, (_, row) => Math.floor(row / 60));
	const often = Uint8Array.from(times, (_, row) => row % 2);
	expect(newestWindow(times, often)).toBe(8);
	const seldom = Uint8Array.from(times, (_, row) => (row % 15 === 0 ? 1 : 0));
	expect(newestWindow(times, seldom)).toBe(5);
	const never = Uint8Array.from(times, (_, row) => (row % 100 === 0 ? 1 : 0));
	expect(newestWindow(times, never)).toBeNull();
	expect(newestWindow(new Float64Array(600), often)).toBeNull();
});

test('a rate that moved beyond chance is told with both rates', () => {
	const times = Float64Array.from({ length: 1000 }, (_, row) => (row < 500 ? 1 : 2));
	const moved = Uint8Array.from(times, (time, row) => (row % (time === 1 ? 20 : 8) === 0 ? 1 : 0));
	expect(noteRateDrift(times, moved, 2)).toContain('from 5 % to 12.4 %');
	const still = Uint8Array.from(times, (_, row) => (row % 10 === 0 ? 1 : 0));
	expect(noteRateDrift(times, still, 2)).toBeNull();
});

test('each warning has its code, and a text that says what to do', () => {
	const note = (code: string) => ({
		code,
		path: 'x',
		message: `about ${code}`,
		remedy: 'do something',
		severity: 'warning' as const,
	});
	const nothing = { notes: [], events: 40, features: 3, metrics: null, signal: null, drift: null };
	expect(warnTraining(nothing)).toEqual([]);
	const codesOf = (facts: Partial<Parameters<typeof warnTraining>[0]>) =>
		warnTraining({ ...nothing, ...facts }).map(({ code }) => code);
	expect(codesOf({ events: 39 })).toEqual(['few-events']);
	expect(codesOf({ events: 4 })).toEqual(['few-events', 'weak-signal']);
	expect(codesOf({ features: 0 })).toEqual(['weak-signal']);
	expect(codesOf({ signal: { gain: 0.1, limit: 0, weak: true } })).toEqual(['weak-signal']);
	expect(codesOf({ signal: { gain: 0.1, limit: 0.1, weak: false } })).toEqual([]);
	expect(
		codesOf({ notes: [note('leakage'), note('duplicates'), note('one-class')], drift: 'moved' }),
	).toEqual(['leakage', 'duplicates', 'drift']);
	const metrics = { auc: 0.951 } as never;
	expect(warnTraining({ ...nothing, metrics })).toEqual([
		{ code: 'leakage', text: expect.stringContaining('95.1 %') as string },
	]);
	expect(codesOf({ metrics: { auc: 0.95 } as never })).toEqual([]);
});
