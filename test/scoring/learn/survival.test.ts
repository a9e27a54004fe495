import fc from 'fast-check';
import { continueSurvival } from '../../../scoring/learn/continueSurvival';
import { createRandom } from '../../../scoring/learn/createRandom';
import { estimateSurvival } from '../../../scoring/learn/estimateSurvival';
import { indexSurvival } from '../../../scoring/learn/indexSurvival';
import { remainingTime } from '../../../scoring/learn/remainingTime';

// R: survfit(Surv(time, status) ~ 1, data = aml); summary() prints 3 significant digits.
const TIMES = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
const CENSORED = new Set([2, 5, 8, 10, 16]);
const STATUS = TIMES.map((_, row) => (CENSORED.has(row) ? 0 : 1));
const PRINTED = [
	'5 23 2 0.9130 0.0588 0.8049 1.000',
	'8 21 2 0.8261 0.0790 0.6848 0.996',
	'9 19 1 0.7826 0.0860 0.6310 0.971',
	'12 18 1 0.7391 0.0916 0.5798 0.942',
	'13 17 1 0.6957 0.0959 0.5309 0.912',
	'18 14 1 0.6460 0.1011 0.4753 0.878',
	'23 13 2 0.5466 0.1073 0.3721 0.803',
	'27 11 1 0.4969 0.1084 0.3240 0.762',
	'30 9 1 0.4417 0.1095 0.2717 0.718',
	'31 8 1 0.3865 0.1089 0.2225 0.671',
	'33 7 1 0.3313 0.1064 0.1765 0.622',
	'34 6 1 0.2761 0.1020 0.1338 0.569',
	'43 5 1 0.2208 0.0954 0.0947 0.515',
	'45 4 1 0.1656 0.0860 0.0598 0.458',
	'48 2 1 0.0828 0.0727 0.0148 0.462',
];

test('equals what R prints for the aml data', () => {
	const curve = estimateSurvival(TIMES, STATUS);
	expect(
		curve.steps.map(({ time, atRisk, events, survival, standardError, low, high }) =>
			[
				time,
				atRisk,
				events,
				survival.toFixed(4),
				standardError?.toFixed(4),
				low?.toFixed(4),
				high?.toFixed(3),
			].join(' '),
		),
	).toEqual(PRINTED);
	expect(curve).toMatchObject({ rows: 23, events: 18, median: 27, medianLow: 18, medianHigh: 45 });
});

/** Kaplan-Meier as a fraction of whole numbers: no rounding anywhere. */
function exactly(times: readonly number[], status: readonly number[]): Map<number, [bigint, bigint]> {
	const found = new Map<number, [bigint, bigint]>();
	let left: [bigint, bigint] = [1n, 1n];
	for (const time of [...new Set(times)].sort((a, b) => a - b)) {
		const atRisk = times.filter((other) => other >= time).length;
		const events = times.filter((other, row) => other === time && status[row] === 1).length;
		if (events === 0) continue;
		left = [left[0] * BigInt(atRisk - events), left[1] * BigInt(atRisk)];
		found.set(time, left);
	}
	return found;
}

test('equals exact fractions on any data', () => {
	const row = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1 }));
	fc.assert(
		fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
			const times = rows.map(([time]) => time);
			const status = rows.map(([, state]) => state);
			const exact = exactly(times, status);
			const { steps } = estimateSurvival(times, status);
			expect(steps.map(({ time }) => time)).toEqual([...exact.keys()]);
			for (const { time, survival } of steps) {
				const [part, whole] = exact.get(time)!;
				const digits = 10n ** 15n;
				expect(Math.abs(survival - Number((part * digits) / whole) / 1e15)).toBeLessThan(1e-12);
			}
		}),
	);
});

test('when nobody is left there are no limits', () => {
	const { steps } = estimateSurvival([1, 2], [1, 1]);
	expect(steps[1]).toEqual({
		time: 2,
		atRisk: 1,
		events: 1,
		survival: 0,
		standardError: null,
		low: null,
		high: null,
	});
});

test('exactly half left: the median lies midway to the next end, as in R', () => {
	expect(estimateSurvival([1, 2, 3, 4], [1, 1, 1, 1]).median).toBe(2.5);
	expect(estimateSurvival([1, 2, 3, 4], [1, 1, 0, 0]).median).toBe(2);
	expect(estimateSurvival([1, 2, 3, 4], [1, 0, 0, 0]).median).toBeNull();
});

test('durations that are not known are left out', () => {
	expect(estimateSurvival([NaN, 3, Infinity, -1], [1, 1, 1, 1])).toMatchObject({ rows: 1, events: 1 });
});

