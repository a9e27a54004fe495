import { fitTier } from '../core/fitTier';

/** A row of cs_prices: the list price of one unit for a year. */
export interface PriceRow {
	readonly productId: string;
	/** Plan or quantities the price holds for, see `quantityTier`; null: every tier. */
	readonly tier: string | null;
	/** What is counted; null: not said. */
	readonly metric: string | null;
	readonly currency: string;
	readonly unitPriceMinor: number;
	/** YYYY-MM-DD; null: always. */
	readonly validFromOn: string | null;
	/** Inclusive; null: until further notice. */
	readonly validToOn: string | null;
}

export interface PriceWanted {
	readonly productId: string;
	readonly currency: string;
	/** YYYY-MM-DD */
	readonly onDay: string;
	/** Plan of the account; null: not known. */
	readonly tier: string | null;
	/** Units that are bought; null: not known. */
	readonly quantity: number | null;
}

/**
 * The unit price of a product in minor units of a currency on a day. A price for the quantity goes before one for the plan, and that before one for every
 * tier; the price of another quantity or plan does not count. Of several that are left the newest. null when the price book has none, or
 * has prices per different things (seats, calls), of which nobody can tell which is bought: prices are never guessed, and never converted, because a list
 * price in another currency is another price.
 *
 * @example
 * findPrice([{ productId: 'seat', tier: '1-100', currency: 'USD', unitPriceMinor: 1200 }, { productId: 'seat', tier: '101+', currency: 'USD', unitPriceMinor: 900 }], { productId: 'seat', tier: null, quantity: 250, currency: 'USD', onDay: '2025-04-01' })
 * // => 900
 */
export function findPrice(prices: readonly PriceRow[], wanted: PriceWanted): number | null {
	let best: PriceRow | null = null;
	let rank = 0;
	let metrics = new Set<string | null>();
	for (const row of prices) {
		if (row.productId !== wanted.productId || row.currency !== wanted.currency) continue;
		const until = row.validToOn ?? null;
		if ((row.validFromOn ?? '') > wanted.onDay || (until !== null && until < wanted.onDay)) continue;
		const own = fitTier(row.tier, { plan: wanted.tier, quantity: wanted.quantity });
		if (own === 0 || own < rank) continue;
		if (own > rank) [best, rank, metrics] = [null, own, new Set()];
		metrics.add(row.metric ?? null);
		if (best === null || (row.validFromOn ?? '') >= (best.validFromOn ?? '')) best = row;
	}
	return best === null || metrics.size > 1 ? null : best.unitPriceMinor;
}
