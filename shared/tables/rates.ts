import type { Table } from './Table';

/** Exchange rates by day. */
export const rates: Table = {
	name: 'cs_rates',
	key: ['day_on', 'from_currency', 'to_currency'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['alert', 'portfolio-overview'],
	retention: null,
	columns: [
		{ name: 'day_on', type: 'string', classification: 'public', note: '' },
		{ name: 'from_currency', type: 'string', classification: 'public', note: 'ISO 4217' },
		{ name: 'to_currency', type: 'string', classification: 'public', note: 'ISO 4217' },
		{
			name: 'rate',
			type: 'number',
			classification: 'public',
			note: 'units of to_currency for one of from_currency',
		},
	],
};
