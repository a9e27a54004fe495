import type { Table } from './Table';

/** Every action with its reason; insert-only. */
export const audit: Table = {
	name: 'cs_audit',
	key: ['audit_id'],
	writer: 'every stage',
	readers: ['run-watch'],
	retention: { column: 'at', days: 1096, rule: '3 years' },
	columns: [
		{ name: 'audit_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'at', type: 'date', classification: 'internal', note: '' },
		{ name: 'actor', type: 'string', classification: 'internal', note: '' },
		{ name: 'action', type: 'string', classification: 'internal', note: '' },
		{ name: 'subject', type: 'string', classification: 'internal', note: 'what it was done to' },
		{ name: 'reason', type: 'string', classification: 'confidential', note: '' },
		{ name: 'before_json', type: 'string', classification: 'confidential', note: '' },
		{ name: 'after_json', type: 'string', classification: 'confidential', note: '' },
		{ name: 'run_id', type: 'string', classification: 'internal', note: '' },
	],
};
