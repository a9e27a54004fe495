import type { IndexedCurve, SurvivalCurve } from './SurvivalCurve';

/**
 * Lays a curve out for `continueSurvival` and `remainingTime`, which ask it for every account.
 *
 * @example
 * [...indexSurvival(estimateSurvival([1, 2, 2, 3], [1, 1, 0, 0])).areas]
 * // => [1, 1.75]
 */
export function indexSurvival(curve: SurvivalCurve): IndexedCurve {
	const { steps, gap } = curve;
	const times = new Float64Array(steps.length);
	const shares = new Float64Array(steps.length);
	const variances = new Float64Array(steps.length);
	const areas = new Float64Array(steps.length);
	const counts = new Int32Array(steps.length);
	let [share, variance, area, count, reached] = [1, 0, 0, 0, 0];
	for (const [index, { time, atRisk, events }] of steps.entries()) {
		if (gap !== null && reached < gap.to && time > gap.to) [share, area, reached] = [1, 0, gap.to];
		area += share * (time - reached);
		reached = time;
		const left = atRisk - events;
		share *= left / atRisk;
		if (left > 0) variance += events / (atRisk * left);
		count += events;
		times[index] = time;
		shares[index] = share;
		variances[index] = variance;
		areas[index] = area;
		counts[index] = count;
	}
	return { curve, times, shares, variances, areas, counts };
}
