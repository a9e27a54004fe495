import type { RowIndex } from './Matrix';

/**
 * The numbers of all rows of a table, from 0.
 *
 * @example
 * [...everyRow(3)]
 * // => [0, 1, 2]
 */
export function everyRow(count: number): RowIndex {
	const rows = new Int32Array(count);
	for (let row = 0; row < count; row++) rows[row] = row;
	return rows;
}
