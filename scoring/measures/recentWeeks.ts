import { addDays } from '../core/addDays';
import { isDay } from '../core/isDay';
import { instantIn } from './instantIn';
import { isKnownAt } from './isKnownAt';
import type { Row } from './Records';

/** Full weeks of usage that say how it is now. */
const RECENT_WEEKS = 4;
/** Full weeks before those that say what is usual for the account. */
const BASELINE_WEEKS = 12;
const MS_PER_WEEK = 604_800_000;

export interface RecentWeeks {
	/** Rows of the last four full weeks, newest last; empty when there is no usage at all. */
	readonly recent: readonly Row[];
	/** Rows of the twelve weeks before those. */
	readonly before: readonly Row[];
	/** Last day of the newest week, YYYY-MM-DD; null without usage. */
	readonly endsOn: string | null;
}

/**
 * The week rows of cs_usage to measure with: the last four full weeks that had ended and were known at the cut, and the
 * twelve before. When the feed stops, its last weeks are taken and `endsOn` tells their age.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * recentWeeks([{ period: 'week', starts_on: '1969-12-29' }], 604800000).endsOn
 * // => '1970-01-04'
 */
export function recentWeeks(usage: readonly Row[], cut: number): RecentWeeks {
	const weeks: Array<readonly [start: number, row: Row]> = [];
	for (const row of usage) {
		if (row.period !== 'week') continue;
		const start = instantIn(row, 'starts_on');
		if (start !== null && start + MS_PER_WEEK <= cut && isKnownAt(row, cut)) weeks.push([start, row]);
	}
	weeks.sort(([a], [b]) => a - b);
	const newest = weeks.at(-1);
	if (newest === undefined) return { recent: [], before: [], endsOn: null };

	const recentFrom = newest[0] - (RECENT_WEEKS - 1) * MS_PER_WEEK;
	const beforeFrom = recentFrom - BASELINE_WEEKS * MS_PER_WEEK;
	const startsOn = String(newest[1].starts_on).slice(0, 10);
	return {
		recent: weeks.filter(([start]) => start >= recentFrom).map(([, row]) => row),
		before: weeks.filter(([start]) => start < recentFrom && start >= beforeFrom).map(([, row]) => row),
		endsOn: isDay(startsOn) ? addDays(startsOn, 6) : null,
	};
}
