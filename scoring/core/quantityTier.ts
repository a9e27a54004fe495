/** Quantities that a price holds for, both inclusive. */
export interface QuantityRange {
	readonly from: number;
	/** Infinity: no upper end. */
	readonly to: number;
}

/**
 * The quantities a tier of cs_prices means: "1-100", "101 to 500", "501+", ">= 501", "from 501", "<= 100" or "up to 100". null for anything else: then
 * the tier is the name of a plan, such as "starter".
 *
 * @example
 * [quantityTier('101-500'), quantityTier('up to 100'), quantityTier('starter')]
 * // => [{ from: 101, to: 500 }, { from: 0, to: 100 }, null]
 */
export function quantityTier(tier: string): QuantityRange | null {
	const text = tier.trim().toLowerCase();
	const between = /^(\d+)\s*(?:-|–|to)\s*(\d+)$/.exec(text);
	if (between !== null) return { from: Number(between[1]), to: Number(between[2]) };
	const least = /^(?:(?:>=|from)\s*(\d+)|(\d+)\s*\+)$/.exec(text);
	if (least !== null) return { from: Number(least[1] ?? least[2]), to: Number.POSITIVE_INFINITY };
	const most = /^(?:<=|up to)\s*(\d+)$/.exec(text);
	return most === null ? null : { from: 0, to: Number(most[1]) };
}
