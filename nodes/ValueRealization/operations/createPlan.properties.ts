import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

const criterionFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Users active every week',
	},
	{
		displayName: 'Metric',
		name: 'metric',
		type: 'string',
		default: 'active_user_share',
		description:
			'How it is measured: active_user_share (from usage), nps (from survey answers), value_minor (from the ledger), or a name that rows with metric, value and measured_on carry',
	},
	{ displayName: 'Target', name: 'target', type: 'number', typeOptions: { numberPrecision: 4 }, default: 0 },
	{
		displayName: 'Week',
		name: 'week',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 12,
		description: 'By when it is to be reached, in weeks after the start',
	},
	{
		displayName: 'Better',
		name: 'direction',
		type: 'options',
		options: [
			{ name: 'Higher', value: 'higher_is_better' },
			{ name: 'Lower', value: 'lower_is_better' },
		],
		default: 'higher_is_better',
	},
	{ displayName: 'Unit', name: 'unit', type: 'string', default: '' },
];

/** Parameters of Create Success Plan. */
export const createPlanProperties: INodeProperties[] = [
	{
		displayName:
			'Connect one item per event: event_id, account_id, signed_on, and where known industry, csm_id, contact_id, sponsor_id, baseline, target_minor, currency, criteria, value_hypothesis, risks, implementation_team (a list of side, role, person_id or contact_id, count). Rows of cs_inbox with payload_json do as well. Connect cs_accounts, cs_people, cs_contacts and cs_success_plans to Records; an event that has its plan already gives the same plan again, unchanged.',
		name: 'createNotice',
		type: 'notice',
		default: '',
		...shownFor('create'),
	},
	{
		displayName: 'Kind',
		name: 'planKind',
		type: 'options',
		options: [
			{ name: 'Advocacy', value: 'advocacy', description: '8 weeks' },
			{ name: 'Expansion', value: 'expansion', description: '8 weeks' },
			{ name: 'Onboarding', value: 'onboarding', description: '12 weeks in three phases' },
			{ name: 'Renewal', value: 'renewal', description: '4 weeks' },
		],
		default: 'onboarding',
		description: 'Unless the event says another in its field kind',
		...shownFor('create'),
	},
	{
		displayName: 'Kick-Off Within Days',
		name: 'kickoffDays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 60 },
		default: 7,
		description: 'Days after the signing within which the customer is met; a working day is chosen',
		...shownFor('create'),
	},
	{
		displayName: 'Success Criteria',
		name: 'criteria',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Criterion' },
		placeholder: 'Add Criterion',
		default: {
			criterion: [
				{
					label: 'Users who are active',
					metric: 'active_user_share',
					target: 0.8,
					week: 8,
					direction: 'higher_is_better',
					unit: 'share',
				},
				{
					label: 'NPS answer',
					metric: 'nps',
					target: 8,
					week: 12,
					direction: 'higher_is_better',
					unit: 'of 10',
				},
			],
		},
		description:
			'Unless the event brings its own. A target_minor of the event adds one for value in the last week.',
		options: [{ displayName: 'Criterion', name: 'criterion', values: criterionFields }],
		...shownFor('create'),
	},
	{
		displayName: 'Only Table Columns',
		name: 'planTableColumns',
		type: 'boolean',
		default: false,
		description: 'Whether rows hold only the columns of their tables, ready for a Data Table insert',
		...shownFor('create', 'track'),
	},
];
