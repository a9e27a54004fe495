import { fitTier } from '../core/fitTier';
import { quantityTier } from '../core/quantityTier';
import { numberIn } from '../measures/numberIn';
import { findUnitPrice } from './findUnitPrice';
import type { PriceRow, Sizing } from './Opportunity';
import type { SizingInput } from './SizingInput';
import { seatLines } from './seatLines';
import { wordAmount } from './wordAmount';

const TIERS = ['community', 'starter', 'professional', 'enterprise'];

/**
 * The step to the next tier: (price of the next tier less price of this one) times the seats, by seat or as a flat plan, whichever the price book
 * has. Where this tier has no price, what the account pays a year is taken off instead. null with the reason when a price, the seats or the tier
 * is not known, when there is no next tier, or when the step would not cost more.
 *
 * Prices for quantities name no tier by themselves: they belong to the tier of their product where all other rows of the product name that one tier, and
 * to none otherwise. The quantity is the seats, which moving up leaves as they are, for a flat plan too.
 *
 * @example
 * sizeUpgrade({ account: { tier: 'starter', seats: 10, currency: 'USD' }, lines: [], rates: [], day: '2026-01-15', prices: [{ product_id: 's', tier: 'starter', metric: 'seats', currency: 'USD', valid_from_on: null, valid_to_on: null, unit_price_minor: 10000 }, { product_id: 'p', tier: 'professional', metric: 'seats', currency: 'USD', valid_from_on: null, valid_to_on: null, unit_price_minor: 25000 }] }).amountMinor
 * // => 150000
 */
export function sizeUpgrade(input: SizingInput): Sizing {
	const { account, prices, rates, day } = input;
	const place = TIERS.indexOf(String(account.tier));
	const next = TIERS[place + 1];
	if (place < 0) return without(`The account's tier is not known. Fill tier in cs_accounts.`);
	if (next === undefined) return without('There is no tier above enterprise.');
	const currency = typeof account.currency === 'string' ? account.currency : null;
	const seats = seatsOf(input);
	for (const metric of ['seats', 'plan']) {
		const priceOf = (tier: string) => {
			const query = { productId: null, tier, quantity: seats, metrics: [metric], currency, day };
			return findUnitPrice(rowsOfTier(prices, tier), query, rates);
		};
		const above = priceOf(next);
		if (above === null) continue;
		const units = metric === 'plan' ? 1 : seats;
		if (units === null) return without('The number of seats is not known. Fill seats in cs_accounts.');
		const now = priceOf(TIERS[place] as string);
		const inSame = now !== null && now.currency === above.currency ? now : null;
		const paid = numberIn(account, 'arr_minor');
		if (inSame === null && (paid === null || currency !== above.currency)) {
			return without(`There is no price for tier ${TIERS[place]} in ${above.currency}. Add it to cs_prices.`);
		}
		const amountMinor =
			inSame === null ? above.minor * units - (paid as number) : (above.minor - inSame.minor) * units;
		if (amountMinor <= 0) return without(`Tier ${next} would not cost more than what is paid now.`);
		const of = (minor: number): string => wordAmount(minor, above.currency);
		const formula =
			inSame === null
				? `${units} x ${of(above.minor)} - ${of(paid as number)} paid now`
				: `${units} x (${of(above.minor)} - ${of(inSame.minor)})`;
		const rows = inSame === null ? [above.cell] : [above.cell, inSame.cell];
		return { amountMinor, currency: above.currency, formula, rows, reason: null, productId: above.productId };
	}
	return without(`There is no price for tier ${next}. Add it to cs_prices with metric seats or plan.`);
}

/** A price for all tiers says nothing about a step between two. */
function rowsOfTier(prices: readonly PriceRow[], tier: string): PriceRow[] {
	const named = (row: PriceRow): boolean => fitTier(row.tier, { plan: tier, quantity: null }) === 2;
	const own = new Set(prices.filter(named).map((row) => row.product_id));
	for (const row of prices) if (!named(row) && !isRange(row)) own.delete(row.product_id);
	return prices.filter((row) => named(row) || (isRange(row) && own.has(row.product_id)));
}

const isRange = ({ tier }: PriceRow): boolean => tier !== null && quantityTier(tier) !== null;

function seatsOf({ account, lines }: SizingInput): number | null {
	const own = numberIn(account, 'seats');
	if (own !== null && own > 0) return own;
	const sum = seatLines(lines).reduce((total, line) => total + (numberIn(line, 'quantity') ?? 0), 0);
	return sum > 0 ? sum : null;
}

const without = (reason: string): Sizing => ({
	amountMinor: null,
	currency: null,
	formula: null,
	rows: [],
	reason,
	productId: null,
});
