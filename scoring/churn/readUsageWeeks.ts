import { instantIn } from '../measures/instantIn';
import { jsonIn } from '../measures/jsonIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import { knownSpan } from './knownSpan';
import { MS_PER_WEEK, USAGE_ARRIVAL, WEEKS_LOOKED_AT } from './usageSeries';

export const USAGE_COLUMNS = [
	'active_users',
	'licensed_users',
	'sessions',
	'minutes',
	'features_used',
	'features_available',
	'advanced_share',
	'workflows_started',
	'workflows_completed',
	'api_calls',
	'errors',
	'help_views',
	'departments',
	'power_users',
	'top_user_share',
	'first_value_days',
] as const;
export type UsageColumn = (typeof USAGE_COLUMNS)[number];

/** The weeks known at a cut by age: position 0 is the newest week that should have arrived. */
export interface UsageWeeks {
	/** Value of a column in the week of that age, as number; NaN: not observed. */
	readonly at: (column: UsageColumn, age: number) => number;
	/** First millisecond of the week of that age; null: no row. */
	readonly startOf: (age: number) => number | null;
	/** Age in weeks of the newest week known, also beyond the year looked at; null: no usage known at all. */
	readonly newest: number | null;
}

/**
 * Prepares the week rows of cs_usage of an account, so that any day can ask what was known of the year before it. A week counts from
 * the end of the third day after it (or from when it was received, where rows say so); of several rows for a week the last one known wins.
 *
 * @example
 * readUsageWeeks([{ period: 'week', starts_on: '1970-01-05', sessions: 7 }])(14 * 86400000).at('sessions', 0)
 * // => 7
 */
export function readUsageWeeks(rows: readonly Row[]): (cut: number) => UsageWeeks {
	const weeks = rows
		.flatMap((row) => {
			const start = row.period === 'week' ? instantIn(row, 'starts_on') : null;
			if (start === null) return [];
			const { from, until } = knownSpan(row);
			const end = start + MS_PER_WEEK;
			const known = from === Number.NEGATIVE_INFINITY ? end + USAGE_ARRIVAL : Math.max(from, end);
			return [{ row, start, known, until }];
		})
		.sort((a, b) => a.start - b.start || a.known - b.known);
	const columns = new Map(
		USAGE_COLUMNS.map((column) => [
			column,
			Float64Array.from(weeks, ({ row }) => {
				const source = column === 'first_value_days' ? jsonIn(row, 'more_json') : row;
				const value = numberIn(source, column);
				return value === null || value < 0 ? NaN : value;
			}),
		]),
	);
	return (cut) => {
		const ages = weeks.map(({ start, known, until }) =>
			known > cut || until <= cut
				? NaN
				: Math.floor((cut - USAGE_ARRIVAL - start - MS_PER_WEEK) / MS_PER_WEEK),
		);
		// A week that came sooner than usual is the newest one, and all others are a week older.
		const ahead = ages.includes(-1) ? 1 : 0;
		const places = new Int32Array(WEEKS_LOOKED_AT).fill(-1);
		let newest: number | null = null;
		ages.forEach((age, index) => {
			if (Number.isNaN(age)) return;
			newest = age + ahead;
			if (newest < WEEKS_LOOKED_AT) places[newest] = index;
		});
		return {
			newest,
			at: (column, age) => columns.get(column)?.[places[age] ?? -1] ?? NaN,
			startOf: (age) => weeks[places[age] ?? -1]?.start ?? null,
		};
	};
}
