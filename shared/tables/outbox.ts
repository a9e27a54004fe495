import type { Table } from './Table';

/** What leaves the building, written before it is sent. */
export const outbox: Table = {
	name: 'cs_outbox',
	key: ['effect_key'],
	writer: 'alert stage and run-watch',
	readers: ['alert', 'run-watch'],
	retention: { column: 'last_at', days: 90, rule: '90 days after it was sent; once-ever keys for good' },
	columns: [
		{
			name: 'effect_key',
			type: 'string',
			classification: 'internal',
			note: 'the same for every retry; of several rows with one key the lowest id is the effect',
		},
		{ name: 'kind', type: 'string', classification: 'internal', note: 'message, digest, watch, ...' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: 'null: about no single account' },
		{ name: 'target', type: 'string', classification: 'confidential', note: 'person ids, comma-joined' },
		{ name: 'payload_json', type: 'string', classification: 'confidential', note: 'object that is posted' },
		{
			name: 'status',
			type: 'string',
			classification: 'internal',
			note: 'planned, claimed, sent, confirmed, unknown, failed, dead',
		},
		{ name: 'claimed_by', type: 'string', classification: 'internal', note: 'run_id of the sender' },
		{ name: 'claimed_until', type: 'date', classification: 'internal', note: '' },
		{ name: 'attempts', type: 'number', classification: 'internal', note: '' },
		{ name: 'first_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'next_at', type: 'date', classification: 'internal', note: 'not before' },
		{ name: 'last_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'external_id', type: 'string', classification: 'internal', note: 'id that the other side gave' },
		{ name: 'error', type: 'string', classification: 'internal', note: 'what the last attempt answered' },
		{ name: 'rev', type: 'number', classification: 'internal', note: 'changes by one with every update' },
	],
};
