import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Work that a person is asked to do. */
export const TASKS: ObjectModel = {
	object: 'tasks',
	table: 'cs_tasks',
	key: ['task_id'],
	fields: [
		{ name: 'task_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'kind', kind: 'text', sensitivity: 'internal' },
		{ name: 'title', kind: 'text', sensitivity: 'confidential' },
		{ name: 'text', kind: 'text', sensitivity: 'confidential' },
		{
			name: 'priority',
			kind: 'enum',
			allowed: ENUMS.get('cs_tasks.priority') ?? [],
			sensitivity: 'internal',
		},
		{ name: 'status', kind: 'enum', allowed: ENUMS.get('cs_tasks.status') ?? [], sensitivity: 'internal' },
		{ name: 'due_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'owner_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'rule', kind: 'text', sensitivity: 'internal' },
		{ name: 'effect_key', kind: 'id', sensitivity: 'internal' },
		{ name: 'external_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'closed_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'outcome', kind: 'text', sensitivity: 'confidential' },
		{ name: 'rev', kind: 'count', sensitivity: 'internal' },
	],
};
