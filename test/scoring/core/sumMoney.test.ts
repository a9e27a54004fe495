import fc from 'fast-check';

import { sumMoney } from '../../../scoring/core/sumMoney';

const rates = [
	{ day_on: '2026-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 },
	{ day_on: '2026-01-01', from_currency: 'USD', to_currency: 'JPY', rate: 150 },
];
const options = { reportCurrency: 'USD', onDay: '2026-01-15', rates };

test('sums per currency always, a total only when every amount can be converted', () => {
	const amounts = [
		{ amountMinor: 100_00, currency: 'USD' },
		{ amountMinor: 50_00, currency: 'EUR' },
		{ amountMinor: 50_00, currency: 'EUR' },
		{ amountMinor: 15_000, currency: 'JPY' },
	];
	expect(sumMoney(amounts, options)).toEqual({
		perCurrency: [
			{ currency: 'EUR', amountMinor: 10_000, count: 2 },
			{ currency: 'JPY', amountMinor: 15_000, count: 1 },
			{ currency: 'USD', amountMinor: 10_000, count: 1 },
		],
		totalMinor: 10_000 + 11_000 + 10_000,
		notConverted: [],
		withoutCurrency: 0,
		withoutAmount: 0,
		reason: null,
	});
	const gap = sumMoney([...amounts, { amountMinor: 1, currency: 'CHF' }], options);
	expect([gap.totalMinor, gap.reason]).toEqual([null, 'No total in USD: no rate from CHF.']);
	expect(gap.notConverted).toEqual([{ currency: 'CHF', amountMinor: 1, count: 1 }]);
});

test('an amount without currency stops the total, a missing amount does not', () => {
	const without = sumMoney(
		[
			{ amountMinor: 5, currency: null },
			{ amountMinor: 5, currency: 'USD' },
		],
		options,
	);
	expect(without).toMatchObject({
		totalMinor: null,
		withoutCurrency: 1,
		reason: 'No total in USD: 1 amount has no currency.',
	});
	const missing = sumMoney(
		[
			{ amountMinor: null, currency: 'USD' },
			{ amountMinor: 5, currency: 'USD' },
		],
		options,
	);
	expect(missing).toMatchObject({ totalMinor: 5, withoutAmount: 1, reason: null });
});

test('nothing to add up is not 0; without a report currency there is no total', () => {
	expect(sumMoney([], options)).toMatchObject({
		totalMinor: null,
		reason: 'No total in USD: there is no amount.',
	});
	expect(sumMoney([{ amountMinor: 5, currency: 'USD' }], { ...options, reportCurrency: null })).toMatchObject(
		{ totalMinor: null, reason: null },
	);
});

test('no amount is lost: the counts add up', () => {
	const amount = fc.record({
		amountMinor: fc.option(fc.integer()),
		currency: fc.option(fc.constantFrom('USD', 'EUR', 'CHF', 'JPY')),
	});
	fc.assert(
		fc.property(fc.array(amount), (amounts) => {
			const sum = sumMoney(amounts, options);
			const counted = sum.perCurrency.reduce((total, { count }) => total + count, 0);
			expect(counted + sum.withoutCurrency + sum.withoutAmount).toBe(amounts.length);
			expect(sum.totalMinor === null).toBe(sum.reason !== null);
		}),
	);
});
