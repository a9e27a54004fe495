import { shownFor } from '../shownFor';
import type { ValueOperation } from '../ValueOperation';
import { trackPlanRows } from './trackPlan';

/** Plans in; how each stands by its milestones and criteria. */
export const trackPlanOperation: ValueOperation = {
	resource: 'plan',
	option: {
		name: 'Track',
		description: 'How success plans stand: progress, milestones on time, criteria at their checkpoints',
		action: 'Track success plans',
	},
	subtitle: 'track success plans',
	inputs: ['Plans', 'Records'],
	outputs: ['Plans', 'Milestones', 'Checkpoints', 'Summary'],
	properties: [
		{
			displayName:
				'Connect rows of cs_success_plans to the first input; rows of cs_milestones, and for the criteria cs_usage, cs_survey_answers, cs_value_ledger or rows with metric, value and measured_on, to Records; cs_contacts and cs_people tell who left.',
			name: 'trackNotice',
			type: 'notice',
			default: '',
			...shownFor('track'),
		},
		{
			displayName: 'Checkpoints (Weeks)',
			name: 'checkpointWeeks',
			type: 'string',
			default: '4, 8, 12',
			placeholder: 'e.g. 4, 8, 12',
			description:
				'Weeks after the start at which the criteria are looked at; the weeks of the criteria are added',
			...shownFor('track'),
		},
		{
			displayName: 'Rules',
			name: 'trackRules',
			type: 'collection',
			placeholder: 'Add Rule',
			default: {},
			options: [
				{
					displayName: 'Grace Days',
					name: 'graceDays',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 7,
					description: 'So many days a milestone may be late before its plan is at risk',
				},
				{
					displayName: 'On Time From Milestones',
					name: 'leastDecided',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 3,
					description: 'So many milestones must be done or late before their share on time counts',
				},
				{
					displayName: 'On Time Target',
					name: 'onTimeTarget',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
					default: 0.9,
					description: 'Share of milestones that must be done by their day',
				},
			],
			...shownFor('track'),
		},
	],
	run: trackPlanRows,
};
