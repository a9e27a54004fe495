import type { OutcomeRow } from '../../../scoring/churn/Backtest';
import { ahead, churned, point, runBacktest } from './backtestWorld';

describe('outcomes', () => {
	const points = ['A', 'B'].map((id) => point(id, '2024-06-01', 50));

	test('what happened, or became known, after the as-of day does not count', () => {
		const outcomes = [
			churned('A', '2024-09-01'),
			{ ...churned('B', '2024-09-01'), known_at: '2024-09-20T00:00:00Z' },
		];
		const backtest = runBacktest({ points, outcomes, accounts: [] }, { asOfOn: '2024-09-10' });
		expect(backtest.cases).toEqual({ all: 2, churned: 1, renewed: 0, stayed: 1 });
		expect(backtest.skipped).toMatchObject({ outcomeKnownAfterAsOf: 1 });
	});
	test('an account that will leave has not stayed', () => {
		const backtest = runBacktest({ points, outcomes: [churned('A', '2025-02-01')], accounts: [] });
		expect(backtest.cases).toEqual({ all: 1, churned: 0, renewed: 0, stayed: 1 });
		expect(backtest.skipped).toMatchObject({ accountLeavingLater: 1, outcomeAfterAsOf: 1 });
	});
	test('each account counts once: its churn before its renewals, the newest of each', () => {
		const renewed = (on: string): OutcomeRow => ({ account_id: 'B', kind: 'renewed', occurred_on: on });
		const outcomes = [
			renewed('2024-08-01'),
			renewed('2024-09-01'),
			renewed('2024-09-01'),
			{ account_id: 'A', kind: 'renewed', occurred_on: '2024-09-01' },
			churned('A', '2024-03-01'),
			churned('A', '2024-07-01'),
			{ account_id: 'A', kind: 'moved', occurred_on: '2024-09-01' },
			churned('A', 'soon'),
		];
		const backtest = runBacktest({ points, outcomes, accounts: [] }, { horizons: [30, 90] });
		expect(backtest.joined.map(({ accountId, on }) => [accountId, on])).toEqual([['B', '2024-09-01']]);
		expect(ahead(backtest, 30).n).toBe(1);
		expect(backtest.skipped).toMatchObject({
			outcomeTwice: 1,
			outcomeOfUnknownKind: 1,
			outcomeWithoutDay: 1,
		});
	});
	test('leaving that was known by then is said', () => {
		const outcomes = [{ ...churned('A', '2024-09-01'), known_at: '2024-06-03T08:00:00Z' }];
		const backtest = runBacktest({ points, outcomes, accounts: [] }, { horizons: [90, 91] });
		expect([ahead(backtest, 90).knownBefore, ahead(backtest, 91).knownBefore]).toEqual([1, 0]);
		expect(backtest.notes.map(({ code }) => code)).toContain('leaving-known');
	});
});
