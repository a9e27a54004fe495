import { compileLinear } from './compileLinear';
import { contributionOf } from './contributionOf';
import type { LinearModel } from './LinearModel';
import type { Matrix } from './Matrix';

/**
 * Exact contributions of a row in log-odds, by feature, centred on the training mean (an average feature adds 0); last the base, which is the
 * intercept. They sum to what `scoreLinear` gives the row.
 *
 * @example
 * [...explainLinear({ terms: [{ feature: 0, basis: 'value', fill: 1, mean: 1.5, scale: 0.5 }], coefficients: [2], intercept: 0.5, lambda: 1, leaveOneOut: null }, { rows: 2, width: 1, values: Float32Array.of(1, 2) }, 1)]
 * // => [2, 0.5]
 */
export function explainLinear(model: LinearModel, matrix: Matrix, row: number): Float64Array {
	const contributions = new Float64Array(matrix.width + 1);
	for (const plan of compileLinear(model)) {
		contributions[plan.feature] = contributionOf(plan, matrix.values[row * matrix.width + plan.feature]!);
	}
	contributions[matrix.width] = model.intercept;
	return contributions;
}
