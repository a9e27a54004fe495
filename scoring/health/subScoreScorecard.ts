import { HEALTH_BANDS } from './healthBands';
import { judgedMetric } from './judgedMetric';
import { measuredMetric, type AnchorPair } from './measuredMetric';
import type { Dimension, Metric, Scorecard } from './Scorecard';

/** Usage and support figures arrive weekly. */
const WEEKLY_DAYS = 21;
/** Relationship and money figures move monthly. */
const MONTHLY_DAYS = 45;
const HALF_YEAR_DAYS = 180;

/** Values that are scores from 0 to 100 already, and shares where half is fair, 70 % good and 85 % excellent. */
const AS_POINTS: readonly AnchorPair[] = [
	[0, 0],
	[100, 100],
];
const UTILISATION: readonly AnchorPair[] = [
	[0, 0],
	[40, 50],
	[60, 70],
	[80, 85],
	[100, 100],
];
/** Satisfaction from 1 to 5. */
const SATISFACTION: readonly AnchorPair[] = [
	[1, 0],
	[3, 50],
	[3.7, 70],
	[4.2, 85],
	[5, 100],
];

const USAGE: readonly Metric[] = [
	measuredMetric('login_frequency', 'Login frequency', 'days per week', WEEKLY_DAYS, [
		[0, 0],
		[1, 50],
		[2, 70],
		[4, 85],
		[5, 100],
	]),
	measuredMetric('feature_adoption_percentage', 'Feature adoption', '%', WEEKLY_DAYS, [
		[0, 0],
		[30, 50],
		[50, 70],
		[70, 85],
		[100, 100],
	]),
	measuredMetric('advanced_feature_usage', 'Advanced feature usage', '%', WEEKLY_DAYS, [
		[0, 0],
		[15, 50],
		[30, 70],
		[50, 85],
		[80, 100],
	]),
	judgedMetric('api_usage_trend', 'API usage trend', [
		['increasing', 'Increasing', 95],
		['stable', 'Stable', 77],
		['decreasing', 'Decreasing', 30],
	]),
];

const RELATIONSHIP: readonly Metric[] = [
	measuredMetric('stakeholder_engagement_score', 'Stakeholder engagement', 'points', MONTHLY_DAYS, AS_POINTS),
	measuredMetric('communication_frequency', 'Communication frequency', 'contacts per month', MONTHLY_DAYS, [
		[0, 0],
		[1, 50],
		[2, 70],
		[4, 85],
		[8, 100],
	]),
	measuredMetric('response_time_average', 'Customer response time', 'hours', MONTHLY_DAYS, [
		[0, 100],
		[8, 85],
		[24, 70],
		[48, 50],
		[120, 0],
	]),
	measuredMetric('meeting_attendance_rate', 'Meeting attendance', '%', MONTHLY_DAYS, AS_POINTS),
];

const VALUE: readonly Metric[] = [
	measuredMetric('roi_achievement_percentage', 'ROI achieved of target', '%', HALF_YEAR_DAYS, [
		[0, 0],
		[50, 50],
		[80, 70],
		[100, 85],
		[150, 100],
	]),
	measuredMetric('success_milestone_completion', 'Success milestones', '%', MONTHLY_DAYS, AS_POINTS),
	measuredMetric('business_outcome_progress', 'Business outcome progress', '%', MONTHLY_DAYS, AS_POINTS),
	measuredMetric('competitive_evaluation_risk', 'Competitive evaluation risk', 'points', MONTHLY_DAYS, [
		[0, 100],
		[100, 0],
	]),
];

const SUPPORT: readonly Metric[] = [
	judgedMetric('ticket_volume_trend', 'Ticket volume trend', [
		['decreasing', 'Decreasing', 95],
		['stable', 'Stable', 77],
		['increasing', 'Increasing', 40],
	]),
	measuredMetric('ticket_severity_average', 'Ticket severity (1 low to 4 critical)', '', WEEKLY_DAYS, [
		[1, 100],
		[1.5, 85],
		[2, 70],
		[3, 50],
		[4, 0],
	]),
	measuredMetric(
		'resolution_time_satisfaction',
		'Satisfaction with resolution time',
		'of 5',
		HALF_YEAR_DAYS,
		SATISFACTION,
	),
	measuredMetric('csat_score', 'CSAT', 'of 5', HALF_YEAR_DAYS, SATISFACTION),
	measuredMetric('nps_score', 'NPS', '', HALF_YEAR_DAYS, [
		[0, 0],
		[5, 45],
		[6, 70],
		[8, 85],
		[10, 100],
	]),
];

const FINANCIAL: readonly Metric[] = [
	measuredMetric('payment_history_score', 'Payment history', 'points', MONTHLY_DAYS, AS_POINTS),
	measuredMetric('contract_utilization_percentage', 'Contract utilisation', '%', MONTHLY_DAYS, UTILISATION),
	judgedMetric('expansion_budget_availability', 'Expansion budget', [
		['confirmed', 'Budget confirmed', 95],
		['likely', 'Budget likely', 77],
		['unlikely', 'Budget unlikely', 50],
		['none', 'No budget', 25],
	]),
	measuredMetric('renewal_probability', 'Renewal probability', '%', MONTHLY_DAYS, [
		[0, 0],
		[50, 50],
		[75, 70],
		[90, 85],
		[100, 100],
	]),
];

const dimension = (id: string, label: string, metrics: readonly Metric[]): Dimension => ({
	id,
	label,
	weight: 0.2,
	metrics,
});

/**
 * The five sub-score scorecard: usage, relationship, value, support and financial health with equal weights. Ready-made sub-scores
 * (`usage` or `usage_health_score`, 0 to 100) take the place of a dimension's metrics.
 *
 * The schema it comes from names the columns and the five sub-scores but no weights and no thresholds: all of these are chosen by this
 * project. Equal weights reproduce its worked example (89, 91, 92, 83 and an inferred financial 80 give 87).
 */
export const SUB_SCORE_SCORECARD: Scorecard = {
	id: 'sub_scores',
	name: 'Five sub-scores',
	dimensions: [
		dimension('usage', 'Usage health', USAGE),
		dimension('relationship', 'Relationship health', RELATIONSHIP),
		dimension('value', 'Value realization health', VALUE),
		dimension('support', 'Support and satisfaction health', SUPPORT),
		dimension('financial', 'Financial health', FINANCIAL),
	],
	bands: HEALTH_BANDS,
	minCoverage: 0.4,
	caps: [],
	lifecycle: [],
};
