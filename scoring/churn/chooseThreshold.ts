import { quantile } from '../core/quantile';
import type { Backtest, RiskDirection } from './Backtest';

const HEALTHY_FROM = 70;
const LARGEST_SHARE = 1;
const LARGEST_SCORE = 100;

/**
 * The value at which a score warns when nobody said: under 70 where low is risk and the values lie from 0 to 100 (the framework's "good"), else such that
 * the riskiest fifth of all values warns. Outcomes play no part in it, so that it can't be fitted to them.
 *
 * @example
 * [chooseThreshold([90, 60, 30], 'low'), chooseThreshold([0, 1, 2, 3, 4, 5], 'high')].map(({ threshold }) => threshold)
 * // => [70, 4]
 */
export function chooseThreshold(
	values: readonly number[],
	direction: RiskDirection,
): { readonly threshold: number; readonly thresholdFrom: Backtest['thresholdFrom'] } {
	const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
	const smallest = values.reduce((least, value) => Math.min(least, value), Infinity);
	const hundred = smallest >= 0 && largest <= LARGEST_SCORE && largest > LARGEST_SHARE;
	if (direction === 'low' && (hundred || values.length === 0)) {
		return { threshold: HEALTHY_FROM, thresholdFrom: 'health' };
	}
	const threshold = quantile(values, direction === 'low' ? 0.2 : 0.8) ?? HEALTHY_FROM;
	return { threshold, thresholdFrom: 'riskiest-fifth' };
}
