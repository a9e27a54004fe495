import type { RowIndex } from './Matrix';

/**
 * At most `most` of the rows 0 to `rows` - 1, evenly spread and ascending: enough to measure a distribution by.
 *
 * @example
 * [...sampleRows(10, 4)]
 * // => [0, 2, 5, 7]
 */
export function sampleRows(rows: number, most: number): RowIndex {
	const size = Math.min(rows, most);
	const sample = new Int32Array(size);
	for (let index = 0; index < size; index++) sample[index] = Math.floor((index * rows) / size);
	return sample;
}
