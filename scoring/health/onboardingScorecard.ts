import { FRAMEWORK_SCORECARD } from './frameworkScorecard';
import type { AnchorPair } from './measuredMetric';
import type { Dimension, Metric, Scorecard } from './Scorecard';

/** Half the framework's thresholds: in the first quarter seats and features are still being rolled out. */
const ROLL_OUT: readonly AnchorPair[] = [
	[0, 0],
	[15, 50],
	[30, 70],
	[50, 85],
	[80, 100],
];

/** Metrics that can be known before value is proven and expansion is a subject. */
const EARLY_METRICS = new Set([
	'active_users',
	'feature_adoption',
	'workflow_volume',
	'time_to_value',
	'support_interaction',
	'nps_score',
	'product_feedback',
	'integration_status',
	'performance',
	'security_compliance',
]);

const EARLY_WEIGHTS: readonly (readonly [dimensionId: string, weight: number])[] = [
	['product_usage', 0.4],
	['business_value', 0.15],
	['engagement', 0.25],
	['technical_health', 0.2],
];

const dimensions = EARLY_WEIGHTS.flatMap(([id, weight]): Dimension[] =>
	FRAMEWORK_SCORECARD.dimensions
		.filter((dimension) => dimension.id === id)
		.map((dimension) => ({
			...dimension,
			weight,
			metrics: dimension.metrics.filter((metric) => EARLY_METRICS.has(metric.id)).map(forRollOut),
		})),
);

function forRollOut(metric: Metric): Metric {
	if (!['active_users', 'feature_adoption', 'workflow_volume'].includes(metric.id)) return metric;
	return {
		...metric,
		rubric: { kind: 'anchors', anchors: ROLL_OUT.map(([value, points]) => ({ value, points })) },
	};
}

/**
 * For accounts in their first 90 days (project choice): the framework's metrics without ROI, expansion and growth, which nobody can
 * know yet, with usage thresholds of a roll-out and .40 usage, .15 business value, .25 engagement, .20 technical health.
 * Less has been observed of a new account, so 30 % of the weight is enough for a score. Metric ids are the framework's.
 */
export const ONBOARDING_SCORECARD: Scorecard = {
	...FRAMEWORK_SCORECARD,
	id: 'onboarding',
	name: 'Onboarding',
	dimensions,
	minCoverage: 0.3,
	lifecycle: [],
};
