import { median } from '../core/median';
import { columnIn } from './columnIn';
import type { Season, UsageWindow } from './UsageWindow';

/** Under this many accounts the median of their moves is noise itself. */
const FEWEST_ACCOUNTS = 30;

/**
 * How far the portfolio as a whole stood above or below its usual level week by week in one column: the median over accounts of the value
 * less the account's own median, as logarithm (`log`) or as it is (`points`). Holidays and the season, which all share, are in it, and
 * `testGrowth` takes it out. Weeks with fewer than 30 accounts are left out: then nothing is taken out.
 *
 * @example
 * indexSeason([{ weeks: [{ api_calls: 5 }], days: ['2026-01-05'], endsOn: '2026-01-11' }], 'api_calls', 'log').size
 * // => 0
 */
export function indexSeason(windows: Iterable<UsageWindow>, column: string, scale: 'log' | 'points'): Season {
	const moves = new Map<string, number[]>();
	for (const { weeks, days } of windows) {
		const ys = weeks.map((row) => {
			const value = row === null ? null : columnIn(row, column);
			return value === null || value < 0 ? null : scale === 'log' ? Math.log1p(value) : value;
		});
		const level = median(ys.filter((y) => y !== null));
		// What is hardly used moves by whole steps of its own and says nothing about the season.
		if (level === null || level <= 0) continue;
		for (const [slot, y] of ys.entries()) {
			if (y === null) continue;
			const day = days[slot] as string;
			const list = moves.get(day);
			if (list === undefined) moves.set(day, [y - level]);
			else list.push(y - level);
		}
	}
	const season = new Map<string, number>();
	for (const [day, list] of moves) {
		if (list.length >= FEWEST_ACCOUNTS) season.set(day, median(list) as number);
	}
	return season;
}
