import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Usage of one account in one period. */
export const USAGE: ObjectModel = {
	object: 'usage',
	table: 'cs_usage',
	key: ['account_id', 'period', 'starts_on'],
	fields: [
		{ name: 'account_id', kind: 'id', required: true, sensitivity: 'internal' },
		{
			name: 'period',
			kind: 'enum',
			allowed: ENUMS.get('cs_usage.period') ?? [],
			required: true,
			sensitivity: 'internal',
		},
		{ name: 'starts_on', kind: 'day', required: true, sensitivity: 'internal' },
		{ name: 'active_users', kind: 'count', sensitivity: 'internal' },
		{ name: 'licensed_users', kind: 'count', sensitivity: 'internal' },
		{ name: 'sessions', kind: 'count', sensitivity: 'internal' },
		{ name: 'minutes', kind: 'number', sensitivity: 'internal' },
		{ name: 'features_used', kind: 'count', sensitivity: 'internal' },
		{ name: 'features_available', kind: 'count', sensitivity: 'internal' },
		{ name: 'advanced_share', kind: 'rate', sensitivity: 'internal' },
		{ name: 'workflows_started', kind: 'count', sensitivity: 'internal' },
		{ name: 'workflows_completed', kind: 'count', sensitivity: 'internal' },
		{ name: 'api_calls', kind: 'count', sensitivity: 'internal' },
		{ name: 'data_mb', kind: 'number', sensitivity: 'internal' },
		{ name: 'errors', kind: 'count', sensitivity: 'internal' },
		{ name: 'help_views', kind: 'count', sensitivity: 'internal' },
		{ name: 'departments', kind: 'count', sensitivity: 'internal' },
		{ name: 'power_users', kind: 'count', sensitivity: 'internal' },
		{ name: 'top_user_share', kind: 'rate', sensitivity: 'internal' },
		{ name: 'more_json', kind: 'json', sensitivity: 'internal' },
	],
};
