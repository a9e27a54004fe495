import type { Issue } from '../../../scoring/core/issue';
import type { Source, SourceRow } from '../Source';

/**
 * A warning when two records of a page are for the same account, period and day: each became a row of its own with one key, and where they are stored only
 * the last one stays. They are not put together here, because a read of changes brings a single one of them. null: all is well.
 */
export function findSplitUsage({ label }: Source, rows: readonly SourceRow[]): Issue | null {
	const keys = new Set<string>();
	let twice = 0;
	for (const { object, row } of rows) {
		if (object !== 'usage') continue;
		const key = JSON.stringify([row['account_id'], row['period'], row['starts_on']]);
		if (keys.has(key)) twice += 1;
		keys.add(key);
	}
	if (twice === 0) return null;
	return {
		code: 'usage-split',
		path: 'usage',
		message: `${label} has several usage records for the same account, period and day; of each only the last one stays when they are stored.`,
		remedy:
			'Keep one record per account and day, with a column for each metric (Active Users, Sessions, ...) instead of a record for each.',
		severity: 'warning',
	};
}
