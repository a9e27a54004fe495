import type { Table } from './Table';

/** Records that could not be read or written, kept so that nothing is lost silently. */
export const deadLetters: Table = {
	name: 'cs_dead_letters',
	key: ['letter_id'],
	writer: 'sync and write-back',
	readers: ['run-watch'],
	retention: { column: 'first_at', days: 365, rule: '1 year' },
	columns: [
		{
			name: 'letter_id',
			type: 'string',
			classification: 'internal',
			note: 'the same for the same record and reason',
		},
		{ name: 'source', type: 'string', classification: 'internal', note: 'system' },
		{
			name: 'object',
			type: 'string',
			classification: 'internal',
			note: 'accounts, contacts, scores, tasks, ...',
		},
		{
			name: 'external_id',
			type: 'string',
			classification: 'internal',
			note: 'id of the record there, or of the account',
		},
		{
			name: 'payload_json',
			type: 'string',
			classification: 'restricted',
			note: 'what was read or was to be written',
		},
		{
			name: 'class',
			type: 'string',
			classification: 'internal',
			note: 'poison, schema, auth, daily-quota, not-found, ...',
		},
		{
			name: 'message',
			type: 'string',
			classification: 'internal',
			note: 'what happened and what to do about it',
		},
		{ name: 'attempts', type: 'number', classification: 'internal', note: '' },
		{ name: 'first_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'last_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'resolved_at', type: 'date', classification: 'internal', note: 'null: still open' },
	],
};
