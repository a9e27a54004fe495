import fc from 'fast-check';

import type { HorizonResult, JoinedCase, PromisedRate } from '../../../scoring/churn/Backtest';
import { correlateOutcomes } from '../../../scoring/churn/correlateOutcomes';
import { judgeHorizon } from '../../../scoring/churn/judgeHorizon';
import { promisedRates } from '../../../scoring/churn/promisedRates';
import { shareOfArr } from '../../../scoring/churn/shareOfArr';
import { spearman } from '../../../scoring/core/spearman';
import { aucInterval } from '../../../scoring/learn/aucInterval';

const RULE = { direction: 'low', threshold: 70 } as const;

/** `count` accounts alike. */
function cases(count: number, one: Partial<JoinedCase>): JoinedCase[] {
	return Array.from({ length: count }, (_, index) => ({
		accountId: `${JSON.stringify(one)}-${index}`,
		name: null,
		basis: one.churned === true ? 'churned' : 'renewed',
		on: '2024-09-01',
		day: 19_967,
		churned: false,
		contractedDays: [],
		knownDay: null,
		arrMinor: null,
		currency: null,
		reportMinor: null,
		value: 90,
		band: null,
		scoredOn: '2024-06-03',
		daysBefore: 90,
		components: null,
		...one,
	}));
}

function promises(joined: JoinedCase[]): Record<PromisedRate['id'], PromisedRate> {
	const scores = {
		horizonDays: 90,
		joined,
		unscored: { none: 0, tooOld: 0, computedLater: 0 },
		unscoredChurned: 0,
		rejectedRows: 0,
		knownBefore: 0,
	};
	const result: HorizonResult = judgeHorizon(scores, { ...RULE, bands: [], seed: 1 });
	return Object.fromEntries(promisedRates(result, joined, RULE).map((one) => [one.id, one])) as Record<
		PromisedRate['id'],
		PromisedRate
	>;
}

test('a promise is met only when the whole interval reaches it', () => {
	const calls = (right: number, wrong: number): PromisedRate =>
		promises([
			...cases(100, { churned: true, value: 20 }),
			...cases(right, {}),
			...cases(wrong, { value: 20 }),
		])['churn-accuracy'];
	expect(calls(100, 4)).toMatchObject({ promised: 0.9, verdict: 'met', rows: 204 });
	expect(calls(84, 16)).toMatchObject({ measured: 184 / 200, verdict: "can't be told" });
	expect(calls(60, 40)).toMatchObject({ measured: 0.8, verdict: 'not met' });
	expect(calls(60, 40).text).toBe(
		'Churn prediction accuracy: promised 90 %, measured 80 % (75 % to 84 %) on 200 accounts: not met. Calling everybody "stays" reaches 50 %.',
	);
});

test('a high accuracy that calling everybody "stays" reaches too is unmasked', () => {
	const { verdict, trivial, text } = promises([...cases(15, { churned: true }), ...cases(985, {})])[
		'churn-accuracy'
	];
	expect([verdict, trivial]).toEqual(['met', 0.985]);
	expect(text).toContain('so the warnings add nothing to this figure');
});

test('too few outcomes can not be told, whatever was measured', () => {
	const few = promises([...cases(9, { churned: true, value: 20 }), ...cases(300, {})]);
	expect(Object.values(few).map(({ verdict }) => verdict)).toEqual(Array(4).fill("can't be told"));
	const none = promises([]);
	expect(none['churn-accuracy']).toMatchObject({ measured: null, low: null, trivial: null, rows: 0 });
	expect(none['health-correlation'].text).toContain('measured unknown on 0 accounts');
});

test('renewals count only accounts that had one to decide', () => {
	const joined = [
		...cases(20, { churned: true, value: 20 }),
		...cases(20, {}),
		...cases(60, { basis: 'stayed', value: 20 }),
	];
	const found = promises(joined);
	expect(found['renewal-accuracy']).toMatchObject({ promised: 0.85, measured: 1, rows: 40, verdict: 'met' });
	expect(found['churn-accuracy']).toMatchObject({ measured: 0.4, rows: 100, verdict: 'not met' });
});

test('shrinking within the horizon is behaviour too, before it is not', () => {
	const day = 19_967;
	const shrunk = (on: number): PromisedRate =>
		promises([
			...cases(20, { churned: true, value: 20 }),
			...cases(80, {}),
			...cases(10, { contractedDays: [on] }),
		])['behaviour-accuracy'];
	expect(shrunk(day - 89).measured).toBeCloseTo(100 / 110, 12);
	expect(shrunk(day - 90).measured).toBe(1);
	expect(shrunk(day + 1).measured).toBe(1);
});

test('no ranking can correlate 0.9 with a rare yes or no, and that is said', () => {
	const joined = cases(100, {}).map((one, index) => ({ ...one, value: index, churned: index < 10 }));
	const { measured, ceiling, verdict, text } = promises(joined)['health-correlation'];
	expect(measured).toBeCloseTo(ceiling as number, 12);
	expect(ceiling).toBeCloseTo(Math.sqrt(3 * 0.09), 2);
	expect(verdict).toBe('not met');
	expect(text).toContain('No score could meet it here: even a perfect ranking reaches 0.52');
});

test('the correlation is Spearman', () => {
	const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), {
		minLength: 4,
		maxLength: 60,
	});
	fc.assert(
		fc.property(rows, (pairs) => {
			const values = pairs.map(([value]) => value);
			const labels = pairs.map(([, churned]) => (churned ? 1 : 0));
			const area = aucInterval(Float64Array.from(values), Uint8Array.from(labels));
			const expected = spearman(values, labels);
			fc.pre(area !== null && expected !== null);
			const events = labels.filter((label) => label === 1).length;
			const found = correlateOutcomes(values, events, area as NonNullable<typeof area>);
			expect(found?.value).toBeCloseTo(expected as number, 9);
			expect(found?.ceiling).toBeGreaterThanOrEqual(Math.abs(expected as number) - 1e-9);
		}),
	);
	expect(correlateOutcomes([5, 5, 5], 1, { auc: 0.5, low: 0, high: 1 })).toBeNull();
});

test('where all or nothing was flagged the revenue still has an interval', () => {
	const all = shareOfArr(Array(10).fill({ minor: 100, flagged: true }), 1);
	expect([all.value, all.high]).toEqual([1, 1]);
	expect(all.low).toBeCloseTo(10 / (10 + 1.6448536 ** 2), 6);
	const uneven = shareOfArr(
		[...Array(9).fill({ minor: 1, flagged: true }), { minor: 1000, flagged: true }],
		1,
	);
	expect(uneven.low as number).toBeLessThan(0.5);
	const some = Array.from({ length: 40 }, (_, index) => ({ minor: 100, flagged: index % 4 === 0 }));
	expect(shareOfArr(some, 1)).toEqual(shareOfArr(some, 1));
	expect(shareOfArr(some, 1)).toMatchObject({ value: 0.25, low: 0.15, high: 0.35 });
});
