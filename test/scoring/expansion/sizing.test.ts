import fc from 'fast-check';

import { chooseProduct } from '../../../scoring/expansion/chooseProduct';
import { findUnitPrice } from '../../../scoring/expansion/findUnitPrice';
import { listProducts } from '../../../scoring/expansion/listProducts';
import type { PriceRow, ProductRule } from '../../../scoring/expansion/Opportunity';
import type { Signal, SignalRule } from '../../../scoring/expansion/Signal';
import { sizeModule } from '../../../scoring/expansion/sizeModule';
import { sizeUpgrade } from '../../../scoring/expansion/sizeUpgrade';
import { sizeUpsell } from '../../../scoring/expansion/sizeUpsell';
import type { SizingInput } from '../../../scoring/expansion/SizingInput';
import { wordAmount } from '../../../scoring/expansion/wordAmount';

const DAY = '2026-01-15';
const price = (changes: Partial<PriceRow>): PriceRow => ({
	product_id: 'plan',
	tier: null,
	metric: 'seats',
	currency: 'USD',
	valid_from_on: '2025-01-01',
	valid_to_on: null,
	unit_price_minor: 10_000,
	...changes,
});
const input = (changes: Partial<SizingInput> = {}): SizingInput => ({
	account: { tier: 'starter', seats: 100, currency: 'USD' },
	lines: [],
	prices: [price({})],
	rates: [],
	day: DAY,
	...changes,
});
const limit = (metric: string, projected: number, allowed: number) => ({
	metric,
	demand: { projected, limit: allowed, reachedOn: null },
	before: [],
});

describe('upsell', () => {
	test('unit price times the headroom that brings usage back to 85 %', () => {
		const sized = sizeUpsell([limit('seats', 102, 100)], input());
		expect(sized).toMatchObject({ amountMinor: 200_000, currency: 'USD', formula: '20 seats x 100 USD' });
		expect(sized.rows[0]).toMatchObject({ table: 'cs_prices', column: 'unit_price_minor', value: 10_000 });
	});

	test('two limits add up; the same limit seen twice counts once; a metric without a price is left out', () => {
		const prices = [price({}), price({ product_id: 'api', metric: 'api_calls', unit_price_minor: 5 })];
		const signals = [limit('seats', 102, 100), limit('seats', 94, 100), limit('api_calls', 8_500, 9_000)];
		expect(sizeUpsell([...signals, limit('storage_mb', 9, 9)], input({ prices })).amountMinor).toBe(
			200_000 + 1_000 * 5,
		);
	});

	test('what the account pays per seat stands in for a price, other metrics have none', () => {
		const lines = [
			{ line_id: 'l', product_id: 'plan', quantity: 100, arr_minor: 1_200_000, currency: 'USD' },
			{ line_id: 'm', product_id: 'module', quantity: 1, arr_minor: 500_000, currency: 'USD' },
		];
		const sized = sizeUpsell([limit('seats', 102, 100)], input({ prices: [], lines }));
		expect(sized).toMatchObject({
			amountMinor: 240_000,
			rows: [{ table: 'cs_contract_lines', value: 1_200_000 }],
		});
		const none = sizeUpsell([limit('api_calls', 102, 100)], input({ prices: [], lines }));
		expect(none).toMatchObject({ amountMinor: null, currency: null, formula: null });
		expect(none.reason).toBe('There is no price for api_calls. Add it to cs_prices.');
		const twoPrices = [
			...lines,
			{ line_id: 'k', product_id: 'plan', quantity: 5, arr_minor: 1, currency: 'USD' },
		];
		expect(
			sizeUpsell([limit('seats', 102, 100)], input({ prices: [], lines: twoPrices })).amountMinor,
		).toBeNull();
	});

	test('prices times k are amounts times k', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 50, max: 5000 }), (k, projected) => {
				const amount = (factor: number) =>
					sizeUpsell(
						[limit('seats', projected, 100)],
						input({ prices: [price({ unit_price_minor: 7 * factor })] }),
					).amountMinor ?? Number.NaN;
				expect(amount(k)).toBe(k * amount(1));
			}),
		);
	});
});

describe('upgrade', () => {
	const plans = [price({ tier: 'starter' }), price({ tier: 'professional', unit_price_minor: 25_000 })];

	test('the step between two tiers, by seat', () => {
		expect(sizeUpgrade(input({ prices: plans }))).toMatchObject({
			amountMinor: 1_500_000,
			formula: '100 x (250 USD - 100 USD)',
		});
	});

	test('without a price for this tier what is paid now is taken off', () => {
		const account = { tier: 'starter', seats: 100, currency: 'USD', arr_minor: 900_000 };
		expect(sizeUpgrade(input({ prices: plans.slice(1), account })).amountMinor).toBe(1_600_000);
		expect(sizeUpgrade(input({ prices: plans.slice(1) })).reason).toContain('no price for tier starter');
	});

	test('null, never a guess', () => {
		const amount = (changes: Partial<SizingInput>) =>
			sizeUpgrade(input({ prices: plans, ...changes })).amountMinor;
		expect(amount({ account: { tier: 'enterprise', seats: 1 } })).toBeNull();
		expect(amount({ account: { seats: 1 } })).toBeNull();
		expect(amount({ account: { tier: 'starter', currency: 'USD' } })).toBeNull();
		expect(amount({ prices: [price({})] })).toBeNull();
		expect(
			amount({ prices: [price({ tier: 'starter', unit_price_minor: 30_000 }), ...plans.slice(1)] }),
		).toBeNull();
	});
});

