import { mean } from '../core/mean';

/**
 * Probability of churn in percent from the rates of the signs that were seen: their unweighted mean (rule of the seed: 89, 67 and 78 are
 * 78). null when none was seen: then nothing is known, not 0.
 *
 * @example
 * meanBaseRate([89, 67, 78])
 * // => 78
 */
export function meanBaseRate(rates: readonly number[]): number | null {
	return mean(rates);
}
