import type { Metric, Scorecard } from './Scorecard';

/**
 * Lowest and highest score that the rubrics of a scorecard allow when everything is observed, 0 to 100, without caps and overrides.
 * `points` are those of a metric's worst and best answer.
 *
 * @example
 * attainableRange(FRAMEWORK_SCORECARD).highest > 95
 * // => true
 */
export function attainableRange(scorecard: Scorecard): { readonly lowest: number; readonly highest: number } {
	let total = 0;
	let lowest = 0;
	let highest = 0;
	for (const { weight, metrics } of scorecard.dimensions) {
		const inside = metrics.reduce((sum, metric) => sum + metric.weight, 0);
		total += weight;
		for (const metric of metrics) {
			const points = pointsOf(metric);
			lowest += (weight * metric.weight * Math.min(...points)) / inside;
			highest += (weight * metric.weight * Math.max(...points)) / inside;
		}
	}
	return { lowest: lowest / total, highest: highest / total };
}

function pointsOf({ rubric }: Metric): number[] {
	if (rubric.kind === 'categories') return rubric.categories.map((category) => category.points);
	return [...rubric.anchors, ...(rubric.words ?? [])].map((anchor) => anchor.points);
}
