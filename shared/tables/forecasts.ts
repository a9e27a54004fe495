import type { Table } from './Table';

/** What was forecast on a day, frozen, and later what it came to: the accuracy ledger. */
export const forecasts: Table = {
	name: 'cs_forecasts',
	key: ['forecast_id', 'scope'],
	writer: 'renewal-desk; the actual amount is added once its period has ended',
	readers: ['renewal-desk', 'portfolio-overview'],
	retention: {
		column: 'made_on',
		days: 2557,
		rule: '7 years; those of single contracts 400 days, when they have long been compared with what came',
	},
	columns: [
		{ name: 'forecast_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'scope',
			type: 'string',
			classification: 'internal',
			note: 'whose amount it is: portfolio, owner:<id>, segment:<name>, contract:<id>',
		},
		{ name: 'made_on', type: 'string', classification: 'internal', note: 'day the forecast is as of' },
		{
			name: 'period',
			type: 'string',
			classification: 'internal',
			note: 'what is forecast: 2026-03 (month), 2026-Q1 (quarter)',
		},
		{
			name: 'category',
			type: 'string',
			classification: 'internal',
			note: 'which forecast: commit, best, most_likely, weighted, ...',
		},
		{ name: 'currency', type: 'string', classification: 'internal', note: 'ISO 4217 of the amounts' },
		{ name: 'amount_minor', type: 'number', classification: 'confidential', note: 'minor units' },
		{
			name: 'low_80_minor',
			type: 'number',
			classification: 'confidential',
			note: 'lower end of the 80 % interval, minor units',
		},
		{
			name: 'high_80_minor',
			type: 'number',
			classification: 'confidential',
			note: 'upper end of the 80 % interval, minor units',
		},
		{
			name: 'actual_minor',
			type: 'number',
			classification: 'confidential',
			note: 'what it came to, minor units; null: not known yet',
		},
		{ name: 'model_version', type: 'string', classification: 'internal', note: '' },
	],
};
