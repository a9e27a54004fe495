import type { Cell } from './RawTable';

/**
 * Whether a cell holds nothing: null, undefined, NaN, an empty or blank text. A word like `NA` is a text; whether it stands for nothing
 * depends on the rest of its column (see profileColumn).
 *
 * @example
 * [isMissing(' '), isMissing(0), isMissing(false)]
 * // => [true, false, false]
 */
export function isMissing(cell: Cell): boolean {
	if (cell === null || cell === undefined) return true;
	if (typeof cell === 'number') return Number.isNaN(cell);
	return typeof cell === 'string' && (cell === '' || cell.trim() === '');
}
