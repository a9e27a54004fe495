import { approximateLeaveOneOut } from './approximateLeaveOneOut';
import { buildDesign } from './buildDesign';
import { createRandom } from './createRandom';
import { designTerms, type BasisOptions } from './designTerms';
import { fitRidge, type RidgeFit } from './fitRidge';
import { keepStrongest } from './keepStrongest';
import { BLOCK_ROWS, type LinearDesign } from './LinearDesign';
import type { LinearModel } from './LinearModel';
import type { Labels, Matrix, RowIndex } from './Matrix';
import type { Steps } from './Steps';

export interface LinearOptions extends BasisOptions {
	/** Penalty on the squared standardised coefficients (sklearn's 1 / C); absent: chosen by approximate leave-one-out. */
	readonly lambda?: number;
}

/** From strong to weak; the choice stops when two in a row were worse than the best. */
const PATH = [1000, 300, 100, 30, 10, 3, 1, 0.3, 0.1, 0.03, 0.01];
/** Expected gain in log-loss per row at which a fit of the path, and the last fit, count as done. */
const ROUGH = 1e-6;
const EXACT = 1e-13;

/** Cells of the design matrix, 160 MB; beyond that more rows would cost much and tell little. */
const MOST_CELLS = 20_000_000;

/** Evenly spread sample of the rows, one at random from each stretch, so that no rhythm of the table is caught. */
function sampleRows(rows: RowIndex, size: number): RowIndex {
	if (rows.length <= size) return rows;
	const random = createRandom(1);
	return Int32Array.from({ length: size }, (_, index) => {
		const from = Math.floor((index * rows.length) / size);
		const to = Math.floor(((index + 1) * rows.length) / size);
		return rows[from + Math.floor(random() * (to - from))]!;
	});
}

function* choose(
	design: LinearDesign,
	labels: Float64Array,
	fit: RidgeFit,
): Steps<{ lambda: number; leaveOneOut: number; fit: RidgeFit }> {
	let best = { lambda: 0, leaveOneOut: Infinity, fit };
	let worse = 0;
	for (const lambda of PATH) {
		yield* fitRidge(design, labels, lambda, fit, ROUGH);
		const leaveOneOut = yield* approximateLeaveOneOut(design, labels, fit);
		if (leaveOneOut < best.leaveOneOut) {
			// A fit's arrays are replaced, never written into: a shallow copy keeps them.
			best = { lambda, leaveOneOut, fit: { ...fit } };
			worse = 0;
		} else if (++worse === 2) break;
	}
	return best;
}

/** Log-odds of the event share; with one class only, of the share after half an event and half a non-event were added. */
function startAt(events: number, rows: number): number {
	const oneClass = events === 0 || events === rows;
	return oneClass ? Math.log((events + 0.5) / (rows - events + 0.5)) : Math.log(events / (rows - events));
}

/**
 * Ridge logistic regression on the given rows: standardised terms (see `designTerms`), intercept not penalised, Newton's method. Without
 * `lambda` the penalty is chosen on a path from 1000 to 0.01 by approximate leave-one-out. Coefficients are those of sklearn's
 * LogisticRegression(C = 1 / lambda) on the same terms. With one class only, or no column that varies, the model is its
 * intercept. Rows beyond 20 million cells of the design matrix (330,000 rows of 60 terms) are sampled.
 *
 * @example
 * fitLinear({ rows: 2, width: 1, values: Float32Array.of(1, 2) }, Uint8Array.of(1, 1), Int32Array.of(0, 1), { basis: 'linear' }).next().value
 * // => { terms: [], coefficients: [], intercept: Math.log(5), lambda: 1000, leaveOneOut: null }
 */
export function* fitLinear(
	matrix: Matrix,
	labels: Labels,
	given: RowIndex,
	options: LinearOptions,
): Steps<LinearModel> {
	let events = 0;
	for (const row of given) events += labels[row]!;
	const start = startAt(events, given.length);
	const lambda = options.lambda ?? null;
	const all = events === 0 || events === given.length ? [] : yield* designTerms(matrix, given, options);
	const terms = yield* keepStrongest(matrix, labels, given, all);
	if (terms.length === 0) {
		return { terms, coefficients: [], intercept: start, lambda: lambda ?? PATH[0]!, leaveOneOut: null };
	}
	const rows = sampleRows(given, Math.floor(MOST_CELLS / (terms.length + 1)));
	const design = yield* buildDesign(matrix, rows, terms);
	const targets = new Float64Array(design.blocks * BLOCK_ROWS);
	for (let index = 0; index < rows.length; index++) targets[index] = labels[rows[index]!]!;
	const fit: RidgeFit = {
		weights: new Float64Array(design.width),
		margins: new Float64Array(targets.length).fill(start),
		gram: null,
		factor: new Float64Array(0),
	};
	fit.weights[design.width - 1] = start;
	const chosen = lambda === null ? yield* choose(design, targets, fit) : { lambda, leaveOneOut: null, fit };
	yield* fitRidge(design, targets, chosen.lambda, chosen.fit, EXACT);
	const { weights } = chosen.fit;
	return {
		terms,
		coefficients: [...weights.subarray(0, terms.length)],
		intercept: weights[terms.length]!,
		lambda: chosen.lambda,
		leaveOneOut: chosen.leaveOneOut,
	};
}
