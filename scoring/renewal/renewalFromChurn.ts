import { daysBetween } from '../core/daysBetween';
import { wordCount } from '../core/wordCount';
import type { ChurnFact, RenewalEstimate } from './RenewalFacts';

/**
 * The probability of renewal, 0 to 1, from a trained churn probability within a horizon. Where the contract ends inside the horizon, or the horizon or
 * the end is not known, it is 1 - churn. A later end leaves the customer more time to go than the model looked at: then the churn of the horizon is carried on
 * at the same rate, (1 - churn)^(days to the end / horizon), which is a choice of this project and is said in the words. The interval goes the same way.
 *
 * @param endsOn last day of the term, YYYY-MM-DD
 *
 * @example
 * renewalFromChurn({ probability: 0.1, low: null, high: null, modelVersion: null, asOfOn: '2025-01-01', horizonDays: 90, reasons: [] }, '2025-06-30').probability
 * // => 0.81
 */
export function renewalFromChurn(
	churn: ChurnFact,
	endsOn: string | null,
): Pick<RenewalEstimate, 'probability' | 'low' | 'high' | 'words'> {
	const { horizonDays, reasons } = churn;
	const days = daysBetween(churn.asOfOn, endsOn);
	const isLater = horizonDays !== null && days !== null && days > horizonDays;
	const exponent = isLater ? days / horizonDays : 1;
	const stays = (share: number): number =>
		unit(exponent === 1 ? 1 - share : share >= 1 ? 0 : Math.exp(exponent * Math.log1p(-share)));
	const probability = stays(churn.probability);
	const within = horizonDays === null ? '' : ` within ${wordCount(horizonDays, 'day')}`;
	const carried = isLater ? `, carried on at the same rate to the end in ${wordCount(days, 'day')}` : '';
	const why = reasons.length === 0 ? '' : `. Why: ${reasons.slice(0, 2).join('; ')}`;
	return {
		probability,
		low: churn.high === null ? null : stays(churn.high),
		high: churn.low === null ? null : stays(churn.low),
		words: `${percent(probability)}: the churn model gives ${percent(churn.probability)} churn${within}${carried}${why}`,
	};
}

/** Inside 0 to 1, without the last digits of binary arithmetic: 0.06, not 0.06000000000000005. */
const unit = (rate: number): number => Math.min(1, Math.max(0, Math.floor(rate * 1e12 + 0.5) / 1e12));

const percent = (rate: number): string => `${Math.floor(rate * 1000 + 0.5) / 10} %`;
