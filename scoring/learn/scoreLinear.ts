import { compileLinear } from './compileLinear';
import { contributionOf } from './contributionOf';
import type { LinearModel } from './LinearModel';
import type { Matrix } from './Matrix';
import type { Steps } from './Steps';

/** Cells per step; about 10 ms. */
const STEP_CELLS = 600_000;

/**
 * Log-odds of every row of the matrix. A missing value counts as the median plus what "not observed" adds.
 *
 * @example
 * [...scoreLinear({ terms: [{ feature: 0, basis: 'value', fill: 1, mean: 1.5, scale: 0.5 }], coefficients: [2], intercept: 0.5, lambda: 1, leaveOneOut: null }, { rows: 2, width: 1, values: Float32Array.of(1, 2) }).next().value]
 * // => [-1.5, 2.5]
 */
export function* scoreLinear(model: LinearModel, matrix: Matrix): Steps<Float64Array> {
	const plans = compileLinear(model);
	const scores = new Float64Array(matrix.rows);
	const rowsPerStep = Math.max(1, Math.floor(STEP_CELLS / (plans.length + 1)));
	for (let row = 0; row < matrix.rows; row++) {
		if (row % rowsPerStep === rowsPerStep - 1) {
			yield { stage: 'scoring with the linear model', done: row, total: matrix.rows };
		}
		const from = row * matrix.width;
		let score = model.intercept;
		for (let index = 0; index < plans.length; index++) {
			const plan = plans[index]!;
			score += contributionOf(plan, matrix.values[from + plan.feature]!);
		}
		scores[row] = score;
	}
	return scores;
}
