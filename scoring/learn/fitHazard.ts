import { chooseCuts } from './chooseCuts';
import { expandPeriods } from './expandPeriods';
import { fitLinear, type LinearOptions } from './fitLinear';
import type { Durations, HazardModel } from './Hazard';
import type { Matrix, RowIndex } from './Matrix';
import type { Steps } from './Steps';

export interface HazardOptions extends LinearOptions {
	/** Ascending ages from 0 at which intervals end; absent: chosen by `chooseCuts`. */
	readonly cuts?: readonly number[];
}

/** Person-periods that choose the penalty; the fit itself takes all. */
const CHOOSING_ROWS = 8_000;

const upTo = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, row) => row);

/**
 * Time to churn as a ridge logistic regression on person-periods (discrete-time hazard; Allison 1982, Singer and Willett 1993): every row
 * counts once for each interval of age it reached, with 1 where it ended. The matrix must hold only what was known at the start or does not
 * change; the age itself, and sums that grow with it, stay out.
 *
 * @example
 * fitHazard({ rows: 1, width: 0, values: new Float32Array(0) }, { ages: Float64Array.of(4), happened: Uint8Array.of(1) },
 *   Int32Array.of(0), { basis: 'linear' }).next().value.cuts
 * // => [0, 4]
 */
export function* fitHazard(
	matrix: Matrix,
	durations: Durations,
	rows: RowIndex,
	options: HazardOptions,
): Steps<HazardModel> {
	const { cuts = chooseCuts(durations, rows), ...linear } = options;
	const periods = yield* expandPeriods(matrix, durations, rows, cuts);
	const all = upTo(periods.matrix.rows);
	let { lambda } = linear;
	if (lambda === undefined && all.length > CHOOSING_ROWS) {
		const every = all.length / CHOOSING_ROWS;
		const some = upTo(CHOOSING_ROWS).map((index) => Math.floor(index * every));
		lambda = (yield* fitLinear(periods.matrix, periods.labels, some, linear)).lambda;
	}
	const fitted = yield* fitLinear(
		periods.matrix,
		periods.labels,
		all,
		lambda === undefined ? linear : { ...linear, lambda },
	);
	return { cuts, width: matrix.width, renewals: durations.renewalAges !== undefined, linear: fitted };
}
