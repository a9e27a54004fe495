import fc from 'fast-check';

import { HEALTH_BANDS } from '../../../scoring/health/presets';
import { rollUpPortfolio, type PortfolioRow } from '../../../scoring/health/rollUpPortfolio';

function row(value: number | null, more: Partial<PortfolioRow> = {}): PortfolioRow {
	const bare = {
		accountId: 'a',
		rounded: null,
		band: null,
		previousRounded: null,
		arrMinor: null,
		currency: null,
	};
	return { ...bare, value, fields: {}, ...more };
}

const repeat = (count: number, made: PortfolioRow): PortfolioRow[] =>
	Array.from({ length: count }, () => made);
const options = { groupBy: [], bands: HEALTH_BANDS };

test('golden: 420/500/250/80 of 1,250 are 33.6/40/20/6.4 %, 330 at risk, 80 at risk of churn', () => {
	const rows = [
		...repeat(420, row(90, { band: 'excellent' })),
		...repeat(500, row(75, { band: 'good' })),
		...repeat(250, row(60, { band: 'fair' })),
		...repeat(80, row(40, { band: 'poor' })),
	];
	const { portfolio } = rollUpPortfolio(rows, options);
	expect(portfolio.bands.map(({ count }) => count)).toEqual([420, 500, 250, 80]);
	expect(portfolio.bands.map(({ share }) => share)).toEqual([0.336, 0.4, 0.2, 0.064]);
	expect([portfolio.count, portfolio.atRisk, portfolio.churnRisk]).toEqual([1250, 330, 80]);
});

/** Counts and means as the source prints them; it gives 78.5 for the whole, which none of them yields. */
const SOURCE: readonly [string, number, readonly (readonly [string, number, number])[]][] = [
	[
		'tier',
		75.06,
		[
			['enterprise', 85.2, 150],
			['professional', 79.8, 400],
			['starter', 72.1, 500],
			['community', 65.4, 200],
		],
	],
	[
		'industry',
		77.32,
		[
			['healthcare', 82.1, 180],
			['financial', 84.3, 220],
			['technology', 76.8, 350],
			['manufacturing', 75.2, 150],
			['other', 71.9, 350],
		],
	],
	[
		'company_size',
		75.62,
		[
			['enterprise', 83.4, 200],
			['large', 79.2, 300],
			['medium', 74.8, 450],
			['small', 68.1, 300],
		],
	],
];

test.each(SOURCE)('golden: the mean by %s is %d', (field, expected, groups) => {
	const rows = groups.flatMap(([key, value, count]) =>
		repeat(count, row(value, { fields: { [field]: key } })),
	);
	const rollUp = rollUpPortfolio(rows, { ...options, groupBy: [field] });
	expect(rollUp.portfolio.count).toBe(1250);
	expect(rollUp.portfolio.mean?.toFixed(2)).toBe(expected.toFixed(2));
	for (const [key, value, count] of groups) {
		const group = rollUp.groups.find((candidate) => candidate.key === key);
		expect([group?.count, group?.mean?.toFixed(9)]).toEqual([count, value.toFixed(9)]);
	}
});

test('accounts without a score are counted and in no mean, share or risk', () => {
	const { portfolio } = rollUpPortfolio([row(80), row(null), row(60)], options);
	expect(portfolio).toMatchObject({ count: 3, scored: 2, insufficient: 1, mean: 70, atRisk: 1 });
	expect(portfolio.bands.reduce((total, { share }) => total + (share ?? 0), 0)).toBe(1);
	expect(rollUpPortfolio([row(null)], options).portfolio).toMatchObject({ mean: null, delta: null });
	expect(rollUpPortfolio([row(null)], options).portfolio.bands[0]?.share).toBeNull();
});

test('the rounded score decides risk', () => {
	const { portfolio } = rollUpPortfolio([row(69.5), row(69.4), row(49.5), row(49.4)], options);
	expect([portfolio.atRisk, portfolio.churnRisk]).toEqual([3, 1]);
});

test('the change compares accounts scored both times', () => {
	const rows = [
		row(80, { rounded: 80, previousRounded: 90 }),
		row(60, { rounded: 60 }),
		row(null, { previousRounded: 50 }),
	];
	expect(rollUpPortfolio(rows, options).portfolio).toMatchObject({ delta: -10, compared: 1 });
});

describe('ARR', () => {
	const rows = [
		row(60, { arrMinor: 1000, currency: 'USD' }),
		row(80, { arrMinor: 500, currency: 'EUR' }),
		row(40, { arrMinor: null, currency: 'USD' }),
	];
	const rates = [{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.2 }];
	test('is summed per currency and converted with a rate', () => {
		const { arr, arrAtRisk } = rollUpPortfolio(rows, { ...options, reportCurrency: 'USD', rates }).portfolio;
		expect(arr).toEqual({ byCurrency: { EUR: 500, USD: 1000 }, totalMinor: 1600, reason: null, unknown: 1 });
		expect(arrAtRisk).toMatchObject({ totalMinor: 1000, unknown: 1 });
	});
	test('has no total where a rate is missing, and says which', () => {
		const { arr } = rollUpPortfolio(rows, {
			...options,
			reportCurrency: 'USD',
			asOfOn: '2023-12-31',
			rates,
		}).portfolio;
		expect(arr).toMatchObject({ totalMinor: null, reason: 'No rate from EUR to USD on 2023-12-31' });
		expect(rollUpPortfolio(rows, options).portfolio.arr.reason).toBe('No report currency given');
	});
});

test('groups part the portfolio, largest first, accounts without the field in a group of their own', () => {
	const arbitrary = fc.record({
		value: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
		tier: fc.option(fc.constantFrom('a', 'b', 'c')),
		arr: fc.option(fc.integer({ min: 0, max: 1e9 })),
	});
	fc.assert(
		fc.property(fc.array(arbitrary, { maxLength: 60 }), (accounts) => {
			const rows = accounts.map(({ value, tier, arr }) =>
				row(value, { fields: { tier }, arrMinor: arr, currency: 'USD' }),
			);
			const { portfolio, groups } = rollUpPortfolio(rows, {
				...options,
				groupBy: ['tier'],
				reportCurrency: 'USD',
			});
			const total = (pick: (group: (typeof groups)[number]) => number): number =>
				groups.reduce((sum, group) => sum + pick(group), 0);
			expect(total((group) => group.count)).toBe(rows.length);
			expect(total((group) => group.atRisk)).toBe(portfolio.atRisk);
			expect(total((group) => group.arr.totalMinor ?? NaN)).toBe(portfolio.arr.totalMinor);
			expect(total((group) => (group.mean ?? 0) * group.scored)).toBeCloseTo(
				(portfolio.mean ?? 0) * portfolio.scored,
				6,
			);
			expect(groups.map((group) => group.count)).toEqual(
				groups.map((group) => group.count).sort((a, b) => b - a),
			);
		}),
	);
});
