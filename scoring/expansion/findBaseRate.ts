import { mean } from '../core/mean';
import type { ReadinessFacts } from './assessReadiness';
import { ANY_TIER_RATE, PATTERN_RATES, TIER_RATES, UPGRADE_TO_ENTERPRISE_RATE } from './baseRates';
import type { ExpansionType } from './Signal';
import type { WinRate } from './rateClosed';

/** So many closed opportunities of one's own weigh as much as the documented rate. */
const PRIOR_WEIGHT = 10;

export interface BaseRate {
	/** 0 to 1 */
	readonly rate: number;
	readonly words: string;
}

/**
 * How often such an opportunity is won, before anything is known of this one: the documented rate (mean of the matched patterns, else that of the
 * tier) drawn towards one's own closed opportunities of the type, as (won + 10 x documented) / (closed + 10); 10 is a choice of this project.
 *
 * @param signals ids of the signals
 * @param own closed opportunities of the type; null: none yet
 *
 * @example
 * findBaseRate('upsell', 'starter', [], {}, { won: 8, closed: 10 }).rate
 * // => 0.5
 */
export function findBaseRate(
	type: ExpansionType,
	tier: string | null,
	signals: readonly string[],
	facts: ReadinessFacts,
	own: WinRate | null,
): BaseRate {
	const patterns = PATTERN_RATES.filter(
		(pattern) =>
			pattern.types.includes(type) &&
			pattern.signals.every((id) => signals.includes(id)) &&
			Object.entries(pattern.facts).every(([fact, least]) => Number(facts[fact] ?? -1) >= least),
	);
	const matched = mean(patterns.map(({ rate }) => rate));
	const documented =
		matched !== null
			? {
					rate: matched,
					words: patterns.map(({ label, rate }) => `${percent(rate)} where ${label}`).join(', '),
				}
			: tierRate(type, tier);
	if (own === null || own.closed === 0) return documented;
	const rate = (own.won + PRIOR_WEIGHT * documented.rate) / (own.closed + PRIOR_WEIGHT);
	return { rate, words: `${own.won} of ${own.closed} own won, weighed with ${documented.words}` };
}

function tierRate(type: ExpansionType, tier: string | null): BaseRate {
	if (type === 'upgrade' && tier === 'professional')
		return {
			rate: UPGRADE_TO_ENTERPRISE_RATE,
			words: `${percent(UPGRADE_TO_ENTERPRISE_RATE)} of Professional upgrade`,
		};
	const rate = tier === null ? undefined : TIER_RATES[tier];
	if (rate === undefined)
		return { rate: ANY_TIER_RATE, words: `${percent(ANY_TIER_RATE)} of all accounts expand` };
	return { rate, words: `${percent(rate)} of ${tier} accounts expand` };
}

const percent = (rate: number): string => `${Math.round(100 * rate)} %`;
