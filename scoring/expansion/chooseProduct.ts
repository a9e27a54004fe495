import { combineStrengths } from './combineStrengths';
import type { ProductFit, ProductRule } from './Opportunity';
import type { ExpansionType, Signal } from './Signal';

/**
 * The product that answers the signals best, with its fit from 0 to 100: the strength of the signals it answers, halved where none of the products it
 * needs is there, 0 for a tier it is not sold to (project choice). Products the account has, and those of another type, are no candidates;
 * null without one.
 *
 * @param owned product ids in running contract lines
 *
 * @example
 * chooseProduct('add_on', [{ liveStrength: 0.8, rule: { id: 'feature_requests', label: 'Feature requests' } }], [{ productId: 'p', name: null, type: 'add_on', answers: [], needs: [], tiers: [], complexity: null }], [], null)?.fit
 * // => 80
 */
export function chooseProduct(
	type: ExpansionType,
	signals: readonly Pick<Signal, 'liveStrength' | 'rule'>[],
	products: readonly ProductRule[],
	owned: readonly string[],
	tier: string | null,
): ProductFit | null {
	let best: ProductFit | null = null;
	for (const product of products) {
		if (product.type !== type || owned.includes(product.productId)) continue;
		const answered = signals.filter(
			({ rule }) => product.answers.length === 0 || product.answers.includes(rule.id),
		);
		const missing = product.needs.filter((need) => !owned.includes(need));
		const sold = product.tiers.length === 0 || (tier !== null && product.tiers.includes(tier));
		const met = product.needs.length === 0 ? 1 : 1 - missing.length / product.needs.length;
		const strength = combineStrengths(answered.map(({ liveStrength }) => liveStrength));
		const fit = sold ? Math.round(100 * strength * (0.5 + 0.5 * met)) : 0;
		if (fit === 0) continue;
		const words = [
			`answers ${answered.map(({ rule }) => rule.label.toLowerCase()).join(', ')}`,
			...(missing.length > 0 ? [`needs ${missing.join(', ')} first`] : []),
		].join('; ');
		const better =
			best === null || fit > best.fit || (fit === best.fit && product.productId < best.product.productId);
		if (better) best = { product, fit, words };
	}
	return best;
}
