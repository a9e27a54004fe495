import type { Dimension, Metric, Scorecard } from './Scorecard';

/**
 * The metric of a scorecard with this id, and its dimension; for a dimension's id (a ready-made dimension score) the metric is null.
 * null when the scorecard knows neither.
 *
 * @example
 * findMetric(FRAMEWORK_SCORECARD, 'nps_score')?.dimension.id
 * // => 'engagement'
 */
export function findMetric(
	scorecard: Scorecard,
	id: string,
): { readonly dimension: Dimension; readonly metric: Metric | null } | null {
	for (const dimension of scorecard.dimensions) {
		if (dimension.id === id) return { dimension, metric: null };
		const metric = dimension.metrics.find((candidate) => candidate.id === id);
		if (metric) return { dimension, metric };
	}
	return null;
}
