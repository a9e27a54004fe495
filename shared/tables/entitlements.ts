import type { Table } from './Table';

/** What an account may use. */
export const entitlements: Table = {
	name: 'cs_entitlements',
	key: ['account_id', 'metric'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'valid_to_on', days: 2557, rule: '7 years' },
	columns: [
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'metric', type: 'string', classification: 'internal', note: 'seats, api_calls, storage_mb, ...' },
		{ name: 'limit_value', type: 'number', classification: 'confidential', note: "in the metric's unit" },
		{ name: 'period', type: 'string', classification: 'internal', note: 'month, year, total' },
		{ name: 'valid_from_on', type: 'string', classification: 'internal', note: '' },
		{ name: 'valid_to_on', type: 'string', classification: 'internal', note: 'inclusive; null: open' },
	],
};
