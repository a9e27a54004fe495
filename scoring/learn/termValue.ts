import type { LinearTerm } from './LinearModel';

const cubeAbove = (distance: number): number => (distance > 0 ? distance * distance * distance : 0);

/** Term `index` of the natural cubic basis (Hastie, Tibshirani, Friedman, section 5.2.1), in units of the knots' range. */
function splineAt(value: number, knots: readonly number[], index: number): number {
	const last = knots.length - 1;
	const top = knots[last]!;
	const beyond = cubeAbove(value - top);
	const range = top - knots[0]!;
	const before = knots[last - 1]!;
	const own = knots[index]!;
	const first = (cubeAbove(value - own) - beyond) / (top - own);
	const second = (cubeAbove(value - before) - beyond) / (top - before);
	return (first - second) / (range * range);
}

/**
 * A term of the linear model before it is standardised. `value` is the feature's value, NaN when it was not observed: then it counts as the
 * term's `fill`. Values beyond the fences count as the fence.
 *
 * @example
 * termValue({ feature: 0, basis: 'value', fill: 3, low: 0, high: 9, mean: 0, scale: 1 }, 1e30)
 * // => 9
 */
export function termValue(term: LinearTerm, value: number): number {
	if (term.basis === 'missing') return value !== value ? 1 : 0;
	let known = value !== value ? term.fill : value;
	if (term.basis === 'point') return known === term.at ? 1 : 0;
	if (term.low !== undefined && known < term.low) known = term.low;
	if (term.high !== undefined && known > term.high) known = term.high;
	if (term.basis === 'value' || term.knots === undefined || term.index === undefined) return known;
	return splineAt(known, term.knots, term.index);
}
