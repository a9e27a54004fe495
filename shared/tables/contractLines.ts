import type { Table } from './Table';

/** What a contract holds, product by product; a correction supersedes, it never overwrites. */
export const contractLines: Table = {
	name: 'cs_contract_lines',
	key: ['line_id'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'ends_on', days: 2557, rule: '7 years' },
	columns: [
		{ name: 'line_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'contract_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'product_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'quantity', type: 'number', classification: 'confidential', note: '' },
		{ name: 'unit_price_minor', type: 'number', classification: 'confidential', note: 'minor units' },
		{ name: 'arr_minor', type: 'number', classification: 'confidential', note: 'minor units' },
		{ name: 'currency', type: 'string', classification: 'internal', note: 'ISO 4217' },
		{ name: 'starts_on', type: 'string', classification: 'confidential', note: '' },
		{ name: 'ends_on', type: 'string', classification: 'confidential', note: 'inclusive' },
		{ name: 'replaces_line_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'status', type: 'string', classification: 'internal', note: 'active, ended, superseded' },
		{ name: 'recorded_at', type: 'date', classification: 'internal', note: 'when we learned of it' },
		{
			name: 'superseded_at',
			type: 'date',
			classification: 'internal',
			note: 'when it stopped being the truth',
		},
	],
};
