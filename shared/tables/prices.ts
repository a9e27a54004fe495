import type { Table } from './Table';

/** The price book: what one unit of a product costs, by tier and metric, in each currency, from a day on. */
export const prices: Table = {
	name: 'cs_prices',
	key: ['product_id', 'tier', 'metric', 'currency', 'valid_from_on'],
	writer: 'people (demo: the portfolio loader)',
	readers: ['expansion', 'renewal', 'value-review'],
	retention: null,
	columns: [
		{ name: 'product_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'tier',
			type: 'string',
			classification: 'internal',
			note: 'plan or quantity tier the price holds for; empty: every tier',
		},
		{
			name: 'metric',
			type: 'string',
			classification: 'internal',
			note: 'what is counted: seats, api_calls, module, ...',
		},
		{ name: 'currency', type: 'string', classification: 'internal', note: 'ISO 4217 of unit_price_minor' },
		{ name: 'valid_from_on', type: 'string', classification: 'internal', note: '' },
		{
			name: 'unit_price_minor',
			type: 'number',
			classification: 'confidential',
			note: 'minor units for one unit of the metric and year',
		},
		{ name: 'valid_to_on', type: 'string', classification: 'internal', note: 'inclusive; null: open' },
	],
};
