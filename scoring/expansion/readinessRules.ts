import type { ReadinessDimension } from './Opportunity';

/** Points (0 to 100) that a fact earns for a dimension of readiness. */
export interface ReadinessRule {
	readonly dimension: ReadinessDimension;
	readonly fact: string;
	/** Points by answer, or [value, points] in ascending order with straight lines between, level outside. */
	readonly points: Readonly<Record<string, number>> | readonly (readonly [value: number, points: number])[];
}

const RUBRIC = (best: string, good: string, fair: string, poor: string) => ({
	[best]: 95,
	[good]: 77,
	[fair]: 50,
	[poor]: 15,
});

/**
 * What makes an account ready to buy more, dimension by dimension. The dimensions and their mean are the seed's; facts and points are choices
 * of this project, except two thresholds: advanced features at 75 % and an NPS answer of 8 are where readiness begins there.
 */
export const READINESS_RULES: readonly ReadinessRule[] = [
	{
		dimension: 'stakeholder',
		fact: 'champion_strength',
		points: { none: 20, weak: 40, moderate: 60, strong: 85, executive: 100 },
	},
	{
		dimension: 'stakeholder',
		fact: 'decision_makers',
		points: [
			[0, 30],
			[1, 70],
			[2, 90],
			[3, 100],
		],
	},
	{
		dimension: 'stakeholder',
		fact: 'meeting_attendance_rate',
		points: [
			[0, 0],
			[100, 100],
		],
	},
	{
		dimension: 'stakeholder',
		fact: 'days_since_contact',
		points: [
			[7, 100],
			[30, 80],
			[90, 30],
			[180, 0],
		],
	},
	{
		dimension: 'budget_timeline',
		fact: 'budget_qualification',
		points: { confirmed: 100, likely: 75, uncertain: 45, no_budget: 5 },
	},
	{
		dimension: 'budget_timeline',
		fact: 'payment_history_score',
		points: [
			[0, 0],
			[100, 100],
		],
	},
	// A renewal close by is a good moment, one next week is too late for anything else.
	{
		dimension: 'budget_timeline',
		fact: 'days_to_renewal',
		points: [
			[0, 30],
			[30, 55],
			[90, 95],
			[180, 85],
			[365, 65],
		],
	},
	{
		dimension: 'technical',
		fact: 'feature_adoption',
		points: [
			[0, 10],
			[30, 40],
			[70, 85],
			[100, 100],
		],
	},
	{
		dimension: 'technical',
		fact: 'advanced_feature_usage',
		points: [
			[0, 20],
			[75, 85],
			[100, 100],
		],
	},
	{
		dimension: 'technical',
		fact: 'integration_status',
		points: RUBRIC('all_successful', 'major_successful', 'some_issues', 'significant_problems'),
	},
	{
		dimension: 'technical',
		fact: 'performance',
		points: RUBRIC('consistent', 'occasional_issues', 'frequent_issues', 'persistent_problems'),
	},
	{
		dimension: 'technical',
		fact: 'open_urgent_tickets',
		points: [
			[0, 95],
			[1, 50],
			[3, 10],
		],
	},
	{ dimension: 'competitive', fact: 'competitive_risk', points: { none: 95, low: 80, medium: 50, high: 15 } },
	{
		dimension: 'competitive',
		fact: 'nps_score',
		points: [
			[0, 0],
			[6, 45],
			[8, 80],
			[10, 100],
		],
	},
	{
		dimension: 'competitive',
		fact: 'roi_demonstration',
		points: [
			[0, 30],
			[100, 70],
			[200, 90],
			[300, 100],
		],
	},
];
