import { quantityTier } from '../../../scoring/core/quantityTier';
import { findPrice, type PriceRow, type PriceWanted } from '../../../scoring/renewal/findPrice';
import { readPrices } from '../../../scoring/renewal/readPrices';
import { account, line, planFirst } from './planFixtures';

const price = (tier: string | null, unitPriceMinor: number, columns: Partial<PriceRow> = {}): PriceRow => ({
	productId: 'seat',
	tier,
	metric: 'seats',
	currency: 'USD',
	unitPriceMinor,
	validFromOn: '2025-01-01',
	validToOn: null,
	...columns,
});
const wanted = (columns: Partial<PriceWanted> = {}): PriceWanted => ({
	productId: 'seat',
	currency: 'USD',
	onDay: '2025-04-01',
	tier: null,
	quantity: null,
	...columns,
});

describe('price tiers', () => {
	const byQuantity = [price('1-100', 1200), price('101 to 500', 1000), price('501+', 800)];

	test.each([
		[1, 1200],
		[100, 1200],
		[101, 1000],
		[500, 1000],
		[501, 800],
		[90_000, 800],
		[0, null],
		[null, null],
	])('%s units', (quantity, expected) => {
		expect(findPrice(byQuantity, wanted({ quantity }))).toBe(expected);
	});

	test('the price of the plan goes before the one for every tier, and the price of another plan never counts', () => {
		const prices = [price('starter', 500), price('Enterprise', 900), price(null, 700)];
		expect(findPrice(prices, wanted({ tier: 'enterprise' }))).toBe(900);
		expect(findPrice([...prices].reverse(), wanted({ tier: 'enterprise' }))).toBe(900);
		expect(findPrice(prices, wanted({ tier: 'professional' }))).toBe(700);
		expect(findPrice(prices, wanted())).toBe(700);
		expect(findPrice([price('starter', 500)], wanted({ tier: 'enterprise' }))).toBeNull();
	});

	test('a price for the quantity goes before one for the plan; of one kind the newest that is valid', () => {
		const prices = [
			price('starter', 500),
			price('1-100', 450),
			price('1-100', 400, { validFromOn: '2025-03-01' }),
		];
		expect(findPrice(prices, wanted({ tier: 'starter', quantity: 20 }))).toBe(400);
		expect(findPrice(prices, wanted({ tier: 'starter', quantity: 20, onDay: '2025-02-01' }))).toBe(450);
		expect(findPrice(prices, wanted({ tier: 'starter', quantity: 101 }))).toBe(500);
	});

	test('one product priced per seat and per call: nobody knows which is bought, so there is no price', () => {
		const prices = [price(null, 500), price(null, 3, { metric: 'api_calls' })];
		expect(findPrice(prices, wanted())).toBeNull();
	});

	test('words that mean quantities', () => {
		expect(quantityTier('>= 501')).toEqual({ from: 501, to: Infinity });
		expect(quantityTier('from 10')).toEqual({ from: 10, to: Infinity });
		expect(quantityTier('<=9')).toEqual({ from: 0, to: 9 });
		expect(quantityTier('2025')).toBeNull();
	});

	test('tiers are read from cs_prices; an empty one is every tier', () => {
		const row = { product_id: 'seat', currency: 'USD', unit_price_minor: 5, metric: 'seats' };
		expect(
			readPrices([{ ...row, tier: 'starter' }, { ...row, tier: '' }, row]).map(({ tier }) => tier),
		).toEqual(['starter', null, null]);
	});
});

describe('in the proposal', () => {
	const lines = [
		line({ lineId: 'L1', productId: 'seat', quantity: 80, unitPriceMinor: 1200, arrMinor: 96_000 }),
		line({ lineId: 'L2', productId: 'seat', quantity: 40, unitPriceMinor: 1200, arrMinor: 48_000 }),
	];
	const prices = [price('1-100', 1200), price('101+', 1000), price('starter', 1)];

	test('current lines are priced by the quantity of all lines of the product', () => {
		const { structure } = planFirst({ lines, prices }, { reprice: true });
		expect(structure?.proposedMinor).toBe(120 * 1000);
	});

	test('what is added counts with what runs', () => {
		const more = {
			opportunityId: 'O',
			label: 'Seats',
			amountMinor: null,
			currency: null,
			probability: 0.5,
			productId: 'seat',
			quantity: 10,
		};
		const accounts = new Map([['techcorp', account({ expansions: [more] })]]);
		expect(planFirst({ lines, prices, accounts }).structure?.incrementMinor).toBe(10 * 1000);
	});

	test('the plan of the account decides where prices are per plan', () => {
		const perPlan = [price('starter', 500), price('enterprise', 1500)];
		const accounts = new Map([['techcorp', account({ tier: 'enterprise' })]]);
		expect(planFirst({ lines, prices: perPlan, accounts }, { reprice: true }).structure?.proposedMinor).toBe(
			120 * 1500,
		);
	});
});
