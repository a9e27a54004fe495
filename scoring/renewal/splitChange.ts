import { roundHalfUp } from '../core/roundHalfUp';

/** Recurring revenue of one product on two days. */
export interface ProductChange {
	/** Whole minor units. */
	readonly beforeMinor: number;
	readonly afterMinor: number;
	/** null: not known. */
	readonly quantityBefore: number | null;
	readonly quantityAfter: number | null;
}

/**
 * Parts a change into more or less of the product (at the old price) and another price (at the new quantity); whole minor units that
 * sum to the change. Credits (0 or less on a side) are price. null when a quantity is not known: then nobody can tell.
 *
 * @example
 * splitChange({ beforeMinor: 1000, afterMinor: 1320, quantityBefore: 10, quantityAfter: 12 })
 * // => { volumeMinor: 200, priceMinor: 120 }
 */
export function splitChange({ beforeMinor, afterMinor, quantityBefore, quantityAfter }: ProductChange): {
	volumeMinor: number;
	priceMinor: number;
} | null {
	const change = afterMinor - beforeMinor;
	if (change === 0) return { volumeMinor: 0, priceMinor: 0 };
	if (beforeMinor <= 0 || afterMinor <= 0) return { volumeMinor: 0, priceMinor: change };
	if (quantityBefore === null || quantityAfter === null || !(quantityBefore > 0) || !(quantityAfter > 0))
		return null;
	const volumeMinor = roundHalfUp((beforeMinor * (quantityAfter - quantityBefore)) / quantityBefore);
	return { volumeMinor, priceMinor: change - volumeMinor };
}
