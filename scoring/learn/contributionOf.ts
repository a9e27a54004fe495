import type { FeaturePlan } from './compileLinear';

/**
 * What a feature's value adds to the log-odds. NaN: not observed. Same value, same bits, wherever it is called.
 *
 * @example
 * contributionOf(compileLinear({ terms: [{ feature: 0, basis: 'value', fill: 1, mean: 1.5, scale: 0.5 }], coefficients: [2], intercept: 0.5, lambda: 1, leaveOneOut: null })[0], 2)
 * // => 2
 */
export function contributionOf(plan: FeaturePlan, value: number): number {
	let sum = plan.constant;
	let known = value;
	if (value !== value) {
		sum += plan.missing;
		known = plan.fill;
	}
	for (let index = 0; index < plan.points.length; index++) {
		if (known === plan.points[index]) sum += plan.pointWeights[index]!;
	}
	if (known < plan.low) known = plan.low;
	if (known > plan.high) known = plan.high;
	sum += plan.slope * known;
	for (let index = 0; index < plan.knots.length; index++) {
		const above = known - plan.knots[index]!;
		if (above > 0) sum += plan.cubes[index]! * above * above * above;
	}
	return sum;
}
