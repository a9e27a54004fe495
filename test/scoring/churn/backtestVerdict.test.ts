import type { OutcomeRow, ScorePoint } from '../../../scoring/churn/Backtest';
import { ahead, runBacktest, simulateWorld } from './backtestWorld';

const point = (account_id: string, as_of_on: string, value: number): ScorePoint => ({
	account_id,
	as_of_on,
	value,
	computed_at: `${as_of_on}T05:00:00.000Z`,
});
const churned = (
	account_id: string,
	occurred_on: string,
	arr_change_minor: number | null = null,
): OutcomeRow => ({ account_id, kind: 'churned', occurred_on, arr_change_minor, currency: 'EUR' });

describe('money', () => {
	const points = ['A', 'B', 'C'].map((id) => point(id, '2024-06-01', id === 'A' ? 40 : 90));
	const lost = (id: string, minor: number | null, currency: string | null): OutcomeRow => ({
		...churned(id, '2024-09-01', minor),
		currency,
	});

	test('currencies are converted on the day of the outcome', () => {
		const outcomes = [lost('A', -100_00, 'EUR'), lost('B', -100_00, 'USD'), lost('C', -100_00, 'USD')];
		const rates = [{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 2 }];
		const backtest = runBacktest({ points, outcomes, accounts: [] }, { rates });
		expect(backtest.currency).toBe('USD');
		expect(ahead(backtest, 90).churnedArr).toMatchObject({
			flaggedMinor: 200_00,
			totalMinor: 400_00,
			unknown: 0,
		});
	});
	test('without rate or amount an account is left out of the revenue, counted and said', () => {
		const outcomes = [lost('A', -100_00, 'EUR'), lost('B', -100_00, 'USD'), lost('C', null, null)];
		const backtest = runBacktest({ points, outcomes, accounts: [] }, { currency: 'EUR' });
		expect(ahead(backtest, 90).churnedArr).toMatchObject({ totalMinor: 100_00, value: 1, unknown: 2 });
		expect(backtest.notes.map(({ code }) => code)).toContain('arr-unknown');
	});
	test('an account that left and pays nothing now has lost an unknown amount', () => {
		const accounts = [
			{ account_id: 'A', arr_minor: 0, currency: 'EUR' },
			{ account_id: 'B', arr_minor: 50_00, currency: 'EUR' },
		];
		const outcomes = [lost('A', null, null), lost('B', 0, null)];
		const backtest = runBacktest({ points, outcomes, accounts });
		expect(ahead(backtest, 90).churnedArr).toMatchObject({ totalMinor: 50_00, value: 0, unknown: 1 });
	});
	test('no ARR at all is unknown, not nothing', () => {
		const outcomes = [lost('A', null, null)];
		const backtest = runBacktest({ points, outcomes, accounts: [] });
		expect(ahead(backtest, 90).churnedArr.value).toBeNull();
	});
});

describe('nothing to judge', () => {
	test('no rows at all', () => {
		const backtest = runBacktest({ points: [], outcomes: [], accounts: [] });
		expect(ahead(backtest, 90)).toMatchObject({ n: 0, auc: null, trivialAccuracy: null, monotone: null });
		expect(backtest.verdict.code).toBe('not-enough-outcomes');
	});
	test.each([1, 2])('one class only (every %i. account churned, or none)', (churnEvery) => {
		const world = simulateWorld({ accounts: 50, churnEvery, signal: 10, weeks: 60 });
		const outcomes = churnEvery === 1 ? world.outcomes : [];
		const backtest = runBacktest({ ...world, outcomes });
		expect(ahead(backtest, 90).n).toBeGreaterThan(30);
		expect(ahead(backtest, 90).auc).toBeNull();
		expect(backtest.verdict.code).toBe('not-enough-outcomes');
	});
	test('nine churns are not enough, ten are', () => {
		const world = (accounts: number): ReturnType<typeof simulateWorld> =>
			simulateWorld({ accounts, churnEvery: 4, signal: 60, weeks: 20 });
		expect(runBacktest(world(36)).verdict.code).toBe('not-enough-outcomes');
		expect(runBacktest(world(40)).verdict.code).toBe('strong');
	});
	test('options that make no sense are refused, all at once', () => {
		expect(() =>
			runBacktest(
				{ points: [], outcomes: [], accounts: [] },
				{ asOfOn: 'now', horizons: [0.5], stalenessDays: -1, threshold: NaN },
			),
		).toThrow(/'now' is not a calendar day.*horizon 0.5.*staleness limit -1.*threshold NaN/);
	});
});

