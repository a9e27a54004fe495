import type { Window } from '../Source';
import { quoteFormulaColumn } from './quoteFormulaColumn';
import { quoteFormulaText } from './quoteFormulaText';

/**
 * The formula that finds what changed in a window, from inclusive, to exclusive. With a last-modified column that column decides; without,
 * Airtable's own LAST_MODIFIED_TIME(). A record that nobody touched since it was made has no modification time: then its creation counts.
 * `IS_AFTER` is strict, so it is asked with one millisecond less.
 *
 * @param column name of a last-modified column; null: there is none
 */
export function buildWindowFormula(column: string | null, window: Window): string {
	const modified = column === null ? 'LAST_MODIFIED_TIME()' : quoteFormulaColumn(column);
	const at = `IF(${modified},${modified},CREATED_TIME())`;
	const from = new Date(Date.parse(window.from) - 1).toISOString();
	return `AND(IS_AFTER(${at},${quoteFormulaText(from)}),IS_BEFORE(${at},${quoteFormulaText(window.to)}))`;
}
