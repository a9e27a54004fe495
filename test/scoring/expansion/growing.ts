import type { PriceRow } from '../../../scoring/expansion/Opportunity';
import type { Row } from '../../../scoring/measures/Records';
import { PRICES, TECH_CORP } from './techCorp';

/** The worked example one tier lower and with a plan to move up: its API calls meet their limit, so that both more calls and the next tier would do. */
export const GROWING: Row = {
	...TECH_CORP,
	tier: 'professional',
	custom_json: JSON.stringify({
		...(JSON.parse(String(TECH_CORP.custom_json)) as object),
		upgrade_readiness: 'actively_planning',
	}),
};

const [some] = PRICES as readonly [PriceRow, ...PriceRow[]];
const plan = (tier: string, unit_price_minor: number): PriceRow => ({
	...some,
	product_id: `plan_${tier}`,
	tier,
	metric: 'plan',
	unit_price_minor,
});

/** Price book with both plans, and API calls at one dollar. */
export const GROWTH_PRICES: readonly PriceRow[] = [
	...PRICES,
	plan('professional', 60_000_000),
	plan('enterprise', 87_500_000),
	{ ...some, product_id: 'calls', metric: 'api_calls', unit_price_minor: 100 },
];
