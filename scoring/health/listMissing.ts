import type { DimensionScore } from './HealthScore';

/**
 * Labels of the metrics that do not count because they are missing, stale or invalid, the heaviest (nominal weight) first.
 *
 * @example
 * listMissing(scoreHealth(EXAMPLE_ACCOUNT, FRAMEWORK_SCORECARD).value.dimensions)[0]
 * // => 'Support interaction'
 */
export function listMissing(dimensions: readonly DimensionScore[]): string[] {
	return dimensions
		.flatMap((dimension) => dimension.metrics)
		.filter((metric) => metric.absent !== null)
		.sort((left, right) => right.nominalWeight - left.nominalWeight)
		.map((metric) => metric.label);
}
