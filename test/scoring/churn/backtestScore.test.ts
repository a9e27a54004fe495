import type { ScorePoint } from '../../../scoring/churn/Backtest';
import { ahead, AS_OF, churned, point, runBacktest } from './backtestWorld';

/**
 * Worked by hand, 90 days ahead. Churn on 2024-09-01 is counted back to 2024-06-03, renewal of C to the same day, the stay of D and E to 2024-10-02.
 * Risk from high to low: A 40 churned, C 50 renewed, B 80 churned, D 90 and E 95 stayed.
 */
const GOLDEN = {
	points: [
		point('A', '2024-06-01', 40),
		point('A', '2024-06-10', 10),
		point('B', '2024-05-20', 80),
		point('C', '2024-06-03', 50),
		point('D', '2024-10-02', 90),
		point('E', '2024-09-15', 95),
	],
	outcomes: [
		churned('A', '2024-09-01', -300_00),
		churned('B', '2024-09-01', -100_00),
		{ account_id: 'C', kind: 'renewed', occurred_on: '2024-09-01' },
	],
	accounts: [
		{ account_id: 'C', name: 'Cie', arr_minor: 500_00, currency: 'EUR' },
		{ account_id: 'A', name: 'Acme', arr_minor: 0, currency: 'EUR' },
	],
};

describe('five accounts worked by hand', () => {
	const backtest = runBacktest(GOLDEN);
	const result = ahead(backtest, 90);

	test('the score as known then is joined', () => {
		expect(
			backtest.joined.map(({ accountId, basis, value, scoredOn, daysBefore }) => [
				accountId,
				basis,
				value,
				scoredOn,
				daysBefore,
			]),
		).toEqual([
			['A', 'churned', 40, '2024-06-01', 92],
			['B', 'churned', 80, '2024-05-20', 104],
			['C', 'renewed', 50, '2024-06-03', 90],
			['D', 'stayed', 90, '2024-10-02', 90],
			['E', 'stayed', 95, '2024-09-15', 107],
		]);
	});

	test('of six pairs five are in order', () => {
		expect(result.auc).toBeCloseTo(5 / 6, 12);
		expect(result.lift10).toBeCloseTo(1 / (2 / 5), 12);
	});

	test('below 70 warn A (right) and C (wrong); B was missed', () => {
		expect([backtest.threshold, backtest.thresholdFrom, backtest.direction]).toEqual([70, 'health', 'low']);
		expect([result.flagged, result.precision.value, result.recall.value]).toEqual([2, 0.5, 0.5]);
		expect([result.accuracy.value, result.trivialAccuracy]).toEqual([0.6, 0.6]);
		expect(result.precision.low).toBeCloseTo(0.1207, 3);
		expect(result.churnedArr).toMatchObject({
			flaggedMinor: 300_00,
			totalMinor: 400_00,
			value: 0.75,
			low: null,
		});
	});

	test('wrong calls are listed with what was known', () => {
		expect(backtest.greenButChurned).toEqual([
			{
				account_id: 'B',
				name: null,
				arr_minor: 100_00,
				currency: 'EUR',
				value: 80,
				band: null,
				scored_on: '2024-05-20',
				outcome: 'churned',
				outcome_on: '2024-09-01',
				days_before: 104,
			},
		]);
		expect(backtest.redButRenewed.map(({ account_id, arr_minor }) => [account_id, arr_minor])).toEqual([
			['C', 500_00],
		]);
	});

	test('five outcomes give no verdict', () => {
		expect(backtest.verdict.code).toBe('not-enough-outcomes');
		expect(backtest.verdict.text).toContain('5 accounts have a value from 90 days ahead (2 churned)');
		expect(new Set(backtest.promises.map(({ verdict }) => verdict))).toEqual(new Set(["can't be told"]));
	});
});

describe('what was known then', () => {
	const at90 = (points: ScorePoint[]): number | undefined =>
		runBacktest({ points, outcomes: [churned('A', '2024-09-01')], accounts: [] }).joined[0]?.value;

	test('the last moment of the day counts, the next one does not', () => {
		expect(at90([point('A', '2024-06-03', 40, '2024-06-03T23:59:59.999Z')])).toBe(40);
		expect(at90([point('A', '2024-06-03', 40, '2024-06-04T00:00:00.000Z')])).toBeUndefined();
	});
	test('an instant with a zone is compared as an instant', () => {
		expect(at90([point('A', '2024-06-03', 40, '2024-06-04T01:30:00+02:00')])).toBe(40);
		expect(at90([point('A', '2024-06-03', 40, '2024-06-03T22:30:00-02:00')])).toBeUndefined();
	});
	test('a Date is an instant too', () => {
		const row = { ...point('A', '2024-06-03', 40), computed_at: new Date('2024-07-01T00:00:00Z') };
		expect(at90([row])).toBeUndefined();
	});
	test('a correction made later does not replace what was known', () => {
		expect(at90([point('A', '2024-06-03', 40), point('A', '2024-06-03', 10, '2024-08-01T00:00:00Z')])).toBe(
			40,
		);
		expect(at90([point('A', '2024-06-03', 40), point('A', '2024-06-03', 45, '2024-06-03T06:00:00Z')])).toBe(
			45,
		);
	});
	test('a newer day wins over an older one that was computed later, and of one day the later computation wins', () => {
		const noon = point('A', '2024-06-02', 45, '2024-06-02T12:00:00Z');
		expect(at90([point('A', '2024-06-01', 90, '2024-06-03T12:00:00Z'), point('A', '2024-06-02', 40)])).toBe(
			40,
		);
		expect(at90([noon, point('A', '2024-06-02', 90)])).toBe(45);
		expect(at90([point('A', '2024-06-02', 90), noon])).toBe(45);
		expect(at90([noon, point('A', '2024-06-02', 30)])).toBe(45);
	});
	test('35 days old still counts, 36 do not', () => {
		expect(at90([point('A', '2024-04-29', 40)])).toBe(40);
		expect(at90([point('A', '2024-04-28', 40)])).toBeUndefined();
	});
	test('a day without a value does not hide the one before', () => {
		expect(at90([point('A', '2024-06-01', 40), point('A', '2024-06-03', null)])).toBe(40);
	});
	test('why an account was left out is counted', () => {
		const outcomes = ['A', 'B', 'C'].map((id) => churned(id, '2024-09-01'));
		const points = [point('A', '2024-01-01', 1), point('B', '2024-06-01', 1, '2024-12-01T00:00:00Z')];
		const backtest = runBacktest({ points, outcomes, accounts: [] });
		expect(ahead(backtest, 90)).toMatchObject({
			unscored: { none: 1, tooOld: 1, computedLater: 1 },
			unscoredChurned: 3,
			rejectedRows: 1,
		});
		expect(backtest.notes.map(({ code }) => code)).toEqual(['computed-later', 'churned-without-score']);
	});
});

test('the as-of day is the last that counts', () => {
	const backtest = runBacktest({
		points: [point('A', '2025-01-01', 50), point('A', 'soon', 50)],
		outcomes: [],
		accounts: [],
	});
	expect(backtest.skipped).toMatchObject({ scoreAfterAsOf: 1, scoreWithoutDay: 1, scoreWithoutValue: 0 });
	expect(backtest.asOfOn).toBe(AS_OF);
});
