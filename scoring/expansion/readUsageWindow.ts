import { addDays } from '../core/addDays';
import { daysBetween } from '../core/daysBetween';
import { isDay } from '../core/isDay';
import { knowledgeCut } from '../measures/knowledgeCut';
import { jsonIn } from '../measures/jsonIn';
import { isKnownAt } from '../measures/isKnownAt';
import type { Row } from '../measures/Records';
import type { UsageWindow } from './UsageWindow';

const WEEKS = 26;
/** A feed that stopped longer ago says nothing about growth now. */
const STALE_DAYS = 28;

/**
 * The last 26 week rows of cs_usage that had ended and were known as of `asOf`, one slot per calendar week. Of two rows of one week the
 * later counts. null when there is no week row, or the newest ended more than 28 days ago: then growth is not observed.
 *
 * @param asOf an instant, or a day meaning its end in UTC
 *
 * @example
 * readUsageWindow([{ period: 'week', starts_on: '2026-01-05', api_calls: 7 }], '2026-01-12')?.endsOn
 * // => '2026-01-11'
 */
export function readUsageWindow(usage: readonly Row[], asOf: string): UsageWindow | null {
	const cut = knowledgeCut(asOf);
	const today = asOf.slice(0, 10);
	// A week has ended when it began seven days before today or earlier.
	const latest = addDays(today, -7);
	const earliest = addDays(latest, -7 * WEEKS - STALE_DAYS);
	const byDay = new Map<string, Row>();
	let newest = '';
	for (const row of usage) {
		const day = String(row.starts_on).slice(0, 10);
		if (row.period !== 'week' || day > latest || day < earliest) continue;
		if (!isDay(day) || !isKnownAt(row, cut)) continue;
		byDay.set(day, row);
		if (day > newest) newest = day;
	}
	if (newest === '' || (daysBetween(addDays(newest, 6), today) ?? 0) > STALE_DAYS) return null;
	const days = Array.from({ length: WEEKS }, (_, slot) => addDays(newest, 7 * (slot - WEEKS + 1)));
	// Every column of every test looks into more_json: it is read once.
	const weeks = days.map((day) => {
		const row = byDay.get(day);
		if (row === undefined) return null;
		return typeof row.more_json === 'string' ? { ...row, more_json: jsonIn(row, 'more_json') } : row;
	});
	return { weeks, days, endsOn: addDays(newest, 6) };
}
