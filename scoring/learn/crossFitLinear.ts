import { fitLinear } from './fitLinear';
import type { Fitted, FoldPlan } from './FoldPlan';
import type { LinearModel } from './LinearModel';
import type { Labels, Matrix } from './Matrix';
import { sampleRows } from './sampleRows';
import { scoreLinear } from './scoreLinear';
import type { Steps } from './Steps';
import { takeRows } from './takeRows';

/** The basis and the penalty are chosen on at most so many rows. */
const CHOICE_ROWS = 8_000;
const FEW_ROWS = 500;

/**
 * Linear model on all rows, with straight or spline terms, whichever leave-one-out finds better, and its log-odds out of fold. Basis and penalty are
 * chosen once, on at most 8,000 rows.
 */
export function* crossFitLinear(matrix: Matrix, labels: Labels, plan: FoldPlan): Steps<Fitted<LinearModel>> {
	const all = sampleRows(matrix.rows, matrix.rows);
	const sample = sampleRows(matrix.rows, CHOICE_ROWS);
	const knots = matrix.rows < FEW_ROWS ? 4 : 5;
	const straight = yield* fitLinear(matrix, labels, sample, { basis: 'linear' });
	const curved = yield* fitLinear(matrix, labels, sample, { basis: 'spline', knots });
	const isStraight = (straight.leaveOneOut ?? Infinity) <= (curved.leaveOneOut ?? Infinity);
	const chosen = isStraight ? straight : curved;
	const options = { basis: isStraight ? 'linear' : 'spline', knots, lambda: chosen.lambda } as const;
	const part = sample.length === all.length ? chosen : yield* fitLinear(matrix, labels, all, options);
	const outOfFold = new Float64Array(matrix.rows).fill(NaN);
	for (const { train, valid } of plan.splits) {
		const fold = yield* fitLinear(matrix, labels, train, options);
		const scores = yield* scoreLinear(fold, takeRows(matrix, valid));
		valid.forEach((row, index) => (outOfFold[row] = scores[index]!));
	}
	return { part, outOfFold };
}
