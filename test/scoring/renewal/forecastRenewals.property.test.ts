import fc from 'fast-check';
import { forecastRenewals } from '../../../scoring/renewal/forecastRenewals';
import type { ForecastCase } from '../../../scoring/renewal/RenewalForecast';
import { roundToSum } from '../../../scoring/renewal/roundToSum';
import { snapshotForecast } from '../../../scoring/renewal/snapshotForecast';
import { one, options } from './forecastCases';

const anyCase = fc.record({
	contractId: fc.uuid(),
	arrMinor: fc.option(fc.integer({ min: -10_000, max: 9_000_000 })),
	currency: fc.option(fc.constantFrom('USD', 'EUR'), { freq: 9 }),
	dueOn: fc.option(fc.constantFrom('2024-10-31', '2024-11-30', '2025-02-28', '2025-06-30', '2025-07-31'), {
		freq: 9,
	}),
	probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 6 }),
	call: fc.option(fc.constantFrom('commit', 'best', 'pipeline'), { freq: 1 }),
	ownerId: fc.option(fc.constantFrom('jane', 'joe')),
	segment: fc.option(fc.constantFrom('smb', 'enterprise')),
	outcome: fc.option(fc.constantFrom('renewed', 'lost'), { freq: 1 }),
}) as fc.Arbitrary<Partial<ForecastCase>>;
const anyCases = fc.array(anyCase.map(one), { maxLength: 25 });
const SUMS = [
	'contracts',
	'dueMinor',
	'closedMinor',
	'commitMinor',
	'mostLikelyMinor',
	'bestMinor',
	'weightedMinor',
] as const;
const rates = [{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.0931 }];

test('months, owners, segments and categories add up to the portfolio, to the last minor unit', () => {
	fc.assert(
		fc.property(anyCases, fc.constantFrom(null, 'USD'), (cases, reportCurrency) => {
			const { scopes } = forecastRenewals(cases, { ...options, reportCurrency, rates });
			for (const whole of scopes.filter(({ dimension }) => dimension === 'portfolio')) {
				for (const dimension of ['month', 'owner', 'segment', 'category']) {
					const parts = scopes.filter(
						(scope) => scope.dimension === dimension && scope.currency === whole.currency,
					);
					for (const name of SUMS) expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(whole[name]);
				}
			}
		}),
		{ numRuns: 200 },
	);
});

test('amounts times a whole number: amounts and ends times it, probabilities, counts and methods as they were', () => {
	fc.assert(
		fc.property(anyCases, fc.integer({ min: 2, max: 500 }), (cases, k) => {
			const before = forecastRenewals(cases, options).scopes;
			const times = (amount: number | null): number | null => (amount === null ? null : amount * k);
			const after = forecastRenewals(
				cases.map((each) => ({ ...each, arrMinor: times(each.arrMinor) })),
				options,
			).scopes;
			for (const [index, scope] of before.entries()) {
				const other = after[index]!;
				for (const name of SUMS.slice(1, 6)) expect(other[name]).toBe(scope[name] * k);
				expect(Math.abs(other.weightedMinor - scope.weightedMinor * k)).toBeLessThanOrEqual(k);
				expect(other.arr.interval80).toEqual({
					low: scope.arr.interval80.low * k,
					high: scope.arr.interval80.high * k,
				});
				expect(other.count).toEqual(scope.count);
			}
		}),
		{ numRuns: 200 },
	);
});

test('a snapshot has one row per scope, and the scope is unique', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(anyCase.map(one), { maxLength: 20, selector: ({ contractId }) => contractId }),
			fc.constantFrom(null, 'USD'),
			(cases, reportCurrency) => {
				const forecast = forecastRenewals(cases, { ...options, reportCurrency, rates });
				const rows = snapshotForecast(forecast, {
					...options,
					forecastId: 'f',
					modelVersion: '1',
					contracts: 'all',
				});
				expect(new Set(rows.map(({ scope }) => scope)).size).toBe(rows.length);
			},
		),
		{ numRuns: 100 },
	);
	const rows = snapshotForecast(forecastRenewals([one({ call: 'best' })], options), {
		...options,
		forecastId: 'f',
		modelVersion: '1',
		contracts: 'all',
	});
	expect(
		rows
			.map(({ scope, period, category, amount_minor }) => [scope, period, category, amount_minor])
			.slice(-7),
	).toEqual([
		['category:best/due/USD', '2024-11..2025-06', 'due', 87_500_000],
		['category:best/commit/USD', '2024-11..2025-06', 'commit', 0],
		['category:best/most_likely/USD', '2024-11..2025-06', 'most_likely', 0],
		['category:best/best/USD', '2024-11..2025-06', 'best', 87_500_000],
		['category:best/weighted/USD', '2024-11..2025-06', 'weighted', 82_250_000],
		['contract:C/call', '2025-03', 'best', 87_500_000],
		['contract:C/weighted', '2025-03', 'weighted', 82_250_000],
	]);
});

test('rounded parts add up to the rounded sum, none is off by one or more', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 30 }), (parts) => {
			const rounded = roundToSum(parts);
			const sum = parts.reduce((all, part) => all + part, 0);
			expect(Math.abs(rounded.reduce((all, part) => all + part, 0) - sum)).toBeLessThanOrEqual(0.5 + 1e-6);
			for (const [index, part] of parts.entries())
				expect(Math.abs(rounded[index]! - part)).toBeLessThan(1 + 1e-9);
		}),
	);
});
