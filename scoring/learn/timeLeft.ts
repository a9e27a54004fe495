import type { HazardCurves } from './Hazard';
import { survivalBetween } from './survivalBetween';

export interface TimeLeft {
	/** Time after which half of such rows have ended; null: more than half outlast the curve. */
	readonly median: number | null;
	/** Mean time left, counted up to the last cut only (restricted mean). */
	readonly restrictedMean: number;
	/** The last cut less the age: what the mean is restricted to. */
	readonly seen: number;
}

/** Mean length of a piece on which the hazard is constant: (before - after) / log(before / after) per unit of time. */
function area(before: number, after: number, length: number): number {
	if (after <= 0 || before - after < 1e-12 * before) return (length * (before + after)) / 2;
	return (length * (before - after)) / Math.log(before / after);
}

/**
 * Expected time until a row of this age ends, in the unit of the ages. null when the age lies at or beyond the last cut.
 *
 * @example
 * timeLeft({ cuts: [0, 10, 20], rows: 1, survival: Float64Array.of(0.5, 0.25) }, 0, 0)?.median
 * // => 10
 */
export function timeLeft(curves: HazardCurves, row: number, age: number): TimeLeft | null {
	const { cuts } = curves;
	const last = cuts[cuts.length - 1]!;
	const from = Math.max(0, age);
	if (!(from < last)) return null;
	let median: number | null = null;
	let mean = 0;
	let before = 1;
	let start = from;
	for (const cut of cuts) {
		if (cut <= from) continue;
		const after = survivalBetween(curves, row, from, cut);
		if (after === null) return null;
		if (median === null && after <= 0.5) {
			const share = after > 0 && before > after ? Math.log(before / 0.5) / Math.log(before / after) : 1;
			median = start - from + share * (cut - start);
		}
		mean += area(before, after, cut - start);
		before = after;
		start = cut;
	}
	return { median, restrictedMean: mean, seen: last - from };
}
