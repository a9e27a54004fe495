import type { BaseRate } from './findBaseRate';
import type { Probability, Readiness } from './Opportunity';

/** What stands for a dimension nobody observed: neither ready nor not. */
const NEUTRAL = 50;
const MOST_READY = 100;
const LEAST = 0.01;
const MOST = 0.99;

/**
 * Probability that an opportunity is won, 0.01 to 0.99. By base rate: rate x readiness / 100, where a dimension that was not observed counts as
 * 50, so that knowing nothing never looks like being ready; `low` and `high` count it as 0 and as 100. By model: what the trained model says of the account, times `share`, the
 * weight of this type among the account's opportunities (1 for the likeliest one).
 *
 * @param learned 0 to 1 by a model that beats the base rate; null: none
 *
 * @example
 * estimateProbability({ rate: 0.4, words: '' }, { mean: 90, coverage: 1 }, null, 1).value.toFixed(2)
 * // => '0.36'
 */
export function estimateProbability(
	base: BaseRate,
	readiness: Pick<Readiness, 'mean' | 'coverage'>,
	learned: number | null,
	share: number,
): Probability {
	const hold = (value: number): number => Math.min(MOST, Math.max(LEAST, value));
	const readyIf = (unobserved: number): number =>
		(readiness.mean ?? NEUTRAL) * readiness.coverage + unobserved * (1 - readiness.coverage);
	if (learned !== null) {
		const words = `trained model: ${Math.round(100 * learned)} % for the account`;
		const [low, high] = [null, null];
		return { value: hold(learned * share), basis: 'model', baseRate: base.rate, low, high, words };
	}
	const words = `${base.words}; times readiness ${Math.round(readyIf(NEUTRAL))} of 100`;
	const chanceIf = (unobserved: number): number => hold((base.rate * readyIf(unobserved)) / 100);
	const [low, value, high] = [chanceIf(0), chanceIf(NEUTRAL), chanceIf(MOST_READY)];
	return { value, basis: 'base_rate', baseRate: base.rate, low, high, words };
}
