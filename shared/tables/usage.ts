import type { Table } from './Table';

/** Usage of one account in one period, already aggregated. */
export const usage: Table = {
	name: 'cs_usage',
	key: ['account_id', 'period', 'starts_on'],
	writer: 'usage stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'starts_on', days: 730, rule: 'days 90 days, weeks 2 years' },
	columns: [
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'period',
			type: 'string',
			classification: 'internal',
			note: 'day, week (from Monday), month, quarter; days are account-local',
		},
		{ name: 'starts_on', type: 'string', classification: 'internal', note: 'first day of the period' },
		{ name: 'active_users', type: 'number', classification: 'internal', note: '' },
		{ name: 'licensed_users', type: 'number', classification: 'internal', note: '' },
		{ name: 'sessions', type: 'number', classification: 'internal', note: '' },
		{ name: 'minutes', type: 'number', classification: 'internal', note: '' },
		{ name: 'features_used', type: 'number', classification: 'internal', note: '' },
		{ name: 'features_available', type: 'number', classification: 'internal', note: '' },
		{ name: 'advanced_share', type: 'number', classification: 'internal', note: '0 to 1' },
		{ name: 'workflows_started', type: 'number', classification: 'internal', note: '' },
		{ name: 'workflows_completed', type: 'number', classification: 'internal', note: '' },
		{ name: 'api_calls', type: 'number', classification: 'internal', note: '' },
		{ name: 'data_mb', type: 'number', classification: 'internal', note: 'megabytes' },
		{ name: 'errors', type: 'number', classification: 'internal', note: '' },
		{ name: 'help_views', type: 'number', classification: 'internal', note: '' },
		{ name: 'departments', type: 'number', classification: 'internal', note: '' },
		{ name: 'power_users', type: 'number', classification: 'internal', note: '' },
		{
			name: 'top_user_share',
			type: 'number',
			classification: 'internal',
			note: "0 to 1, the busiest user's part",
		},
		{
			name: 'more_json',
			type: 'string',
			classification: 'internal',
			note: 'object; in week rows wau, mau, limit_share, new_feature_share, abandonment_rate, first_value_days, features',
		},
	],
};
