import type { LinearModel } from './LinearModel';

/** All that one feature adds to the log-odds, ready for fast evaluation: constant + slope * x + cubes above knots + points. */
export interface FeaturePlan {
	readonly feature: number;
	readonly fill: number;
	readonly low: number;
	readonly high: number;
	readonly constant: number;
	readonly slope: number;
	/** Added when the value was not observed, beside what the fill gives. */
	readonly missing: number;
	readonly knots: Float64Array;
	readonly cubes: Float64Array;
	readonly points: Float64Array;
	readonly pointWeights: Float64Array;
}

type Draft = { -readonly [Key in keyof FeaturePlan]: FeaturePlan[Key] };

/** A natural cubic term is a sum of cubes above its own knot and the last two. */
function addSpline(cubes: Float64Array, knots: readonly number[], index: number, weight: number): void {
	const last = knots.length - 1;
	const range = knots[last]! - knots[0]!;
	const own = weight / ((knots[last]! - knots[index]!) * range * range);
	const before = weight / ((knots[last]! - knots[last - 1]!) * range * range);
	cubes[index] = cubes[index]! + own;
	cubes[last - 1] = cubes[last - 1]! - before;
	cubes[last] = cubes[last]! - own + before;
}

/**
 * The model by feature: what each adds to the log-odds, centred on the training mean. Features without a term are left out; order is that of
 * their first term.
 *
 * @example
 * compileLinear({ terms: [{ feature: 0, basis: 'value', fill: 1, mean: 1.5, scale: 0.5 }], coefficients: [2], intercept: 0.5, lambda: 1, leaveOneOut: null })[0].slope
 * // => 4
 */
export function compileLinear(model: LinearModel): FeaturePlan[] {
	const plans = new Map<number, Draft>();
	for (const [index, term] of model.terms.entries()) {
		const weight = model.coefficients[index]! / term.scale;
		const none = new Float64Array(0);
		const plan = plans.get(term.feature) ?? {
			feature: term.feature,
			fill: term.fill,
			low: -Infinity,
			high: Infinity,
			constant: 0,
			slope: 0,
			missing: 0,
			knots: none,
			cubes: none,
			points: none,
			pointWeights: none,
		};
		plan.constant -= weight * term.mean;
		if (term.low !== undefined) plan.low = term.low;
		if (term.high !== undefined) plan.high = term.high;
		if (term.basis === 'value') plan.slope += weight;
		if (term.basis === 'missing') plan.missing += weight;
		if (term.basis === 'point') {
			plan.points = Float64Array.of(...plan.points, term.at!);
			plan.pointWeights = Float64Array.of(...plan.pointWeights, weight);
		}
		if (term.basis === 'spline') {
			if (plan.knots.length === 0) {
				plan.knots = Float64Array.from(term.knots!);
				plan.cubes = new Float64Array(plan.knots.length);
			}
			addSpline(plan.cubes, term.knots!, term.index!, weight);
		}
		plans.set(term.feature, plan);
	}
	return [...plans.values()];
}
