import { forecastRenewals } from '../../../scoring/renewal/forecastRenewals';
import type { ForecastCase, ForecastOptions, ScopeForecast } from '../../../scoring/renewal/RenewalForecast';
import { one, options } from './forecastCases';

const total = (cases: ForecastCase[], given: Partial<ForecastOptions> = {}): ScopeForecast | undefined =>
	forecastRenewals(cases, { ...options, ...given }).scopes[0];

test('875,000 at 94 % weigh 822,500, are commit, and fall due in March', () => {
	const forecast = forecastRenewals([one()], options);
	expect(forecast.scopes[0]).toMatchObject({
		dimension: 'portfolio',
		currency: 'USD',
		contracts: 1,
		dueMinor: 87_500_000,
		closedMinor: 0,
		commitMinor: 87_500_000,
		weightedMinor: 82_250_000,
		arr: { interval80: { low: 87_500_000, high: 87_500_000 }, interval95: { low: 0, high: 87_500_000 } },
	});
	expect(forecast.scopes.map(({ dimension, key }) => `${dimension} ${key}`)).toEqual([
		'portfolio null',
		'month 2025-03',
		'owner jane',
		'segment mid_market',
		'category commit',
	]);
});

test('a call goes before the probability, closed before both; each forecast holds what is surer', () => {
	const cases = [
		one({ contractId: '1', outcome: 'renewed', renewedMinor: 90_000_000, arrMinor: 80_000_000 }),
		one({ contractId: '2', arrMinor: 10, call: 'commit', probability: 0.2 }),
		one({ contractId: '3', arrMinor: 200, probability: 0.75 }),
		one({ contractId: '4', arrMinor: 3_000, probability: 0.5 }),
		one({ contractId: '5', arrMinor: 40_000, probability: 0.1 }),
		one({ contractId: '6', arrMinor: 500_000, outcome: 'lost' }),
	];
	expect(total(cases)).toMatchObject({
		closedMinor: 80_000_000,
		commitMinor: 80_000_010,
		mostLikelyMinor: 80_000_210,
		bestMinor: 80_003_210,
		dueMinor: 80_543_210,
		weightedMinor: 80_000_000 + 2 + 150 + 1_500 + 4_000,
	});
});

test('what cannot count is counted, an unknown probability is in the amount due only', () => {
	const cases = [
		one({ dueOn: null }),
		one({ dueOn: '2025-07-01' }),
		one({ dueOn: '2024-10-31', outcome: 'renewed' }),
		one({ arrMinor: null }),
		one({ currency: null }),
		one({ probability: null }),
	];
	const { leftOut, scopes } = forecastRenewals(cases, options);
	expect(leftOut).toEqual({ withoutDueDate: 1, outside: 2, withoutAmount: 1, withoutCurrency: 1 });
	expect(scopes[0]).toMatchObject({
		contracts: 1,
		dueMinor: 87_500_000,
		weightedMinor: 0,
		withoutProbability: 1,
		arr: { contracts: 0 },
	});
	expect(total(cases, { defaultProbability: 0.7 })?.weightedMinor).toBe(61_250_000);
	expect(forecastRenewals([], options)).toMatchObject({ scopes: [], cases: [] });
	expect(forecastRenewals([one({ dueOn: '2024-10-31' })], options).scopes[1]?.key).toBe('overdue');
});

test('currencies are added with a rate for each, else every part stands once per currency', () => {
	const cases = [one(), one({ contractId: 'D', currency: 'EUR', arrMinor: 1_000, ownerId: 'joe' })];
	const rates = [{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 }];
	const both = forecastRenewals(cases, { ...options, reportCurrency: 'USD', rates });
	expect(both.scopes[0]).toMatchObject({ currency: 'USD', dueMinor: 87_501_100, converted: true });
	expect(
		both.scopes
			.filter(({ dimension }) => dimension === 'currency')
			.map(({ currency, dueMinor }) => [currency, dueMinor]),
	).toEqual([
		['EUR', 1_000],
		['USD', 87_500_000],
	]);
	const apart = forecastRenewals(cases, { ...options, reportCurrency: 'USD' });
	expect(apart.notConverted).toEqual(['EUR']);
	expect(
		apart.scopes
			.filter(({ dimension }) => dimension === 'portfolio')
			.map(({ currency, dueMinor }) => [currency, dueMinor]),
	).toEqual([
		['EUR', 1_000],
		['USD', 87_500_000],
	]);
});
