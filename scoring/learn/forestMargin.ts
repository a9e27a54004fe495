/** Beyond this a forest of 60 trees tells nothing any more, and sums of contributions would lose digits. */
const SMALLEST = 2e-6;

/**
 * How far a forest's probability is kept from 0 and 1 before it becomes log-odds: as if half a row of training had said otherwise.
 *
 * @example
 * forestMargin(200)
 * // => 0.0025
 */
export function forestMargin(rows: number): number {
	return Math.max(0.5 / Math.max(1, rows), SMALLEST);
}
