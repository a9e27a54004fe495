import { describeColumn, type ColumnShape } from './describeColumn';
import type { LinearTerm } from './LinearModel';
import type { Matrix, RowIndex } from './Matrix';
import type { Steps } from './Steps';
import { termValue } from './termValue';

export interface BasisOptions {
	/** linear: the numbers themselves; spline: also natural cubic terms, levels of counts, and the most frequent value. */
	readonly basis: 'linear' | 'spline';
	/** Knots of a spline, at least 3; default 5, from 2,000 rows on 7: enough rows carry a finer curve. */
	readonly knots?: number;
}

/** Of a larger column every second, third, ... row tells the quantiles; the sort then stays well under 50 ms. */
const SORTED_ROWS = 100_000;

function readShape(matrix: Matrix, rows: RowIndex, feature: number, knots: number): ColumnShape {
	const { values, width } = matrix;
	const every = Math.floor(rows.length / (SORTED_ROWS + 1)) + 1;
	const sample = new Float32Array(Math.floor(rows.length / every) + 1);
	let sampled = 0;
	let missing = false;
	let low = Infinity;
	let high = -Infinity;
	for (let index = 0; index < rows.length; index++) {
		const value = values[rows[index]! * width + feature]!;
		if (value !== value) missing = true;
		// An infinity is no measurement; the fences hold it when it comes.
		if (value - value !== 0) continue;
		if (value < low) low = value;
		if (value > high) high = value;
		if (index % every === 0) sample[sampled++] = value;
	}
	return describeColumn(sample.subarray(0, sampled).sort(), low, high, missing, knots);
}

type Shape = Omit<LinearTerm, 'mean' | 'scale'>;

function listTerms(feature: number, shape: ColumnShape, spline: boolean): Shape[] {
	const { fill, low, high } = shape;
	const terms: Shape[] = [];
	if (shape.varies) terms.push({ feature, basis: 'value', fill, low, high });
	if (shape.missing) terms.push({ feature, basis: 'missing', fill });
	if (!spline) return terms;
	const { knots } = shape;
	if (knots) {
		for (let index = 0; index < knots.length - 2; index++) {
			terms.push({ feature, basis: 'spline', knots, index, fill, low, high });
		}
	}
	// Of a yes-or-no column the value says it all.
	const points = shape.levels && shape.levels.length > 2 ? shape.levels : [];
	for (const point of points) terms.push({ feature, basis: 'point', at: point, fill });
	if (shape.spike !== null) terms.push({ feature, basis: 'point', at: shape.spike, fill });
	return terms;
}

/** Mean and standard deviation (population) of a term; two passes, because a date may lie far from 0 and vary little. */
function standardise(matrix: Matrix, rows: RowIndex, shape: Shape, column: Float64Array): LinearTerm {
	const { values, width } = matrix;
	const draft = { ...shape, mean: 0, scale: 1 };
	let sum = 0;
	for (let index = 0; index < rows.length; index++) {
		const value = termValue(draft, values[rows[index]! * width + shape.feature]!);
		column[index] = value;
		sum += value;
	}
	const mean = sum / rows.length;
	let squares = 0;
	for (let index = 0; index < rows.length; index++) {
		const deviation = column[index]! - mean;
		squares += deviation * deviation;
	}
	return { ...shape, mean, scale: Math.sqrt(squares / rows.length) };
}

/**
 * Terms of the linear model, learned from `rows` of the matrix: of each feature its value, an indicator where values are missing, and with
 * `spline` natural cubic terms (more than eight distinct values), one term per level (three to eight) and one for the most frequent value.
 * What does not vary gives no term.
 *
 * @example
 * designTerms({ rows: 2, width: 1, values: Float32Array.of(1, 2) }, new Int32Array(0), { basis: 'linear' }).next().value
 * // => []
 */
export function* designTerms(matrix: Matrix, rows: RowIndex, options: BasisOptions): Steps<LinearTerm[]> {
	const terms: LinearTerm[] = [];
	if (rows.length === 0) return terms;
	const column = new Float64Array(rows.length);
	const spline = options.basis === 'spline';
	const knots = Math.max(3, options.knots ?? (rows.length < 2000 ? 5 : 7));
	for (let feature = 0; feature < matrix.width; feature++) {
		const shape = readShape(matrix, rows, feature, knots);
		yield { stage: 'fitting the linear model', done: feature, total: matrix.width };
		for (const draft of listTerms(feature, shape, spline)) {
			const term = standardise(matrix, rows, draft, column);
			if (term.scale > 0) terms.push(term);
			if (rows.length > 20_000)
				yield { stage: 'fitting the linear model', done: feature, total: matrix.width };
		}
	}
	return terms;
}