describe('delayed entry', () => {
	// By hand: at 2 rows 0 and 1 are watched (row 2 enters at 2, so after it), at 5 rows 1 to 3, at 7 rows 2 and 3.
	const [times, status, entries] = [
		[2, 5, 7, 9, 4],
		[1, 1, 1, 0, 1],
		[0, 0, 2, 3, 6],
	];

	test('equals the hand-computed example; a row watched only after its end does not count', () => {
		const curve = estimateSurvival(times, status, { entries });
		expect(curve).toMatchObject({ rows: 4, events: 3, gap: null });
		expect(curve.steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
			[2, 2, 1],
			[5, 3, 1],
			[7, 2, 1],
		]);
		for (const [index, share] of [1 / 2, 1 / 3, 1 / 6].entries())
			expect(curve.steps[index]?.survival).toBeCloseTo(share, 12);
		const greenwood = 1 / (2 * 1) + 1 / (3 * 2) + 1 / (2 * 1);
		expect(curve.steps[2]?.standardError).toBeCloseTo(Math.sqrt(greenwood) / 6, 12);
	});

	test('counts at risk as the definition says, on any data', () => {
		const row = fc.tuple(fc.nat(12), fc.nat(1), fc.nat(12));
		fc.assert(
			fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
				const curve = estimateSurvival(
					rows.map(([time]) => time),
					rows.map(([, state]) => state),
					{ entries: rows.map(([, , entry]) => entry) },
				);
				for (const { time, atRisk, events } of curve.steps) {
					const watched = rows.filter(([end, , entry]) => (entry === 0 || entry < time) && end >= time);
					expect(atRisk).toBe(watched.length);
					expect(events).toBe(watched.filter(([end, state]) => end === time && state === 1).length);
				}
			}),
		);
	});

	test('is right where a naive curve is not: only those that lasted until the records began are known', () => {
		const random = createRandom(7);
		const ends: number[] = [];
		const since: number[] = [];
		while (ends.length < 4000) {
			const [end, entry] = [-Math.log(1 - random()) * 10, random() * 20];
			// Who ended before is nowhere to be seen.
			if (end <= entry) continue;
			ends.push(end);
			since.push(entry);
		}
		const all = ends.map(() => 1);
		const right = estimateSurvival(ends, all, { entries: since });
		expect(Math.abs((right.median as number) - 10 * Math.LN2)).toBeLessThan(0.8);
		expect(estimateSurvival(ends, all).median as number).toBeGreaterThan(12);
	});

	test('a time at which nobody was watched is told, and nothing goes across it', () => {
		const index = indexSurvival(
			estimateSurvival([2, 3, 8, 9, 9], [1, 0, 1, 0, 0], { entries: [0, 0, 5, 5, 5] }),
		);
		expect(index.curve.gap).toEqual({ from: 3, to: 5 });
		expect(continueSurvival(index, 0, 3, 1)?.value).toBe(0.5);
		expect(continueSurvival(index, 0, 4, 1)).toBeNull();
		expect(continueSurvival(index, 4, 8, 1)).toBeNull();
		expect(continueSurvival(index, 5, 8, 1)?.value).toBeCloseTo(2 / 3, 12);
		expect(remainingTime(index, 0, 2)).toEqual({ median: 2, mean: 2, seen: 3 });
		expect(remainingTime(index, 5, 4)?.mean).toBeCloseTo(3 + 2 / 3, 12);
		expect(estimateSurvival([9], [0], { entries: [4] }).gap).toEqual({ from: 0, to: 4 });
	});

	test('after all that were watched have ended, those that come later begin anew', () => {
		const index = indexSurvival(estimateSurvival([2, 6, 8], [1, 1, 0], { entries: [0, 4, 4] }));
		expect(index.curve.steps[1]?.survival).toBe(0);
		expect(continueSurvival(index, 4, 6, 1)?.value).toBe(0.5);
	});
});

describe('from an age on', () => {
	const index = indexSurvival(estimateSurvival(TIMES, STATUS));

	test('is the ratio of the curve, its mean the area', () => {
		const shareAt = (time: number) =>
			index.curve.steps.filter((step) => step.time <= time).at(-1)?.survival ?? 1;
		const ages = fc.tuple(fc.nat(48), fc.nat(60));
		fc.assert(
			fc.property(ages, ([from, ahead]) => {
				const to = from + ahead;
				expect(continueSurvival(index, from, to, 1)?.value).toBeCloseTo(shareAt(to) / shareAt(from), 12);
				let area = 0;
				for (let time = from; time < to; time++) area += shareAt(time) / shareAt(from);
				expect(remainingTime(index, from, ahead)?.mean).toBeCloseTo(area, 9);
			}),
		);
	});

	test('limits come from what lies ahead; without an end ahead from the number watched', () => {
		const ahead = continueSurvival(index, 13, 18, 1.96);
		expect(ahead?.value).toBeCloseTo(13 / 14, 12);
		expect(ahead?.low).toBeCloseTo((13 / 14) * Math.exp(-1.96 * Math.sqrt(1 / (14 * 13))), 12);
		expect(continueSurvival(index, 48, 161, 1.6448536)?.low).toBeCloseTo(0.05, 5);
		expect(continueSurvival(index, 48, 162, 1.96)).toBeNull();
	});

	test('no mean over a time that nobody was seen for', () => {
		expect(remainingTime(index, 48, 113)?.mean).not.toBeNull();
		expect(remainingTime(index, 48, 114)).toMatchObject({ mean: null, seen: 113 });
		expect(remainingTime(index, 161, 1)).toBeNull();
	});

	test('limits of another confidence', () => {
		const [step] = estimateSurvival(TIMES, STATUS, { z: 1 }).steps;
		expect(step?.low).toBeCloseTo((step?.survival as number) * Math.exp(-Math.sqrt(2 / (23 * 21))), 12);
	});
});
