import { addDays } from '../core/addDays';

/** The median of four weeks lies so many weeks back. */
const LAG_WEEKS = 1.5;
const AHEAD_WEEKS = 13;
/** Usage at the end of the quarter is held to one and a half times that of today (project choice). */
const MOST_GROWTH = 1.5;

/**
 * Usage a quarter ahead if it goes on at its pace, and the day on which it reaches a limit; null: it is there already, or not within the quarter.
 *
 * @param level median of the last four weeks
 * @param pace units a week, see `measurePace`
 * @param endsOn YYYY-MM-DD of the last week's end
 *
 * @example
 * projectUsage(97, 2, 110, '2026-01-11')
 * // => { projected: 126, reachedOn: '2026-02-15' }
 */
export function projectUsage(
	level: number,
	pace: number,
	limit: number,
	endsOn: string,
): { readonly projected: number; readonly reachedOn: string | null } {
	const now = level + LAG_WEEKS * pace;
	const projected = Math.min(level * MOST_GROWTH, now + pace * AHEAD_WEEKS);
	const weeks = pace > 0 && now < limit ? (limit - now) / pace : null;
	const reachedOn = weeks === null || weeks > AHEAD_WEEKS ? null : addDays(endsOn, Math.ceil(7 * weeks));
	return { projected, reachedOn };
}
