import type { Matrix, RowIndex } from './Matrix';

/**
 * The given rows of a matrix, in their order, as a matrix of their own.
 *
 * @example
 * takeRows({ rows: 2, width: 1, values: Float32Array.of(5, 6) }, Int32Array.of(1)).values[0]
 * // => 6
 */
export function takeRows({ width, values }: Matrix, rows: RowIndex): Matrix {
	const taken = new Float32Array(rows.length * width);
	for (let index = 0; index < rows.length; index++) {
		const from = rows[index]! * width;
		taken.set(values.subarray(from, from + width), index * width);
	}
	return { rows: rows.length, width, values: taken };
}
