import type { RenewalRates } from './RenewalFacts';

/**
 * Renewal rates in percent of the framework's table: ROI over 150 % 97, NPS over 8 94, executive advocacy 91, competitive evaluation 78.
 * Measured at customers nobody knows: a start, until a model learned from own outcomes.
 *
 * @example
 * defaultRenewalRates().roi
 * // => 97
 */
export function defaultRenewalRates(): RenewalRates {
	return { roi: 97, nps: 94, executiveAdvocacy: 91, competitiveEvaluation: 78 };
}
