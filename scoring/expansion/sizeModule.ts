import { numberIn } from '../measures/numberIn';
import { findUnitPrice, type UnitPrice } from './findUnitPrice';
import type { ProductFit, Sizing } from './Opportunity';
import type { ExpansionType } from './Signal';
import type { SizingInput } from './SizingInput';
import { wordAmount } from './wordAmount';

/**
 * A module the account does not have, at the user's price a year: flat where the price's metric is `module`, `plan` or the type of the
 * expansion, times the seats where it is `seats`. Prices for quantities: a module by seat is bought for all seats, so these are the quantity; a flat one
 * is bought once, so its quantity is 1, as in its contract line at the renewal. null with the reason without a product or price.
 *
 * @example
 * sizeModule('geographic', { product: { productId: 'multi_region' } }, { account: { currency: 'USD' }, lines: [], rates: [], day: '2026-01-15', prices: [{ product_id: 'multi_region', tier: null, metric: 'module', currency: 'USD', valid_from_on: null, valid_to_on: null, unit_price_minor: 28000000 }] }).amountMinor
 * // => 28000000
 */
export function sizeModule(
	type: ExpansionType,
	fit: { readonly product: Pick<ProductFit['product'], 'productId'> } | null,
	{ account, prices, rates, day }: SizingInput,
): Sizing {
	if (fit === null) {
		const reason = `No product for ${type.replace(/_/g, ' ')} is known. Name one under Products, or give its price in cs_prices the metric ${type}.`;
		return { ...NOTHING, reason };
	}
	const { productId } = fit.product;
	const known = numberIn(account, 'seats');
	const priceOf = (metrics: readonly string[], quantity: number | null): UnitPrice | null => {
		const tier = typeof account.tier === 'string' ? account.tier : null;
		const currency = typeof account.currency === 'string' ? account.currency : null;
		return findUnitPrice(prices, { productId, tier, quantity, metrics, currency, day }, rates);
	};
	const price = priceOf([type, 'module', 'plan'], 1) ?? priceOf(['seats'], known);
	const bySeat = prices.some((row) => row.product_id === productId && row.metric === 'seats');
	if (price === null && (known !== null || !bySeat)) {
		return { ...NOTHING, productId, reason: `There is no price for ${productId}. Add it to cs_prices.` };
	}
	const seats = price?.metric === 'seats' ? known : 1;
	if (price === null || seats === null) {
		const reason = `${productId} is priced by seat and the seats are not known. Fill seats in cs_accounts.`;
		return { ...NOTHING, productId, reason };
	}
	const each = wordAmount(price.minor, price.currency);
	return {
		amountMinor: price.minor * seats,
		currency: price.currency,
		formula: price.metric === 'seats' ? `${seats} seats x ${each}` : `${productId} ${each}`,
		rows: [price.cell],
		reason: null,
		productId,
	};
}

const NOTHING: Sizing = {
	amountMinor: null,
	currency: null,
	formula: null,
	rows: [],
	reason: null,
	productId: null,
};
