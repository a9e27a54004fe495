import type { PriceRow, ProductRule } from './Opportunity';
import type { ExpansionType } from './Signal';

const MODULE_TYPES: readonly string[] = ['cross_sell', 'add_on', 'new_use_case', 'geographic'];

/**
 * The user's products and, besides, those that only stand in the price book with an expansion type as their metric: such a price says what
 * the product is for. A product named by the user is not taken twice.
 *
 * @example
 * listProducts([], [{ product_id: 'eu', tier: null, metric: 'geographic', currency: 'USD', valid_from_on: null, valid_to_on: null, unit_price_minor: 1 }]).map((product) => product.productId)
 * // => ['eu']
 */
export function listProducts(products: readonly ProductRule[], prices: readonly PriceRow[]): ProductRule[] {
	const known = new Set(products.map(({ productId, type }) => `${type} ${productId}`));
	const all = [...products];
	for (const { product_id: productId, metric } of prices) {
		const key = `${metric} ${productId}`;
		if (!MODULE_TYPES.includes(metric) || known.has(key)) continue;
		known.add(key);
		const type = metric as ExpansionType;
		all.push({ productId, name: null, type, answers: [], needs: [], tiers: [], complexity: null });
	}
	return all;
}
