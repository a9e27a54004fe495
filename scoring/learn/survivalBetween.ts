import type { HazardCurves } from './Hazard';
import { survivalAt } from './survivalAt';

/**
 * Probability (0 to 1) that a row that reached age `from` also reaches age `to`: the renewal curve of a customer that is here today. null when
 * `to` lies beyond the last cut, or nobody reaches `from`.
 *
 * @example
 * survivalBetween({ cuts: [0, 10, 20], rows: 1, survival: Float64Array.of(0.5, 0.4) }, 0, 10, 20)
 * // => 0.8
 */
export function survivalBetween(curves: HazardCurves, row: number, from: number, to: number): number | null {
	const start = survivalAt(curves, row, from);
	const end = survivalAt(curves, row, to);
	if (start === null || end === null || start <= 0) return null;
	return Math.min(1, end / start);
}
