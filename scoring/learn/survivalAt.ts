import type { HazardCurves } from './Hazard';

/**
 * Share of a row's curve that is left at an age, 0 to 1; between two cuts the hazard is constant. null beyond the last cut: nobody was seen
 * for that long.
 *
 * @example
 * survivalAt({ cuts: [0, 10], rows: 1, survival: Float64Array.of(0.25) }, 0, 5)
 * // => 0.5
 */
export function survivalAt(curves: HazardCurves, row: number, age: number): number | null {
	const { cuts, survival } = curves;
	const intervals = cuts.length - 1;
	if (age <= 0) return 1;
	for (let interval = 0; interval < intervals; interval++) {
		const end = cuts[interval + 1]!;
		if (age > end) continue;
		const after = survival[row * intervals + interval]!;
		if (age === end) return after;
		const before = interval > 0 ? survival[row * intervals + interval - 1]! : 1;
		if (after <= 0 || before <= 0) return after;
		const share = (age - cuts[interval]!) / (end - cuts[interval]!);
		return before * Math.exp(share * Math.log(after / before));
	}
	return null;
}