describe('verdict', () => {
	const verdict = (signal: number, options = {}): string =>
		runBacktest(simulateWorld({ accounts: 400, churnEvery: 5, signal, weeks: 20 }), options).verdict.code;

	test.each([
		[-15, 'wrong-way'],
		[0, 'no-better-than-chance'],
		[4, 'weak'],
		[9, 'useful'],
		[25, 'strong'],
	])('a gap of %i points between churned and kept is %s', (signal, code) => {
		expect(verdict(signal)).toBe(code);
	});
	test('one sentence with revenue, warnings and AUC', () => {
		const backtest = runBacktest(simulateWorld({ accounts: 400, churnEvery: 5, signal: 12, weeks: 20 }), {
			threshold: 50,
		});
		expect(backtest.verdict.text).toMatch(
			/^90 days ahead the health score flagged \d+ % of the churned revenue \(\d+ % to \d+ %\), and \d+ % of its warnings came true \(20 % would by chance\), with \d+ % of all accounts warned of; AUC 0\.\d\d \(0\.\d\d-0\.\d\d\): better than chance, worth acting on\.$/,
		);
	});
	test('a score that is too good is doubted', () => {
		const backtest = runBacktest(simulateWorld({ accounts: 100, churnEvery: 4, signal: 60, weeks: 20 }));
		expect(backtest.notes.map(({ code }) => code)).toEqual(['too-good']);
	});
	test('a name that says nothing: the direction is measured and said', () => {
		const world = simulateWorld({ accounts: 100, churnEvery: 4, signal: 20, weeks: 20 });
		const backtest = runBacktest(world, { score: 'points' });
		expect([backtest.direction, backtest.directionFrom]).toEqual(['low', 'measured']);
		expect(backtest.notes.map(({ code }) => code)).toContain('direction-measured');
	});
	test('a probability warns of the riskiest fifth unless told otherwise', () => {
		const world = simulateWorld({ accounts: 100, churnEvery: 4, signal: 20, weeks: 20 });
		const points = world.points.map((one) => ({ ...one, value: 1 - (one.value as number) / 100 }));
		const backtest = runBacktest({ ...world, points }, { score: 'churn' });
		expect([backtest.direction, backtest.directionFrom, backtest.thresholdFrom]).toEqual([
			'high',
			'name',
			'riskiest-fifth',
		]);
		expect(ahead(backtest, 90).flagged).toBe(20);
		expect(
			ahead(runBacktest({ ...world, points }, { score: 'churn', threshold: 0.45 }), 90).flagged,
		).not.toBe(20);
	});
});

describe('bands', () => {
	test('by the band the value came with, best first; churn that rises towards the worst is monotone', () => {
		const world = simulateWorld({ accounts: 300, churnEvery: 3, signal: 25, weeks: 20 });
		const points = world.points.map((one) => ({
			...one,
			band: (one.value as number) >= 50 ? 'good' : 'poor',
		}));
		const result = ahead(runBacktest({ ...world, points }), 90);
		expect(result.bands.map(({ band }) => band)).toEqual(['good', 'poor']);
		expect(result.monotone).toBe(true);
		expect(ahead(runBacktest({ ...world, points }, { direction: 'high' }), 90).monotone).toBe(false);
	});
	test('by given bands of the rounded value', () => {
		const bands = [
			{ id: 'green', from: 70 },
			{ id: 'red', from: 0 },
		];
		const points = [point('A', '2024-06-01', 69.5), point('B', '2024-06-01', 69.4)];
		const outcomes = ['A', 'B'].map((id) => churned(id, '2024-09-01'));
		const backtest = runBacktest({ points, outcomes, accounts: [] }, { bands });
		expect(ahead(backtest, 90).bands.map(({ band, rows }) => [band, rows])).toEqual([
			['green', 1],
			['red', 1],
		]);
		expect(backtest.greenButChurned.map(({ account_id }) => account_id)).toEqual(['A']);
	});
	test('a score with one value has one band', () => {
		const points = ['A', 'B'].map((id) => point(id, '2024-06-01', 5));
		const outcomes = ['A', 'B'].map((id) => churned(id, '2024-09-01'));
		expect(ahead(runBacktest({ points, outcomes, accounts: [] }), 90)).toMatchObject({
			bands: [{ band: 'all', rows: 2 }],
			monotone: null,
		});
	});
});
