import fc from 'fast-check';

import { mean } from '../../../scoring/core/mean';
import { median } from '../../../scoring/core/median';
import { percentileRank } from '../../../scoring/core/percentileRank';
import { quantile } from '../../../scoring/core/quantile';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

test.each([
	[0, 0],
	[0.5, 1],
	[49.499999, 49],
	[81.49999999999999, 82],
	[69.5, 70],
	[-0.4, 0],
	[-0.5, 0],
	[-1.5, -1],
	[-1.6, -2],
	[1e15, 1e15],
])('%p rounds to %p', (value, rounded) => {
	expect(Object.is(roundHalfUp(value), rounded)).toBe(true);
});

test('a half survives any way of adding it up', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 99 }),
			fc.double({ min: 0.01, max: 0.99, noNaN: true }),
			(whole, share) => {
				const half = whole + 0.5;
				expect(roundHalfUp(half * share + half * (1 - share))).toBe(whole + 1);
			},
		),
	);
});

test('what is no finite number stays what it is', () => {
	expect(roundHalfUp(NaN)).toBeNaN();
	expect(roundHalfUp(Infinity)).toBe(Infinity);
});

test('an empty sample has no mean, median, quantile or rank', () => {
	expect([mean([]), median([]), quantile([], 0.5), percentileRank(1, [])]).toEqual([null, null, null, null]);
});

test('quantiles rise with the share, lie inside the sample and leave it as it was', () => {
	fc.assert(
		fc.property(
			values,
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(sample, a, b) => {
				const before = [...sample];
				const low = quantile(sample, Math.min(a, b)) as number;
				const high = quantile(sample, Math.max(a, b)) as number;
				expect(low).toBeLessThanOrEqual(high + 1e-9);
				expect(low).toBeGreaterThanOrEqual(Math.min(...sample) - 1e-9);
				expect(high).toBeLessThanOrEqual(Math.max(...sample) + 1e-9);
				expect(sample).toEqual(before);
			},
		),
	);
});

test('a rank counts those below and half of the ties', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
			fc.integer({ min: -1, max: 10 }),
			(sample, value) => {
				const peers = [...sample].sort((left, right) => left - right);
				const below = sample.filter((peer) => peer < value).length;
				const ties = sample.filter((peer) => peer === value).length;
				expect(percentileRank(value, peers)).toBeCloseTo(((below + ties / 2) / sample.length) * 100, 9);
			},
		),
	);
});
