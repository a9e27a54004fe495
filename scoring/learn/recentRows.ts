import type { RowIndex } from './Matrix';

/** Enough to know a distribution by ten bins. */
const ENOUGH_ROWS = 1000;

/**
 * Rows of the newest times, ascending: whole times, newest first, until there are 1,000 rows. What later rows are compared with is the present the
 * model was trained for, not the mean of years in which the customers were others. All rows where the times are not known (null) or there are fewer.
 *
 * @example
 * [...recentRows(null, 3)]
 * // => [0, 1, 2]
 */
export function recentRows(times: Float64Array | null, rows: number): RowIndex {
	const all = Int32Array.from({ length: rows }, (_, row) => row);
	if (times === null || rows <= ENOUGH_ROWS) return all;
	const from = Float64Array.from(times).sort()[rows - ENOUGH_ROWS]!;
	return all.filter((row) => times[row]! >= from);
}
