import type { InactionComponent } from './Inaction';

/** An assumption of the model before a user fills it in. */
export interface AssumptionDesign {
	readonly name: string;
	readonly label: string;
	/** null: only the user can know it; without it its component is left out. */
	readonly base: number | null;
}

/**
 * What waiting costs in a month. The method is this project's choice: work that goes on by hand, services bought for it, events that would be rarer, and
 * margin that comes later. No amount is preset.
 */
export const INACTION_COMPONENTS: readonly InactionComponent[] = [
	{
		id: 'labour',
		label: 'Work by hand that would go away',
		formula: 'hours_per_month * hourly_cost * labour_avoidable_share',
	},
	{
		id: 'external',
		label: 'Services bought outside',
		formula: 'external_cost_per_year / 12 * external_avoidable_share',
	},
	{
		id: 'risk',
		label: 'Costly events that would be rarer',
		formula: 'events_per_year / 12 * cost_per_event * risk_avoidable_share',
	},
	{
		id: 'revenue',
		label: 'Margin that comes later',
		formula: 'revenue_delayed_per_month * margin_share',
	},
];

/** `months` and `growth_rate` shape the sum; `solution_cost_per_year` is what the total is set against. */
export const INACTION_ASSUMPTIONS: readonly AssumptionDesign[] = [
	{ name: 'hours_per_month', label: 'Hours of work by hand per month', base: null },
	{ name: 'hourly_cost', label: 'Cost of an hour', base: null },
	{ name: 'labour_avoidable_share', label: 'Share of these hours that would go away, 0 to 1', base: null },
	{ name: 'external_cost_per_year', label: 'Services bought outside per year', base: null },
	{
		name: 'external_avoidable_share',
		label: 'Share of these services that would go away, 0 to 1',
		base: null,
	},
	{ name: 'events_per_year', label: 'Costly events per year (0.15 is a chance of 15 %)', base: null },
	{ name: 'cost_per_event', label: 'Cost of one event', base: null },
	{ name: 'risk_avoidable_share', label: 'Share of these events that would not happen, 0 to 1', base: null },
	{ name: 'revenue_delayed_per_month', label: 'Revenue per month that comes later', base: null },
	{ name: 'margin_share', label: 'Margin on it, 0 to 1', base: null },
	{ name: 'months', label: 'Months of waiting', base: 12 },
	{ name: 'growth_rate', label: 'Growth of the cost per year, 0.1 is 10 %', base: 0 },
	{ name: 'solution_cost_per_year', label: 'Cost of the solution per year', base: null },
];
