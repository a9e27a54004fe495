import { BLOCK_ROWS, type LinearDesign } from './LinearDesign';
import type { LinearTerm } from './LinearModel';
import type { Matrix, RowIndex } from './Matrix';
import type { Steps } from './Steps';
import { termValue } from './termValue';

/** Multiplications and additions of one step; about 5 ms. */
const STEP_WORK = 8_000_000;

/**
 * Standardised design matrix of `rows` for the given terms, in blocks for the kernels of the fit.
 *
 * @example
 * buildDesign({ rows: 2, width: 1, values: Float32Array.of(1, 2) }, new Int32Array(0), []).next().value.stride
 * // => 4
 */
export function* buildDesign(
	matrix: Matrix,
	rows: RowIndex,
	terms: readonly LinearTerm[],
): Steps<LinearDesign> {
	const width = terms.length + 1;
	const stride = (width + 3) & ~3;
	const blocks = Math.ceil(rows.length / BLOCK_ROWS);
	const blocksPerStep = Math.max(1, Math.floor(STEP_WORK / (BLOCK_ROWS * stride * stride)));
	const values = new Float64Array(blocks * stride * BLOCK_ROWS);
	// A term costs more than a multiplication: at most 200,000 of them per step.
	const blocksPerFill = Math.max(1, Math.floor(200_000 / (BLOCK_ROWS * width)));
	for (let block = 0; block < blocks; block++) {
		if (block % blocksPerFill === 0) yield { stage: 'fitting the linear model', done: block, total: blocks };
		const first = block * BLOCK_ROWS;
		const count = Math.min(BLOCK_ROWS, rows.length - first);
		for (let column = 0; column < width; column++) {
			const from = (block * stride + column) * BLOCK_ROWS;
			const term = terms[column];
			if (term === undefined) {
				values.fill(1, from, from + count);
				continue;
			}
			const inverse = 1 / term.scale;
			for (let row = 0; row < count; row++) {
				const value = matrix.values[rows[first + row]! * matrix.width + term.feature]!;
				values[from + row] = (termValue(term, value) - term.mean) * inverse;
			}
		}
	}
	return { rows: rows.length, blocks, width, stride, values, blocksPerStep };
}