describe('price book', () => {
	const query = {
		productId: null,
		tier: 'starter',
		quantity: null,
		metrics: ['seats'],
		currency: 'USD',
		day: DAY,
	};

	test('exact tier, own currency, newest; never one that is over or to come', () => {
		const rows = [
			price({ unit_price_minor: 1 }),
			price({ unit_price_minor: 2, tier: 'starter', valid_to_on: '2026-01-14' }),
			price({ unit_price_minor: 3, tier: 'starter', valid_from_on: '2026-01-16' }),
			price({ unit_price_minor: 4, tier: 'starter', currency: 'EUR' }),
			price({ unit_price_minor: 5, tier: 'starter', valid_from_on: '2024-01-01' }),
			price({ unit_price_minor: 6, tier: 'starter', valid_from_on: '2025-06-01' }),
			price({ unit_price_minor: 7, tier: 'professional' }),
		];
		expect(findUnitPrice(rows, query, [])?.minor).toBe(6);
		expect(findUnitPrice([...rows].reverse(), query, [])?.minor).toBe(6);
	});

	test('another currency only with a rate', () => {
		const rows = [price({ currency: 'EUR', unit_price_minor: 100 })];
		expect(findUnitPrice(rows, query, [])).toBeNull();
		const rates = [{ day_on: '2026-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 }];
		expect(findUnitPrice(rows, query, rates)).toMatchObject({ minor: 110, currency: 'USD' });
	});
});

describe('prices for quantities', () => {
	const ranges = [price({ tier: '1-100' }), price({ tier: '101+', unit_price_minor: 9_000 })];

	test('what the account would have after the purchase decides, times the units bought', () => {
		expect(sizeUpsell([limit('seats', 102, 100)], input({ prices: ranges }))).toMatchObject({
			amountMinor: 180_000,
			formula: '20 seats x 90 USD',
			rows: [{ key: { tier: '101+' }, value: 9_000 }],
		});
		expect(sizeUpsell([limit('seats', 76, 80)], input({ prices: ranges })).formula).toBe(
			'10 seats x 100 USD',
		);
		const upTo100 = sizeUpsell([limit('seats', 84, 80)], input({ prices: ranges }));
		expect(upTo100.formula).toBe('19 seats x 100 USD');
	});

	test('a price for another quantity never matches, also where it is the only one', () => {
		const small = [price({ tier: '1-100' })];
		const none = sizeUpsell([limit('seats', 102, 100)], input({ prices: small }));
		expect(none).toMatchObject({ amountMinor: null, reason: expect.stringContaining('no price for seats') });
		const query = { productId: null, tier: '1-100', metrics: ['seats'], currency: 'USD', day: DAY };
		expect(findUnitPrice(small, { ...query, quantity: null }, [])).toBeNull();
	});

	test('the quantity goes before the plan, the plan before all; each limit has a quantity of its own', () => {
		const prices = [
			price({ unit_price_minor: 1 }),
			price({ unit_price_minor: 2, tier: 'Starter' }),
			price({ unit_price_minor: 3, tier: '100+', currency: 'EUR' }),
			price({ unit_price_minor: 4, tier: '500+' }),
			price({ unit_price_minor: 5, tier: 'up to 5000', metric: 'api_calls' }),
			price({ unit_price_minor: 6, tier: '5001+', metric: 'api_calls' }),
		];
		const rates = [{ day_on: '2026-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 2 }];
		const sized = sizeUpsell(
			[limit('seats', 102, 100), limit('api_calls', 4_250, 4_500)],
			input({ prices, rates }),
		);
		expect(sized.amountMinor).toBe(20 * 6 + 500 * 5);
		const query = { productId: null, tier: 'starter', metrics: ['seats'], currency: 'USD', day: DAY };
		expect(findUnitPrice(prices, { ...query, quantity: 99 }, rates)?.minor).toBe(2);
		expect(findUnitPrice(prices, { ...query, quantity: 500 }, rates)?.minor).toBe(4);
		expect(findUnitPrice(prices, { ...query, tier: null, quantity: 99 }, rates)?.minor).toBe(1);
	});

	test('of any two ranges that do not overlap at most one matches, and it holds the quantity', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 1000 }), (split, quantity) => {
				const prices = [
					price({ tier: `0-${split}`, unit_price_minor: 7 }),
					price({ tier: `${split + 1}+`, unit_price_minor: 5 }),
				];
				const query = { productId: null, tier: null, metrics: ['seats'], currency: 'USD', day: DAY };
				expect(findUnitPrice(prices, { ...query, quantity }, [])?.minor).toBe(quantity <= split ? 7 : 5);
			}),
		);
	});

	test('an upgrade goes by the seats, and only by ranges of a product that is the next tier and no other', () => {
		const starter = price({ product_id: 's', tier: 'starter' });
		const pro = (tier: string, minor: number) => price({ product_id: 'p', tier, unit_price_minor: minor });
		const prices = [starter, pro('professional', 25_000), pro('100+', 22_000)];
		expect(sizeUpgrade(input({ prices })).formula).toBe('100 x (220 USD - 100 USD)');
		const account = { tier: 'starter', seats: 99, currency: 'USD' };
		expect(sizeUpgrade(input({ prices, account })).formula).toBe('99 x (250 USD - 100 USD)');
		const both = [...prices, price({ product_id: 'p', tier: 'enterprise', unit_price_minor: 30_000 })];
		expect(sizeUpgrade(input({ prices: both })).formula).toBe('100 x (250 USD - 100 USD)');
	});

	test('a module by seat goes by all seats, a flat one is bought once', () => {
		const fit = { product: { productId: 'plan' } };
		expect(sizeModule('cross_sell', fit, input({ prices: ranges })).amountMinor).toBe(100 * 10_000);
		const more = { tier: 'starter', seats: 250, currency: 'USD' };
		expect(sizeModule('cross_sell', fit, input({ prices: ranges, account: more })).formula).toBe(
			'250 seats x 90 USD',
		);
		const unknown = sizeModule('cross_sell', fit, input({ prices: ranges, account: { currency: 'USD' } }));
		expect(unknown).toMatchObject({
			amountMinor: null,
			reason: expect.stringContaining('seats are not known'),
		});
		const flat = [
			price({ metric: 'module', tier: '1', unit_price_minor: 1 }),
			price({ metric: 'module', tier: '1-1', unit_price_minor: 500_000 }),
			price({ metric: 'module', tier: '2+', unit_price_minor: 400_000 }),
		];
		expect(sizeModule('cross_sell', fit, input({ prices: flat, account: more })).amountMinor).toBe(500_000);
	});
});

