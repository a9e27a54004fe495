import type { Table } from './Table';

/** What was agreed with an account, with its people and dates. */
export const successPlans: Table = {
	name: 'cs_success_plans',
	key: ['plan_id'],
	writer: 'success-plan',
	readers: ['value-review', 'portfolio-overview'],
	retention: { column: 'ends_on', days: 2557, rule: '7 years' },
	columns: [
		{
			name: 'plan_id',
			type: 'string',
			classification: 'internal',
			note: 'made from the event it came from, so that the same event makes the same plan',
		},
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'kind',
			type: 'string',
			classification: 'internal',
			note: 'onboarding, expansion, renewal, advocacy',
		},
		{
			name: 'status',
			type: 'string',
			classification: 'internal',
			note: 'draft, active, on_track, at_risk, completed, cancelled',
		},
		{ name: 'csm_id', type: 'string', classification: 'internal', note: 'person_id' },
		{
			name: 'contact_id',
			type: 'string',
			classification: 'internal',
			note: "the customer's primary contact",
		},
		{
			name: 'sponsor_id',
			type: 'string',
			classification: 'internal',
			note: "contact_id of the customer's executive sponsor",
		},
		{ name: 'starts_on', type: 'string', classification: 'internal', note: '' },
		{ name: 'ends_on', type: 'string', classification: 'internal', note: 'planned, inclusive' },
		{
			name: 'detail_json',
			type: 'string',
			classification: 'confidential',
			note: 'object: baseline, criteria, value hypothesis, risks, implementation team, why each person',
		},
	],
};
