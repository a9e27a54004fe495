import fc from 'fast-check';
import { estimateSurvival } from '../../../scoring/learn/estimateSurvival';

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
