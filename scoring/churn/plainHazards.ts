import { continueSurvival } from '../learn/continueSurvival';
import { countAtRisk } from '../learn/countAtRisk';
import type { IndexedCurve } from '../learn/SurvivalCurve';

/**
 * What a Kaplan-Meier curve says of the chance to end in each interval of age, 0 to 1: half an end and half a survival are added to those at risk, so that an interval
 * in which nobody ended is not called safe. NaN where the curve does not reach. `cuts` ascend from 0.
 *
 * @example
 * [...plainHazards({ curve: { entries: Float64Array.of(-Infinity, -Infinity), exits: Float64Array.of(5, 12), gap: null }, times: Float64Array.of(5), shares: Float64Array.of(0.5), variances: Float64Array.of(0.5), areas: Float64Array.of(5), counts: Int32Array.of(1) }, [0, 10, 12])].map((hazard) => hazard.toFixed(2))
 * // => ['0.50', '0.25']
 */
export function plainHazards(index: IndexedCurve, cuts: readonly number[]): Float64Array {
	return Float64Array.from({ length: Math.max(0, cuts.length - 1) }, (_, interval) => {
		const [from, to] = [cuts[interval]!, cuts[interval + 1]!];
		// The first interval begins with the start itself.
		const rows = countAtRisk(index.curve, interval === 0 ? 0 : from + 1e-9);
		const share = continueSurvival(index, interval === 0 ? -1 : from, to, 1);
		return share === null ? NaN : ((1 - share.value) * rows + 0.5) / (rows + 1);
	});
}
