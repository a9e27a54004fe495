import type { Table } from './Table';

/** The steps of a success plan. */
export const milestones: Table = {
	name: 'cs_milestones',
	key: ['milestone_id'],
	writer: 'success-plan; people and tasks that are done close them',
	readers: ['success-plan', 'portfolio-overview'],
	retention: { column: 'due_on', days: 2557, rule: '7 years' },
	columns: [
		{
			name: 'milestone_id',
			type: 'string',
			classification: 'internal',
			note: 'plan_id and the key of the step',
		},
		{ name: 'plan_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'name', type: 'string', classification: 'confidential', note: '' },
		{
			name: 'weight',
			type: 'number',
			classification: 'internal',
			note: 'share in the progress of the plan; the weights of a plan add up to 100',
		},
		{ name: 'due_on', type: 'string', classification: 'internal', note: '' },
		{ name: 'done_at', type: 'date', classification: 'internal', note: 'null: not done' },
		{ name: 'owner_id', type: 'string', classification: 'internal', note: 'person_id or contact_id' },
		{ name: 'status', type: 'string', classification: 'internal', note: 'open, done, cancelled' },
		{ name: 'rev', type: 'number', classification: 'internal', note: 'changes by one with every update' },
	],
};
