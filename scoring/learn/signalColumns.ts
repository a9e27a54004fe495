import type { Matrix, RowIndex } from './Matrix';
import { midRanks } from './midRanks';

/** Standardised ranks beyond this say no more. */
const FURTHEST = 2.5;
/** A number says more than one level of a category; its square tells both ends from the middle. */
const NUMBER_WEIGHT = 1.5;
const SQUARE_WEIGHT = 1;
const FEW_VALUES = 4;

/** To mean 0 and standard deviation `weight`; null when all are equal. */
function standardise(values: Float64Array, weight: number): Float64Array | null {
	let mean = 0;
	for (const value of values) mean += value / values.length;
	let variance = 0;
	for (const value of values) variance += ((value - mean) * (value - mean)) / values.length;
	if (!(variance > 1e-12)) return null;
	const scale = weight / Math.sqrt(variance);
	return values.map((value) => (value - mean) * scale);
}

/**
 * Some rows of a matrix as columns that can be compared with each other: standardised ranks, of numbers also their squares, and what is missing as a column
 * of its own. A missing value itself counts as the median.
 */
export function signalColumns({ width, values }: Matrix, rows: RowIndex, feature: number): Float64Array[] {
	const read = Float64Array.from(rows, (row) => values[row * width + feature]!);
	const known = read.filter((value) => !Number.isNaN(value));
	const columns: (Float64Array | null)[] = [];
	if (known.length < read.length) {
		columns.push(
			standardise(
				read.map((value) => (Number.isNaN(value) ? 1 : 0)),
				1,
			),
		);
	}
	if (known.length === 0) return columns.filter((column) => column !== null);
	const median = known.slice().sort()[known.length >> 1]!;
	const filled = read.map((value) => (Number.isNaN(value) ? median : value));
	const distinct = new Set(known.subarray(0, 1000)).size;
	const ranks = standardise(midRanks(filled), 1)?.map((value) =>
		Math.min(Math.max(value, -FURTHEST), FURTHEST),
	);
	if (ranks === undefined) return columns.filter((column) => column !== null);
	const weight = distinct > 2 ? NUMBER_WEIGHT : 1;
	columns.push(ranks.map((value) => value * weight));
	if (distinct > FEW_VALUES) {
		columns.push(
			standardise(
				ranks.map((value) => value * value),
				SQUARE_WEIGHT,
			),
		);
	}
	return columns.filter((column) => column !== null);
}
