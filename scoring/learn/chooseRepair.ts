import type { Calibration } from './fitPlatt';
import { lossOf } from './lossOf';
import { makeFolds } from './makeFolds';
import type { Steps } from './Steps';

const FOLDS = 5;
const REPEATS = 3;
const UNCHANGED: Calibration = { slope: 1, intercept: 0 };

type Fit = (logOdds: Float64Array, labels: Uint8Array) => Calibration;

/** Adds to `sums` the loss of rows the repair was not fitted to, less their loss without repair. */
function* addDifferences(
	logOdds: Float64Array,
	labels: Uint8Array,
	foldOf: Uint8Array,
	fit: Fit,
	sums: Float64Array,
): Steps<void> {
	for (let fold = 0; fold < FOLDS; fold++) {
		yield { stage: 'calibrating', done: fold, total: FOLDS };
		const repair = fit(
			logOdds.filter((_, row) => foldOf[row] !== fold),
			labels.filter((_, row) => foldOf[row] !== fold),
		);
		for (let row = 0; row < labels.length; row++) {
			if (foldOf[row] !== fold) continue;
			const repaired = repair.slope * logOdds[row]! + repair.intercept;
			sums[row]! += lossOf(repaired, labels[row]!) - lossOf(logOdds[row]!, labels[row]!);
		}
	}
}

/**
 * A repair (slope and intercept) of out-of-fold log-odds, fitted by `fit`, if it lowers the loss of rows it was not fitted to by more than one standard
 * error over three times five folds; else slope 1 and intercept 0. A repair that turns the order round is never taken.
 *
 * @example
 * chooseRepair(Float64Array.of(1, -1), Uint8Array.of(1, 0), () => ({ slope: 0, intercept: 0 }), { seed: 1, groups: null }).next().value
 * // => { slope: 1, intercept: 0 }
 */
export function* chooseRepair(
	logOdds: Float64Array,
	labels: Uint8Array,
	fit: Fit,
	options: { readonly seed: number; readonly groups: Int32Array | null },
): Steps<Calibration> {
	const { groups } = options;
	const rows = labels.length;
	if (rows < FOLDS) return UNCHANGED;
	const sums = new Float64Array(rows);
	for (let repeat = 1; repeat <= REPEATS; repeat++) {
		const seed = options.seed + 1000 * repeat;
		yield { stage: 'calibrating', done: 0, total: FOLDS };
		const foldOf = makeFolds(labels, { folds: FOLDS, seed, ...(groups === null ? {} : { groups }) });
		yield* addDifferences(logOdds, labels, foldOf, fit, sums);
	}
	let mean = 0;
	let squares = 0;
	for (let row = 0; row < rows; row++) {
		mean += sums[row]! / rows;
		squares += (sums[row]! * sums[row]!) / rows;
	}
	const error = Math.sqrt(Math.max(squares - mean * mean, 0) / rows);
	if (!(mean < -error)) return UNCHANGED;
	yield { stage: 'calibrating', done: FOLDS, total: FOLDS };
	const repair = fit(logOdds, labels);
	return repair.slope > 0 ? repair : UNCHANGED;
}
