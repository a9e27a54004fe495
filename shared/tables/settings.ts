import type { Table } from './Table';

/** Thresholds, scorecards, addresses and which stage is which workflow. */
export const settings: Table = {
	name: 'cs_settings',
	key: ['key'],
	writer: 'create-tables and people',
	readers: ['all templates'],
	retention: null,
	columns: [
		{ name: 'key', type: 'string', classification: 'internal', note: '' },
		{
			name: 'value_json',
			type: 'string',
			classification: 'confidential',
			note: 'JSON; a string stands in quotes',
		},
		{ name: 'note', type: 'string', classification: 'internal', note: 'what it is for' },
		{ name: 'changed_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'changed_by', type: 'string', classification: 'internal', note: '' },
	],
};
