import { matchRenewalRates } from './matchRenewalRates';
import { renewalFromChurn } from './renewalFromChurn';
import type { MatchedRate, RenewalEstimate, RenewalFacts, RenewalRates } from './RenewalFacts';

export interface EstimateSettings {
	/** `auto`: the trained model where it has a score of the account, else base rates. */
	readonly from: 'auto' | 'base_rates' | 'model';
	readonly rates: RenewalRates;
	/** Renewal rate of the own portfolio, 0 to 1, for accounts of which nothing was observed; null: not known. */
	readonly portfolioRate: number | null;
}

const FACTS = ['roiRate', 'nps', 'executiveAdvocacy', 'competitiveEvaluation'] as const;

/**
 * How likely a contract renews, 0 to 1: from the churn probability of the trained model (`renewalFromChurn`), or the mean of the matched base rates
 * (97, 94, 91 give 94), or the renewal rate of the own portfolio; it says which. null where none of them is known.
 *
 * The mean of rates is the framework's rule and no calibrated probability: matching a low rate lowers it, matching a middling one beside
 * high ones lowers it too. In each rate it rises.
 *
 * @param endsOn last day of the term, YYYY-MM-DD; null: it has none
 *
 * @example
 * estimateRenewal({ roiRate: 1.87, nps: 9.2, executiveAdvocacy: true, competitiveEvaluation: true, churn: null }, { from: 'auto', rates: defaultRenewalRates(), portfolioRate: null }, '2025-03-31').probability
 * // => 0.9
 */
export function estimateRenewal(
	facts: RenewalFacts,
	settings: EstimateSettings,
	endsOn: string | null,
): RenewalEstimate {
	const matched = matchRenewalRates(facts, settings.rates);
	let observed = 0;
	for (const fact of FACTS) if (facts[fact] !== null && facts[fact] !== undefined) observed++;
	const coverage = observed / FACTS.length;
	const { churn } = facts;
	if (settings.from !== 'base_rates' && churn !== null) {
		return { matched, coverage, source: 'model', ...renewalFromChurn(churn, endsOn) };
	}
	if (settings.from !== 'model' && matched.length > 0) {
		const rates = matched.map(({ rate }) => rate);
		const probability = unit(rates.reduce((sum, rate) => sum + rate, 0) / rates.length / 100);
		return {
			matched,
			coverage,
			probability,
			low: unit(Math.min(...rates) / 100),
			high: unit(Math.max(...rates) / 100),
			source: 'base_rates',
			words:
				matched.length === 1
					? `${percent(probability)}, the rate at which accounts renew with ${matched[0]?.words}`
					: `${percent(probability)}, the mean of the rates at which accounts renew with ${list(matched)}`,
		};
	}
	const { portfolioRate } = settings;
	if (settings.from !== 'model' && portfolioRate !== null) {
		const words = `${percent(portfolioRate)}, the renewal rate of the whole portfolio: nothing was seen at this account that tells more`;
		return {
			matched,
			coverage,
			probability: portfolioRate,
			low: null,
			high: null,
			source: 'portfolio_rate',
			words,
		};
	}
	const words =
		settings.from === 'model'
			? 'not known: no score of a trained churn model came in for this account'
			: 'not known: neither ROI, NPS, executive advocacy nor a competitive evaluation was observed';
	return { matched, coverage, probability: null, low: null, high: null, source: null, words };
}

/** Inside 0 to 1, without the last digits of binary arithmetic: 0.06, not 0.06000000000000005. */
const unit = (rate: number): number => Math.min(1, Math.max(0, Math.floor(rate * 1e12 + 0.5) / 1e12));

const percent = (rate: number): string => `${Math.floor(rate * 1000 + 0.5) / 10} %`;

const list = (matched: readonly MatchedRate[]): string =>
	matched.map(({ words, rate }) => `${words} (${rate} %)`).join(', ');
