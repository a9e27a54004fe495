import { currencyExponent } from '../../scoring/core/currencyExponent';
import type { Tier } from './profileAccount';
import { UNITS_PER_DOLLAR } from './places';

/** What is on the price list. */
export interface ListedProduct {
	readonly productId: string;
	/** Empty: every tier. */
	readonly tier: Tier | '';
	/** What one unit of the price is; of a flat price: the type of expansion that the product is for. */
	readonly metric:
		| 'seats'
		| 'workflows'
		| 'api_calls'
		| 'cross_sell'
		| 'add_on'
		| 'geographic'
		| 'new_use_case';
	/** US dollars for one unit and year. */
	readonly dollars: number;
}

const plan = (tier: Tier, dollars: number): ListedProduct => ({
	productId: `plan_${tier}`,
	tier,
	metric: 'seats',
	dollars,
});
const forAll = (productId: string, metric: ListedProduct['metric'], dollars: number): ListedProduct => ({
	productId,
	tier: '',
	metric,
	dollars,
});

/** Add-ons that some accounts have beside their plan. */
export const MODULES: readonly ListedProduct[] = [
	forAll('module_insights', 'cross_sell', 4800),
	forAll('module_governance', 'add_on', 6000),
];

/** List prices of plans lie above what most accounts pay: those are negotiated. */
export const PRICE_LIST: readonly ListedProduct[] = [
	plan('starter', 330),
	plan('professional', 680),
	plan('enterprise', 1080),
	...MODULES,
	forAll('module_regions', 'geographic', 7200),
	forAll('module_studio', 'new_use_case', 3600),
	forAll('pack_workflows', 'workflows', 9),
	forAll('pack_api_calls', 'api_calls', 0.1),
];

/** A price in minor units of a currency: whole major units, small prices whole minor ones, never less than one. */
export function priceIn(currency: string, dollars: number): number {
	const minorPerMajor = 10 ** currencyExponent(currency);
	const major = dollars * (UNITS_PER_DOLLAR[currency] ?? 1);
	return major >= 10 ? Math.round(major) * minorPerMajor : Math.max(1, Math.round(major * minorPerMajor));
}
