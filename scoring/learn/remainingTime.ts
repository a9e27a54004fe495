import { firstAfter } from './firstAfter';
import type { IndexedCurve } from './SurvivalCurve';
import { survivalState } from './survivalState';

/** A share that is one half but for rounding is one half. */
const HALF = 0.5 + 1e-12;

export interface RemainingTime {
	/** Time after which at most half of such rows are left; null: more than half outlast what was seen. */
	readonly median: number | null;
	/** Mean time left within `within`; null: nobody was seen for that long. */
	readonly mean: number | null;
	/** How much longer than `from` anybody was seen. */
	readonly seen: number;
}

/**
 * How much longer rows last that reached `from`, by a Kaplan-Meier curve: median, and mean counted up to `within` only (restricted mean: the
 * area under the curve). null when nobody was seen beyond `from`, or not all the time.
 *
 * @example
 * remainingTime(indexSurvival(estimateSurvival([2, 4, 6, 8], [1, 1, 1, 0])), 0, 4)
 * // => { median: 4, mean: 3.5, seen: 8 }
 */
export function remainingTime(index: IndexedCurve, from: number, within: number): RemainingTime | null {
	const { curve, times, shares } = index;
	const { exits, gap } = curve;
	const last = exits.length === 0 ? 0 : exits[exits.length - 1]!;
	// Behind a gap the curve goes on, but not from here.
	const until = gap !== null && from < gap.to ? Math.min(last, gap.from) : last;
	if (!(until > from)) return null;
	const now = survivalState(index, from);
	let low = firstAfter(times, from);
	const end = firstAfter(times, until);
	let high = end;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (shares[middle]! > HALF * now.share) low = middle + 1;
		else high = middle;
	}
	const mean =
		from + within > until ? null : (survivalState(index, from + within).area - now.area) / now.share;
	return { median: low < end ? times[low]! - from : null, mean, seen: until - from };
}
