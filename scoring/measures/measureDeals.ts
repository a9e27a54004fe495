import type { Deal } from './readDeals';
import type { Measure, Measures } from './Records';

const SPAN_DAYS = 365;
const MS_PER_DAY = 86_400_000;
const NONE: Measure = { value: null, observedOn: null };

/**
 * What the customer is buying besides its renewal: `open_growth_deals` counts open deals, `lost_deals` those lost in the last 365 days.
 * Renewals are `measureRenewal`'s. An account that never had a deal of any kind has neither.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureDeals([{ kind: 'expansion', status: 'open', closedAt: null, probability: 0.4 }], 0).open_growth_deals?.value
 * // => 1
 */
export function measureDeals(deals: readonly Deal[], cut: number): Measures {
	if (deals.length === 0) return { open_growth_deals: NONE, lost_deals: NONE };
	const growth = deals.filter((deal) => deal.kind !== 'renewal');
	const lost = growth.filter(
		({ status, closedAt }) =>
			status === 'lost' && closedAt !== null && closedAt > cut - SPAN_DAYS * MS_PER_DAY,
	);
	return {
		open_growth_deals: {
			value: growth.filter((deal) => deal.status === 'open').length,
			observedOn: null,
		},
		lost_deals: { value: lost.length, observedOn: null },
	};
}
