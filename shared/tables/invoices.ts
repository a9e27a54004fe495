import type { Table } from './Table';

/** Invoices and when they were paid. */
export const invoices: Table = {
	name: 'cs_invoices',
	key: ['invoice_id'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'issued_on', days: 2557, rule: '7 years' },
	columns: [
		{ name: 'invoice_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'issued_on', type: 'string', classification: 'confidential', note: '' },
		{ name: 'due_on', type: 'string', classification: 'confidential', note: '' },
		{ name: 'paid_on', type: 'string', classification: 'confidential', note: 'null: not paid' },
		{ name: 'amount_minor', type: 'number', classification: 'confidential', note: 'minor units' },
		{ name: 'currency', type: 'string', classification: 'internal', note: 'ISO 4217' },
		{
			name: 'status',
			type: 'string',
			classification: 'confidential',
			note: 'open, paid, void, uncollectible',
		},
	],
};
