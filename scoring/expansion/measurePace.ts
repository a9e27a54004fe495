import { theilSen } from '../core/theilSen';
import type { Season } from './UsageWindow';

/** A quarter, and the fewest weeks of it that say where usage is going. */
const QUARTER = 12;
const FEWEST = 6;

/**
 * Units a week by which usage grows: the smaller of the slopes (Theil and Sen) over the last quarter and over all weeks, with the season taken out, so
 * that neither the way back from a dip nor a rise that everybody shares counts as growth. 0: it does not grow, or too few weeks are known.
 *
 * @param values weekly, newest last; null: not observed
 * @param days first day of each week
 * @param season log of how far all accounts stood above their usual level, by first day of the week; null: not known
 *
 * @example
 * measurePace([10, 12, 14, 16, 18, 20], [], null)
 * // => 2
 */
export function measurePace(
	values: readonly (number | null)[],
	days: readonly string[],
	season: Season | null,
): number {
	const now = season?.get(days.at(-1) ?? '') ?? 0;
	const points = values.flatMap((value, at) => {
		const then = season?.get(days[at] ?? '') ?? now;
		return value === null ? [] : [{ at, value: value * Math.exp(now - then) }];
	});
	const slopeOf = (part: typeof points): number | null =>
		theilSen(
			part.map(({ at }) => at),
			part.map(({ value }) => value),
		)?.slope ?? null;
	const lately = points.filter(({ at }) => at >= values.length - QUARTER);
	const [whole, recent] = [slopeOf(points), slopeOf(lately)];
	if (lately.length < FEWEST || whole === null || recent === null) return 0;
	return Math.max(0, Math.min(whole, recent));
}
