import { median } from '../core/median';
import type { SeriesTest } from './UsageWindow';

const RECENT = 4;
const FEWEST_BEFORE = 12;

/**
 * Whether a small count (teams, regions, integrations) rose above everything seen before and stayed: every one of at least three of the last four
 * weeks lies at least `least` above the highest week before. The chance of that without growth is that of the last weeks all being the
 * highest of all, recent! * before! / n!. null: fewer than 3 of the last 4 or 12 of the earlier weeks were observed.
 *
 * @example
 * testRise([3, 3, 3, 2, 3, 3, 3, 3, 2, 3, 3, 3, 5, 5, 5, 6], 1)?.change
 * // => 2
 */
export function testRise(values: readonly (number | null)[], least: number): SeriesTest | null {
	const from = values.length - RECENT;
	const known = (part: readonly (number | null)[]): number[] => part.filter((value) => value !== null);
	const before = known(values.slice(0, from));
	const recent = known(values.slice(from));
	const value = median(recent);
	const baseline = median(before);
	if (recent.length < RECENT - 1 || before.length < FEWEST_BEFORE || value === null || baseline === null)
		return null;
	const highest = Math.max(...before);
	const n = before.length + recent.length;
	let chance = 1;
	for (let rank = 0; rank < recent.length; rank++) chance *= (recent.length - rank) / (n - rank);
	return {
		fires: Math.min(...recent) >= highest + least,
		method: 'rise',
		value,
		baseline,
		change: value - baseline,
		z: null,
		pValue: chance,
		n,
	};
}
