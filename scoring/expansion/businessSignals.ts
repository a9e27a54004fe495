import type { SignalRule } from './Signal';

const base = { halfLifeDays: 45, threshold: 'project' } as const;

/** What people entered or judged in custom_json: hiring, budgets, results, plans. Thresholds and strengths are choices of this project. */
export const BUSINESS_SIGNALS: readonly SignalRule[] = [
	declared(
		'team_hires',
		'New hires in teams that use it',
		3,
		'team',
		'upsell',
		'new_team',
		'{} new hires in teams that use it',
	),
	declared(
		'job_postings_growth',
		'More job postings (share, 1: doubled)',
		0.5,
		'team',
		'upsell',
		'new_team',
		'Job postings rose by {%}',
	),
	declared(
		'new_region_count',
		'New regions',
		1,
		'region',
		'geographic',
		'new_region',
		'They open in new regions: {}',
	),
	declared(
		'new_integrations',
		'New services to integrate',
		3,
		'product',
		'cross_sell',
		'usage_growth',
		'{} more services to integrate',
	),
	declared(
		'revenue_growth',
		'Revenue growth of the customer (share)',
		0.25,
		'business',
		'upsell',
		'usage_growth',
		'Their revenue grows by {%}',
	),
	declared(
		'roi_demonstration',
		'ROI above 200 %',
		200,
		'business',
		'cross_sell',
		'usage_growth',
		'They have seen an ROI of {} %',
	),
	declared(
		'quantified_savings_minor',
		'Savings put into numbers',
		1,
		'business',
		'cross_sell',
		'usage_growth',
		'Their savings are put into numbers',
	),
	declared(
		'competitive_advantages',
		'Advantages over competitors achieved',
		1,
		'business',
		'cross_sell',
		'usage_growth',
		'Advantages over their competitors achieved: {}',
	),
	declared(
		'expansion_budget_minor',
		'Budget set aside',
		1,
		'business',
		'cross_sell',
		'usage_growth',
		'A budget for more is set aside',
	),
	declared(
		'new_processes_automated',
		'New processes automated',
		2,
		'business',
		'new_use_case',
		'new_team',
		'{} more processes automated',
	),
	declared(
		'competitor_contracts_ending',
		'Contracts with competitors end',
		1,
		'market',
		'cross_sell',
		'competitive_displacement',
		'Their contracts with other vendors that end: {}',
	),
	judged('upgrade_readiness', 'Plans to upgrade', 'upgrade', 'usage_growth', {
		actively_planning: [0.6, 'They are planning to upgrade or expand'],
		considering: [0.35, 'They are considering an upgrade'],
	}),
	judged('account_expansion', 'More units interested', 'new_use_case', 'new_team', {
		multiple_units: [0.55, 'Several business units are interested'],
		additional_departments: [0.4, 'More departments are interested'],
	}),
	// Two use cases more were taken up already: that they may take up a third is a guess.
	judged('expansion_velocity', 'Takes up use cases', 'new_use_case', 'new_team', {
		planning: [0.45, 'They plan a further use case'],
		two_plus_use_cases: [0.3, 'They took up two more use cases within 90 days'],
	}),
];

function declared(
	field: string,
	label: string,
	atLeast: number,
	family: SignalRule['family'],
	type: SignalRule['type'],
	source: SignalRule['source'],
	says: string,
): SignalRule {
	const test = { kind: 'declared', field, atLeast, says } as const;
	return { ...base, id: field, label, family, test, type, source };
}

/** The rubric's own answers, each with its strength and what a seller reads; a judgement is made once a quarter. */
function judged(
	field: string,
	label: string,
	type: SignalRule['type'],
	source: SignalRule['source'],
	answers: Readonly<Record<string, readonly [strength: number, says: string]>>,
): SignalRule {
	const entries = Object.entries(answers);
	const test = {
		kind: 'declared',
		field,
		answers: Object.fromEntries(entries.map(([answer, [strength]]) => [answer, strength])),
		says: Object.fromEntries(entries.map(([answer, [, says]]) => [answer, says])),
	} as const;
	const topTierType = 'upsell';
	return { ...base, id: field, label, family: 'business', test, type, topTierType, source, halfLifeDays: 90 };
}
