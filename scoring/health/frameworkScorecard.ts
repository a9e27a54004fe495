import { HEALTH_BANDS } from './healthBands';
import { judgedMetric } from './judgedMetric';
import { measuredMetric } from './measuredMetric';
import type { Category, Dimension, Metric, Scorecard } from './Scorecard';

/** Usage arrives weekly; three missed weeks mean that the feed is broken, not that usage is known. */
const USAGE_DAYS = 21;
/** Surveys and return-on-investment reviews come twice a year. */
const HALF_YEAR_DAYS = 180;

/** Accepted where no figure exists. "qualitative" is the fair answer of the rubric, "none" the poor one. */
const ROI_WORDS: readonly Category[] = [
	{ value: 'qualitative', label: 'Qualitative ROI benefits identified', points: 60 },
	{ value: 'none', label: 'No ROI measurement or negative ROI', points: 25 },
];

const roi = measuredMetric('roi_demonstration', 'ROI demonstrated', '%', HALF_YEAR_DAYS, [
	[-100, 0],
	[0, 50],
	[100, 70],
	[200, 85],
	[400, 100],
]);

const ROI_METRIC: Metric = {
	...roi,
	rubric: { ...roi.rubric, words: ROI_WORDS } as Metric['rubric'],
};

const TIME_TO_VALUE = measuredMetric('time_to_value', 'Time to value', 'days', null, [
	[0, 100],
	[30, 85],
	[60, 70],
	[90, 50],
	[180, 0],
]);

const PRODUCT_USAGE: Dimension = {
	id: 'product_usage',
	label: 'Product usage',
	weight: 0.3,
	metrics: [
		measuredMetric('active_users', 'Active users', '%', USAGE_DAYS, [
			[0, 0],
			[40, 50],
			[60, 70],
			[80, 85],
			[100, 100],
		]),
		measuredMetric('feature_adoption', 'Feature adoption', '%', USAGE_DAYS, [
			[0, 0],
			[30, 50],
			[50, 70],
			[70, 85],
			[100, 100],
		]),
		measuredMetric('workflow_volume', 'Workflow volume', '%', USAGE_DAYS, [
			[0, 0],
			[40, 50],
			[60, 70],
			[80, 85],
			[100, 100],
		]),
	],
};

const BUSINESS_VALUE: Dimension = {
	id: 'business_value',
	label: 'Business value',
	weight: 0.25,
	metrics: [
		{ ...TIME_TO_VALUE, fixed: true },
		ROI_METRIC,
		judgedMetric('expansion_velocity', 'Expansion velocity', [
			['two_plus_use_cases', 'Expanded to 2+ use cases within 90 days', 95],
			['one_use_case', 'Expanded to additional use case within 90 days', 77],
			['planning', 'Planning expansion', 60],
			['none', 'No expansion plans or interest', 25],
		]),
	],
};

const ENGAGEMENT: Dimension = {
	id: 'engagement',
	label: 'Engagement',
	weight: 0.2,
	metrics: [
		judgedMetric('support_interaction', 'Support interaction', [
			['proactive', 'Proactive engagement, feature requests, beta participation', 95],
			['regular', 'Regular check-ins, occasional feature requests', 77],
			['responsive', 'Responds to support requests, minimal engagement', 60],
			['none', 'No engagement, ignores communications', 25],
		]),
		measuredMetric('nps_score', 'NPS', '', HALF_YEAR_DAYS, [
			[0, 0],
			[5, 45],
			[6, 70],
			[8, 85],
			[10, 100],
		]),
		judgedMetric('product_feedback', 'Product feedback', [
			['detailed', 'Detailed feedback, suggestions for improvement', 95],
			['general', 'General feedback on satisfaction', 77],
			['minimal', 'Minimal feedback, mostly complaints', 60],
			['none', 'No feedback provided', 25],
		]),
	],
};

const TECHNICAL_HEALTH: Dimension = {
	id: 'technical_health',
	label: 'Technical health',
	weight: 0.15,
	metrics: [
		judgedMetric('integration_status', 'Integration status', [
			['all_successful', 'All planned integrations successful, performing well', 95],
			['major_successful', 'Major integrations successful, minor issues resolved', 77],
			['some_issues', 'Some integration issues, workarounds in place', 60],
			['significant_problems', 'Significant integration problems, blocking usage', 25],
		]),
		judgedMetric('performance', 'Performance', [
			['consistent', 'Consistently meeting performance requirements', 95],
			['occasional_issues', 'Occasional performance issues, quickly resolved', 77],
			['frequent_issues', 'Frequent performance issues affecting usage', 60],
			['persistent_problems', 'Persistent performance problems', 25],
		]),
		judgedMetric('security_compliance', 'Security and compliance', [
			['fully_compliant', 'Fully compliant, proactive security measures', 95],
			['minor_recommendations', 'Compliant with minor recommendations', 77],
			['some_gaps', 'Some compliance gaps, remediation planned', 60],
			['significant_issues', 'Significant compliance issues', 25],
		]),
	],
};

const GROWTH_POTENTIAL: Dimension = {
	id: 'growth_potential',
	label: 'Growth potential',
	weight: 0.1,
	metrics: [
		judgedMetric('upgrade_readiness', 'Upgrade readiness', [
			['actively_planning', 'Actively planning upgrade or expansion', 95],
			['considering', 'Considering upgrade, evaluating options', 77],
			['open', 'Open to upgrade discussions', 60],
			['not_interested', 'Not interested in upgrading', 25],
		]),
		judgedMetric('account_expansion', 'Account expansion', [
			['multiple_units', 'Multiple business units, significant growth potential', 95],
			['additional_departments', 'Additional departments interested', 77],
			['some_opportunities', 'Some expansion opportunities identified', 60],
			['limited', 'Limited expansion potential', 25],
		]),
	],
};

/**
 * The framework scorecard: usage .30, business value .25, engagement .20, technical health .15, growth potential .10.
 *
 * Taken word for word: dimension weights, rubric thresholds and answers, bands, colours, actions, the 40-point cap for an urgent ticket
 * older than 48 h. Chosen by this project, because the framework is silent: metrics weigh the same inside a dimension; thresholds are
 * worth 85, 70 and 50 points with straight lines between them and the ends of the scale; a threshold itself belongs to the better band;
 * answers earn 95, 77, 60 and 25 points, each inside its band; a ROI of 0 % (break-even) opens the fair band, and the words
 * "qualitative" and "none" are accepted instead of a figure; NPS has no fair answer, so 5 and below is poor and the line from 5 to 6 only
 * matters for averages; observations go stale after 21 (usage), 120 (judgements) or 180 days (NPS, ROI), time to value never;
 * 40 % of the weight must be observed; accounts younger than 90 days are scored with the onboarding scorecard.
 */
export const FRAMEWORK_SCORECARD: Scorecard = {
	id: 'framework',
	name: 'Customer success framework',
	dimensions: [PRODUCT_USAGE, BUSINESS_VALUE, ENGAGEMENT, TECHNICAL_HEALTH, GROWTH_POTENTIAL],
	bands: HEALTH_BANDS,
	minCoverage: 0.4,
	caps: [
		{
			id: 'urgent_ticket',
			label: 'Urgent ticket older than 48 h',
			field: 'urgent_ticket_hours',
			operator: 'above',
			threshold: 48,
			cap: 40,
		},
	],
	lifecycle: [{ untilDays: 90, scorecardId: 'onboarding' }],
};
