import type { BinnedMatrix } from './BinnedMatrix';
import { createPace } from './createPace';
import { findEdges } from './findEdges';
import { joinPacks } from './joinPacks';
import type { Matrix } from './Matrix';
import { packFeatures } from './packFeatures';
import type { Steps } from './Steps';

const MOST_BINS = 254;
/** Some 200 rows a bin: enough to place its limits. */
const SAMPLE = 50_000;
/** Rows whose values stay in the processor's cache while one feature after the other is read. */
const BLOCK = 2048;

/** Observed values of a feature, ascending; of many rows an even sample. */
function sortFeature({ rows, width, values }: Matrix, feature: number): Float32Array {
	const size = Math.min(rows, SAMPLE);
	const observed = new Float32Array(size);
	let count = 0;
	for (let at = 0; at < size; at++) {
		const row = rows > SAMPLE ? Math.floor((at * rows) / SAMPLE) : at;
		const value = values[row * width + feature]!;
		if (value === value) observed[count++] = value;
	}
	return observed.subarray(0, count).sort();
}

/** Writes the bins of rows `from` to `to` (exclusive); true when a value was missing. */
function binRows(
	matrix: Matrix,
	feature: number,
	edges: Float64Array,
	column: Uint8Array,
	from: number,
	to: number,
): boolean {
	const { width, values } = matrix;
	const last = edges.length;
	let anyMissing = false;
	for (let row = from, at = from * width + feature; row < to; row++, at += width) {
		const value = values[at]!;
		if (value !== value) {
			column[row] = last + 1;
			anyMissing = true;
			continue;
		}
		let low = 0;
		let high = last;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (value <= edges[middle]!) high = middle;
			else low = middle + 1;
		}
		column[row] = low;
	}
	return anyMissing;
}

/**
 * Sorts every value into one of at most 254 intervals of its feature, from an even sample of up to 50,000 rows; missing is an interval of
 * its own. What boosting and forests are grown on. Method: histogram binning as in LightGBM (Ke et al. 2017).
 *
 * @example
 * [...binMatrix({ rows: 3, width: 1, values: Float32Array.of(4, NaN, 2) }).next().value.columns[0]]
 * // => [1, 2, 0]
 */
export function* binMatrix(matrix: Matrix): Steps<BinnedMatrix> {
	const { rows, width } = matrix;
	const due = createPace();
	const edges: Float64Array[] = [];
	for (let feature = 0; feature < width; feature++) {
		edges.push(findEdges(sortFeature(matrix, feature), MOST_BINS));
		if (due(Math.min(rows, SAMPLE) * 8)) yield { stage: 'reading fields', done: feature, total: width };
	}
	const columns = edges.map(() => new Uint8Array(rows));
	const hasMissing = new Uint8Array(width);
	for (let from = 0; from < rows; from += BLOCK) {
		const to = Math.min(from + BLOCK, rows);
		for (let feature = 0; feature < width; feature++) {
			if (binRows(matrix, feature, edges[feature]!, columns[feature]!, from, to)) hasMissing[feature] = 1;
			if (due((to - from) * 4)) yield { stage: 'reading fields', done: from, total: rows };
		}
	}
	const isBinary = Uint8Array.from(edges, (points, feature) =>
		points.length === 1 && hasMissing[feature] === 0 ? 1 : 0,
	);
	const joints = yield* joinPacks(yield* packFeatures(columns, isBinary));
	return { rows, width, edges, columns, hasMissing, joints };
}