describe('product', () => {
	const signal = (id: string, liveStrength: number) =>
		({ liveStrength, rule: { id, label: id } as SignalRule }) as Signal;
	const product = (changes: Partial<ProductRule>): ProductRule => ({
		productId: 'p',
		name: null,
		type: 'cross_sell',
		answers: [],
		needs: [],
		tiers: [],
		complexity: null,
		...changes,
	});

	test('fits by the signals it answers, halved without what it needs, not at all for another tier', () => {
		const fit = (changes: Partial<ProductRule>, owned: string[] = [], tier = 'starter') =>
			chooseProduct('cross_sell', [signal('a', 0.8), signal('b', 0.5)], [product(changes)], owned, tier)?.fit;
		expect(fit({})).toBe(90);
		expect(fit({ answers: ['a'] })).toBe(80);
		expect(fit({ answers: ['a'], needs: ['x'] })).toBe(40);
		expect(fit({ answers: ['a'], needs: ['x'] }, ['x'])).toBe(80);
		expect(fit({ tiers: ['enterprise'] })).toBeUndefined();
		expect(fit({}, ['p'])).toBeUndefined();
		expect(fit({ type: 'add_on' })).toBeUndefined();
	});

	test('a price whose metric is a type of expansion names a product; the best of several is taken', () => {
		const prices = [price({ product_id: 'z', metric: 'cross_sell', unit_price_minor: 900 })];
		const products = listProducts([product({ productId: 'weak', answers: ['b'] })], prices);
		const best = chooseProduct('cross_sell', [signal('a', 0.8), signal('b', 0.5)], products, [], null);
		expect(best?.product.productId).toBe('z');
		expect(sizeModule('cross_sell', best, input({ prices })).amountMinor).toBe(900);
		expect(listProducts([product({ productId: 'z' })], prices)).toHaveLength(1);
	});

	test('by seat, without a price, without a product', () => {
		const fit = { product: product({}) };
		const prices = [price({ product_id: 'p' })];
		expect(sizeModule('cross_sell', fit, input({ prices })).amountMinor).toBe(1_000_000);
		expect(
			sizeModule('cross_sell', fit, input({ prices, account: { currency: 'USD' } })).amountMinor,
		).toBeNull();
		expect(sizeModule('cross_sell', fit, input({ prices: [] })).reason).toContain('no price for p');
		expect(sizeModule('cross_sell', null, input()).reason).toContain('No product for cross sell');
	});
});

test('amounts as people read them', () => {
	expect([wordAmount(-123_456_789, 'USD'), wordAmount(5, 'USD'), wordAmount(1234, 'KWD')]).toEqual([
		'-1,234,567.89 USD',
		'0.05 USD',
		'1.234 KWD',
	]);
});
