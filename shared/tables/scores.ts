import type { Table } from './Table';

/** The scores of the last run that is done; replaced run by run. */
export const scores: Table = {
	name: 'cs_scores',
	key: ['run_id', 'score', 'account_id'],
	writer: 'stages health, churn, expansion, renewal and value, each its own scores',
	readers: ['alert', 'expansion', 'renewal', 'writeback', 'portfolio-overview'],
	retention: { column: null, days: null, rule: 'last done run' },
	columns: [
		{ name: 'run_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'score',
			type: 'string',
			classification: 'internal',
			note: 'health, churn, expansion, renewal, value, segment.<axis>, ...',
		},
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'as_of_on', type: 'string', classification: 'internal', note: 'day the score is for' },
		{
			name: 'value',
			type: 'number',
			classification: 'confidential',
			note: '0 to 100, not rounded; null: not enough data',
		},
		{ name: 'band', type: 'string', classification: 'confidential', note: 'band id' },
		{
			name: 'low',
			type: 'number',
			classification: 'confidential',
			note: '0 to 100, least the missing data allows',
		},
		{
			name: 'high',
			type: 'number',
			classification: 'confidential',
			note: '0 to 100, most the missing data allows',
		},
		{ name: 'coverage', type: 'number', classification: 'internal', note: '0 to 1' },
		{ name: 'confidence', type: 'string', classification: 'internal', note: 'high, medium, low' },
		{
			name: 'trend',
			type: 'string',
			classification: 'confidential',
			note: 'improving, stable, declining, critical',
		},
		{ name: 'delta', type: 'number', classification: 'confidential', note: 'points since the last run' },
		{ name: 'reason', type: 'string', classification: 'confidential', note: 'one sentence' },
		{
			name: 'detail_json',
			type: 'string',
			classification: 'confidential',
			note: 'object: contributions, split, lost points, actions, projection',
		},
		{ name: 'model_version', type: 'string', classification: 'internal', note: '' },
		{ name: 'config_hash', type: 'string', classification: 'internal', note: '12 hex' },
		{ name: 'input_hash', type: 'string', classification: 'internal', note: '12 hex' },
	],
};
