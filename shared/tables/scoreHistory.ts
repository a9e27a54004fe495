import type { Table } from './Table';

/** One row per account and day; insert-only, compacted by the upkeep. */
export const scoreHistory: Table = {
	name: 'cs_score_history',
	key: ['score', 'account_id', 'as_of_on'],
	writer: 'health stage',
	readers: ['health'],
	retention: { column: 'as_of_on', days: null, rule: 'daily 35 days, weekly 1 year, then monthly' },
	columns: [
		{ name: 'score', type: 'string', classification: 'internal', note: 'health, churn, ...' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'as_of_on', type: 'string', classification: 'internal', note: '' },
		{ name: 'computed_at', type: 'date', classification: 'internal', note: '' },
		{ name: 'value', type: 'number', classification: 'confidential', note: '0 to 100, not rounded' },
		{ name: 'band', type: 'string', classification: 'confidential', note: 'band id' },
		{ name: 'coverage', type: 'number', classification: 'internal', note: '0 to 1' },
		{ name: 'delta', type: 'number', classification: 'confidential', note: 'points since the last run' },
		{ name: 'model_version', type: 'string', classification: 'internal', note: '' },
		{ name: 'config_hash', type: 'string', classification: 'internal', note: '12 hex' },
	],
};
