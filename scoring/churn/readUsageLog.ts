import { instantIn } from '../measures/instantIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import { knownSpan } from './knownSpan';
import { MS_PER_WEEK, USAGE_ARRIVAL, USAGE_SERIES } from './usageSeries';

/** How much an account was used week by week, for `indexUsageSeason`; all lists of one length. Instants in milliseconds since 1970. */
export interface UsageLog {
	readonly starts: Float64Array;
	/** Known from (inclusive) and until (exclusive). */
	readonly from: Float64Array;
	readonly until: Float64Array;
	/** Mean of log(1 + number) over sessions, active users and completed workflows, as far as reported. */
	readonly logs: Float64Array;
}

/**
 * The week rows of cs_usage of an account as one number a week.
 *
 * @example
 * readUsageLog([{ period: 'week', starts_on: '1970-01-05', sessions: 0 }]).logs[0]
 * // => 0
 */
export function readUsageLog(rows: readonly Row[]): UsageLog {
	const weeks = rows.flatMap((row) => {
		const start = row.period === 'week' ? instantIn(row, 'starts_on') : null;
		if (start === null) return [];
		let sum = 0;
		let count = 0;
		for (const column of USAGE_SERIES) {
			const value = numberIn(row, column);
			if (value === null || value < 0) continue;
			sum += Math.log1p(value);
			count++;
		}
		if (count === 0) return [];
		const { from, until } = knownSpan(row);
		const end = start + MS_PER_WEEK;
		const known = from === Number.NEGATIVE_INFINITY ? end + USAGE_ARRIVAL : Math.max(from, end);
		return [{ start, from: known, until, log: sum / count }];
	});
	return {
		starts: Float64Array.from(weeks, ({ start }) => start),
		from: Float64Array.from(weeks, ({ from }) => from),
		until: Float64Array.from(weeks, ({ until }) => until),
		logs: Float64Array.from(weeks, ({ log }) => log),
	};
}
