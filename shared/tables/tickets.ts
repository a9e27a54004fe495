import type { Table } from './Table';

/** Support tickets. */
export const tickets: Table = {
	name: 'cs_tickets',
	key: ['ticket_id'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'resolved_at', days: 365, rule: '1 year after close' },
	columns: [
		{ name: 'ticket_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'priority',
			type: 'string',
			classification: 'internal',
			note: 'low, medium, high, urgent, critical',
		},
		{ name: 'status', type: 'string', classification: 'internal', note: 'open, pending, resolved, closed' },
		{ name: 'category', type: 'string', classification: 'internal', note: '' },
		{ name: 'opened_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'first_response_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'resolved_at', type: 'date', classification: 'internal', note: 'null: still open' },
		{ name: 'csat', type: 'number', classification: 'confidential', note: '1 to 5' },
		{ name: 'escalated', type: 'boolean', classification: 'internal', note: '' },
	],
};
