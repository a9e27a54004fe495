import { isMissing } from './isMissing';
import type { Cell } from './RawTable';
import { readNumber } from './readNumber';

/**
 * Text by which a cell counts as a level of a category, null when it is missing. Trimmed; a number and its decimal text are one level, and
 * so are true, `True` and `TRUE`; otherwise upper and lower case tell levels apart.
 *
 * @example
 * [levelOf(' Pro '), levelOf(3), levelOf('3.0'), levelOf('TRUE'), levelOf('')]
 * // => ['Pro', '3', '3', 'true', null]
 */
export function levelOf(cell: Cell): string | null {
	if (isMissing(cell)) return null;
	if (typeof cell !== 'string') return String(cell);
	const text = cell.trim();
	const number = readNumber(text);
	if (Number.isNaN(number)) return text;
	const word = text.toLowerCase();
	return word === 'true' || word === 'false' ? word : String(number);
}
