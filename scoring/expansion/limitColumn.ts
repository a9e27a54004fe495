const COLUMNS: Readonly<Record<string, string>> = {
	seats: 'active_users',
	users: 'active_users',
	licences: 'active_users',
	workflows: 'workflows_completed',
	workflow_volume: 'workflows_completed',
	storage_mb: 'data_mb',
	features: 'features_used',
};
const OWN = new Set(
	'active_users licensed_users sessions minutes features_used workflows_started workflows_completed api_calls data_mb departments power_users'.split(
		' ',
	),
);

/**
 * The column of cs_usage that a limit of cs_entitlements is about. A metric that is no column is looked for in `more_json`.
 *
 * @example
 * [limitColumn('seats'), limitColumn('api_calls'), limitColumn('ai_requests')]
 * // => ['active_users', 'api_calls', 'more_json.ai_requests']
 */
export function limitColumn(metric: string): string {
	return COLUMNS[metric] ?? (OWN.has(metric) ? metric : `more_json.${metric}`);
}
