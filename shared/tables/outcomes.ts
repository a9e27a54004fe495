import type { Table } from './Table';

/** What became of an account: the truth that scores are measured against. */
export const outcomes: Table = {
	name: 'cs_outcomes',
	key: ['account_id', 'kind', 'occurred_on'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['portfolio-overview'],
	retention: { column: 'occurred_on', days: 2557, rule: '7 years' },
	columns: [
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'kind',
			type: 'string',
			classification: 'internal',
			note: 'renewed, churned, expanded, contracted',
		},
		{ name: 'occurred_on', type: 'string', classification: 'internal', note: '' },
		{ name: 'known_at', type: 'date', classification: 'internal', note: 'when we learned of it' },
		{ name: 'arr_change_minor', type: 'number', classification: 'confidential', note: 'minor units, signed' },
		{ name: 'currency', type: 'string', classification: 'internal', note: 'ISO 4217' },
		{ name: 'voluntary', type: 'boolean', classification: 'confidential', note: 'null: unknown' },
		{ name: 'reason', type: 'string', classification: 'confidential', note: '' },
	],
};
