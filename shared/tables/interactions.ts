import type { Table } from './Table';

/** Meetings, calls and mails with a customer. */
export const interactions: Table = {
	name: 'cs_interactions',
	key: ['interaction_id'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'occurred_at', days: 365, rule: '1 year' },
	columns: [
		{ name: 'interaction_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'contact_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'kind', type: 'string', classification: 'internal', note: 'meeting, call, email, qbr, ...' },
		{ name: 'occurred_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'attended', type: 'boolean', classification: 'internal', note: 'null: not recorded' },
		{ name: 'minutes', type: 'number', classification: 'internal', note: 'length' },
		{
			name: 'sentiment',
			type: 'string',
			classification: 'confidential',
			note: 'positive, neutral, negative',
		},
		{ name: 'text', type: 'string', classification: 'restricted', note: 'what was said' },
	],
};
