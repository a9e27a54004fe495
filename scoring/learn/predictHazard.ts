import { compileLinear } from './compileLinear';
import { contributionOf } from './contributionOf';
import type { HazardCurves, HazardModel } from './Hazard';
import type { Matrix } from './Matrix';
import { sigmoid } from './sigmoid';
import type { Steps } from './Steps';

const STEP_CELLS = 300_000;

/**
 * Survival curve of every row at the model's cuts. `renewalAges`: age at which the row comes up for renewal, NaN for none; used only by a
 * model that learned renewals.
 *
 * @example
 * [...predictHazard({ cuts: [0, 6, 12], width: 0, renewals: false,
 *   linear: { terms: [], coefficients: [], intercept: 0, lambda: 1, leaveOneOut: null } },
 *   { rows: 1, width: 0, values: new Float32Array(0) }).next().value.survival]
 * // => [0.5, 0.25]
 */
export function* predictHazard(
	model: HazardModel,
	matrix: Matrix,
	renewalAges?: Float64Array,
): Steps<HazardCurves> {
	const { cuts, width, linear } = model;
	const intervals = Math.max(0, cuts.length - 1);
	const plans = compileLinear(linear);
	const own = plans.filter((plan) => plan.feature < width);
	const renewalFeature = width + Math.max(0, intervals - 1);
	const renewal = plans.find((plan) => plan.feature === renewalFeature);
	// What the interval adds is the same for all rows.
	const offsets = Float64Array.from({ length: intervals }, (_, interval) =>
		plans.reduce((sum, plan) => {
			if (plan.feature < width || plan.feature === renewalFeature) return sum;
			return sum + contributionOf(plan, plan.feature - width + 1 === interval ? 1 : 0);
		}, linear.intercept),
	);
	const survival = new Float64Array(matrix.rows * intervals);
	const rowsPerStep = Math.max(1, Math.floor(STEP_CELLS / (own.length + intervals + 1)));
	for (let row = 0; row < matrix.rows; row++) {
		if (row % rowsPerStep === rowsPerStep - 1) {
			yield { stage: 'predicting the time to churn', done: row, total: matrix.rows };
		}
		let score = 0;
		for (const plan of own) score += contributionOf(plan, matrix.values[row * matrix.width + plan.feature]!);
		const due = renewalAges ? renewalAges[row]! : NaN;
		let left = 1;
		for (let interval = 0; interval < intervals; interval++) {
			const falls = due > cuts[interval]! && due <= cuts[interval + 1]! ? 1 : 0;
			const change = renewal ? contributionOf(renewal, falls) : 0;
			left *= 1 - sigmoid(score + offsets[interval]! + change);
			survival[row * intervals + interval] = left;
		}
	}
	return { cuts, rows: matrix.rows, survival };
}
