import { firstAfter } from './firstAfter';
import type { IndexedCurve } from './SurvivalCurve';

/**
 * Where a curve stands at an age outside its gap: share left since the start (behind a gap: since its end), and the area under that share until then.
 *
 * @example
 * survivalState(indexSurvival(estimateSurvival([1, 2, 2, 3], [1, 1, 0, 0])), 1.5)
 * // => { share: 0.75, area: 1.375 }
 */
export function survivalState(
	{ curve: { gap }, times, shares, areas }: IndexedCurve,
	age: number,
): { readonly share: number; readonly area: number } {
	const step = firstAfter(times, age) - 1;
	const isBehind = gap !== null && age >= gap.to;
	if (step < 0 || (isBehind && times[step]! <= gap.to))
		return { share: 1, area: age - (isBehind ? gap.to : 0) };
	return { share: shares[step]!, area: areas[step]! + shares[step]! * (age - times[step]!) };
}
