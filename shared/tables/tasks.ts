import type { Table } from './Table';

/** Work that a person is asked to do, here and in the CRM. */
export const tasks: Table = {
	name: 'cs_tasks',
	key: ['task_id'],
	writer: 'daily health run, playbook stage; the sync stage closes what was closed in the CRM',
	readers: ['sync', 'alert', 'portfolio-overview'],
	retention: { column: 'closed_at', days: 1095, rule: '3 years after it was closed' },
	columns: [
		{ name: 'task_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'kind', type: 'string', classification: 'internal', note: 'call, email, meeting, review, task' },
		{ name: 'title', type: 'string', classification: 'confidential', note: '' },
		{ name: 'text', type: 'string', classification: 'confidential', note: 'what to do, and why' },
		{ name: 'priority', type: 'string', classification: 'internal', note: 'low, medium, high, urgent' },
		{ name: 'status', type: 'string', classification: 'internal', note: 'open, done, cancelled' },
		{ name: 'due_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'owner_id', type: 'string', classification: 'internal', note: 'person_id' },
		{
			name: 'rule',
			type: 'string',
			classification: 'internal',
			note: 'what asked for it: health.fall, renewal.90, ...',
		},
		{
			name: 'effect_key',
			type: 'string',
			classification: 'internal',
			note: 'of its row in cs_outbox: the same for every retry',
		},
		{ name: 'external_id', type: 'string', classification: 'internal', note: 'id of the task in the CRM' },
		{ name: 'closed_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'outcome', type: 'string', classification: 'confidential', note: 'what came of it, in words' },
		{ name: 'rev', type: 'number', classification: 'internal', note: 'changes by one with every update' },
	],
};
