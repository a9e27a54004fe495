import { quantityTier } from './quantityTier';

/** What a price is looked up for. */
export interface TierWanted {
	/** Plan of the account; null: not known. */
	readonly plan: string | null;
	/** Units, all together; null: not known, or there is none that a range could mean. */
	readonly quantity: number | null;
}

/**
 * How closely the tier of a row of cs_prices fits: 3 a range with the quantity in it, 2 the plan, 1 a price for every tier, 0 not at all. A range that the
 * quantity is not in, and every range while the quantity is not known, does not fit; a range is never taken for the name of a plan.
 *
 * @param tier plan or quantities, see `quantityTier`; null or empty: every tier
 *
 * @example
 * [fitTier('101+', { plan: null, quantity: 120 }), fitTier('Starter', { plan: 'starter', quantity: null }), fitTier(null, { plan: null, quantity: 5 }), fitTier('1-100', { plan: null, quantity: 120 })]
 * // => [3, 2, 1, 0]
 */
export function fitTier(tier: string | null | undefined, { plan, quantity }: TierWanted): 0 | 1 | 2 | 3 {
	const text = tier?.trim() ?? '';
	if (text === '') return 1;
	const range = quantityTier(text);
	if (range !== null) return quantity !== null && quantity >= range.from && quantity <= range.to ? 3 : 0;
	return plan !== null && text.toLowerCase() === plan.trim().toLowerCase() ? 2 : 0;
}
