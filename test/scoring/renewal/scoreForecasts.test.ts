import type { ForecastRow } from '../../../scoring/renewal/ForecastSnapshot';
import { scoreForecasts } from '../../../scoring/renewal/scoreForecasts';
import { ends, forecastOf, MADE_ON, renews, settle } from './frozenForecast';

const options = { asOfOn: '2026-06-30', graceDays: 30, rates: [] };

// Renewed in full, renewed at half, lost: 150 of 300 thousand; forecast 95 + 80 + 30 = 205.
const rows = forecastOf([
	['a', 0.95, null],
	['b', 0.8, 'pipeline'],
	['c', 0.3, 'commit'],
]);
const outcomes = settle(
	[ends('a'), renews('a', 130_000), ends('b'), renews('b', 50_000, '2026-03-20'), ends('c')],
	'2026-06-30',
);

test('each forecast beside what it came to; growth above the amount due is not renewal', () => {
	const { rows: scored } = scoreForecasts(rows, outcomes, options);
	const month = scored.find(({ scope }) => scope === 'month:2026-02/weighted/USD');
	expect(month).toMatchObject({
		status: 'scored',
		actual_minor: 150_000,
		amount_minor: 205_000,
		errorMinor: 55_000,
		inside80: true,
		horizonDays: 44,
	});
	expect(month).toMatchObject({ low_80_minor: 100_000, high_80_minor: 300_000 });
	expect(scored.find(({ scope }) => scope === 'portfolio/due/USD')?.actual_minor).toBe(300_000);
	expect(scored.find(({ scope }) => scope === 'category:commit/weighted/USD')?.actual_minor).toBe(100_000);
	expect(scored.every(({ status }) => status === 'scored')).toBe(true);
});

test('WAPE and bias over all and by owner, conversion and slippage by category, the call against the model', () => {
	const { accuracy, conversions, calls } = scoreForecasts(rows, outcomes, options);
	expect(accuracy.find(({ group, category }) => group === 'all' && category === 'weighted')).toEqual({
		group: 'all',
		key: null,
		category: 'weighted',
		currency: 'USD',
		forecasts: 1,
		forecastMinor: 205_000,
		actualMinor: 150_000,
		wape: 55 / 150,
		bias: 55 / 150,
		coverage80: 1,
	});
	expect(accuracy.find(({ group }) => group === 'owner')).toMatchObject({
		key: 'jane',
		forecastMinor: 205_000,
		actualMinor: 150_000,
	});
	expect(accuracy.find(({ group, category }) => group === 'horizon' && category === 'commit')).toMatchObject({
		key: '31-90',
		forecastMinor: 200_000,
	});
	expect(conversions).toEqual([
		{
			category: 'commit',
			currency: 'USD',
			contracts: 2,
			amountMinor: 200_000,
			renewedMinor: 100_000,
			conversion: 0.5,
			slippedContracts: 0,
			slippedMinor: 0,
			slippage: 0,
			openContracts: 0,
		},
		{
			category: 'pipeline',
			currency: 'USD',
			contracts: 1,
			amountMinor: 100_000,
			renewedMinor: 50_000,
			conversion: 0.5,
			slippedContracts: 1,
			slippedMinor: 100_000,
			slippage: 1,
			openContracts: 0,
		},
	]);
	// b: pipeline against 80 %, half renewed counts as renewed; c: commit against 30 %, lost. The model was right twice.
	expect(calls).toEqual([
		{
			currency: 'USD',
			compared: 2,
			disagreed: 2,
			callRight: 0,
			modelRight: 2,
			callRightMinor: 0,
			modelRightMinor: 200_000,
			modelBrier: expect.closeTo((0.04 + 0.09) / 2, 12),
		},
	]);
});

test('a month that is not settled stays open, one that nobody renewed in time is lost', () => {
	const early = settle([ends('a')], '2026-03-15');
	expect(early).toMatchObject([{ dueMinor: 100_000, renewedMinor: 0, decided: false }]);
	expect(settle([ends('a')], '2026-03-15', ['a'])).toMatchObject([{ decided: true }]);
	expect(settle([ends('a')], '2026-04-15')).toMatchObject([
		{ decided: true, renewedMinor: 0, settledOn: null },
	]);
	const ledger = scoreForecasts(rows, early, { ...options, asOfOn: '2026-03-15' });
	expect(ledger.rows.every(({ status, actual_minor }) => status === 'open' && actual_minor === null)).toBe(
		true,
	);
	expect(ledger.conversions[0]).toMatchObject({
		category: 'commit',
		contracts: 1,
		conversion: null,
		slippage: 1,
		openContracts: 1,
	});
	expect(ledger.accuracy).toEqual([]);
});

test('amounts in a report currency are compared at the rates of the day of the forecast; without a rate not at all', () => {
	const frozen: ForecastRow = {
		forecast_id: 'f',
		scope: 'month:2026-02/weighted',
		made_on: MADE_ON,
		period: '2026-02',
		category: 'weighted',
		currency: 'EUR',
		amount_minor: 140_000,
		low_80_minor: 100_000,
		high_80_minor: 150_000,
		actual_minor: null,
		model_version: '1',
	};
	const rate = (day_on: string, value: number) => ({
		day_on,
		from_currency: 'USD',
		to_currency: 'EUR',
		rate: value,
	});
	const rates = [rate('2026-01-01', 0.9), rate('2026-02-01', 0.5)];
	expect(scoreForecasts([frozen], outcomes, { ...options, rates }).rows[0]).toMatchObject({
		actual_minor: 135_000,
		inside80: true,
	});
	expect(scoreForecasts([frozen], outcomes, options).rows[0]).toMatchObject({
		status: 'no_rate',
		actual_minor: null,
	});
});

test('a category cannot be traced when its contracts were not frozen', () => {
	const without = rows.filter(({ scope }) => !scope.startsWith('contract:'));
	const { rows: scored, conversions, calls } = scoreForecasts(without, outcomes, options);
	expect(scored.find(({ scope }) => scope === 'category:commit/weighted/USD')?.status).toBe('not_traceable');
	expect([conversions, calls]).toEqual([[], []]);
});
