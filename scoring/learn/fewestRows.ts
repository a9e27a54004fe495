/**
 * Rows a level needs to get a feature of its own: half a percent of the table, at least 3 and at most 50.
 *
 * @example
 * [fewestRows(200), fewestRows(3333), fewestRows(100000)]
 * // => [3, 17, 50]
 */
export function fewestRows(rows: number): number {
	return Math.max(3, Math.min(50, Math.ceil(rows / 200)));
}
