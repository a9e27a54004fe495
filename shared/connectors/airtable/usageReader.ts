import type { SourceReader } from '../Source';
import { LINK_COLUMNS, linkToAccount } from './linkToAccount';

/** `Active Users` and `active-users` are the field `active_users`. */
const fieldName = (metric: string): string =>
	metric
		.trim()
		.toLowerCase()
		.replace(/[\s-]+/g, '_');

/**
 * Table `Usage`: one column per metric, or a single metric with `Metric` and `Value`; the engine tells when several such rows share a day. A row without a
 * period is a day.
 */
export const usageReader: SourceReader = {
	fields: {
		account_id: 'Account ID',
		period: 'Period',
		starts_on: 'Date',
		active_users: 'Active Users',
		licensed_users: 'Licensed Users',
		sessions: 'Sessions',
		features_used: 'Features Used',
		features_available: 'Features Available',
		api_calls: 'API Calls',
		errors: 'Errors',
	},
	needed: [...LINK_COLUMNS, 'Metric', 'Value'],
	shape: (record, mapped) => {
		const link = linkToAccount(record, mapped);
		const metric = record.fields.Metric;
		const single = typeof metric === 'string' ? { [fieldName(metric)]: record.fields.Value } : {};
		const values = { ...link.values, ...single, period: mapped.period ?? 'day' };
		return [{ object: 'usage', accountExternalId: link.accountExternalId, values, amounts: 'major' }];
	},
};
