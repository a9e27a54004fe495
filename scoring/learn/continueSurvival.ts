import { normalCdf } from '../core/normalCdf';
import { countAtRisk } from './countAtRisk';
import { firstAfter } from './firstAfter';
import type { IndexedCurve, SurvivalShare } from './SurvivalCurve';
import { survivalState } from './survivalState';

/**
 * Share (0 to 1) of the rows that reached `from` that also reach `to`: what a Kaplan-Meier curve says of a row that is there today (`from` below 0: of one that begins). Limits
 * from the steps in between alone (Greenwood, log scale, `z` standard errors). Where none ended in between, the lower limit is the share at
 * which so many rows stay unharmed with the chance of the tail (exact binomial), so that few rows do not look certain. null: nobody
 * was seen for that long, or not all the time in between.
 *
 * @example
 * continueSurvival(indexSurvival(estimateSurvival([1, 2, 2, 3], [1, 1, 0, 0])), 1, 2, 1.96)?.value.toFixed(3)
 * // => '0.667'
 */
export function continueSurvival(
	index: IndexedCurve,
	from: number,
	to: number,
	z: number,
): SurvivalShare | null {
	const { curve, times, variances, counts } = index;
	const { exits, gap } = curve;
	if (exits.length === 0 || to > exits[exits.length - 1]!) return null;
	if (to <= from) return { value: 1, low: 1, high: 1 };
	if (gap !== null && from < gap.to && to > gap.from) return null;
	const before = firstAfter(times, from) - 1;
	const last = firstAfter(times, to) - 1;
	if ((counts[last] ?? 0) === (counts[before] ?? 0)) {
		const rows = countAtRisk(curve, to);
		return { value: 1, low: Math.pow(normalCdf(-z), 1 / rows), high: 1 };
	}
	const value = survivalState(index, to).share / survivalState(index, from).share;
	if (value === 0) return { value, low: null, high: null };
	const error = Math.sqrt(variances[last]! - (variances[before] ?? 0));
	return { value, low: value * Math.exp(-z * error), high: Math.min(1, value * Math.exp(z * error)) };
}
