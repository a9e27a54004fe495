import { jsonIn } from '../measures/jsonIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';

/**
 * The number in a column, or in a field of a JSON column written as `more_json.ai_requests`; a list there counts its members. null when it
 * is not observed.
 *
 * @example
 * columnIn({ more_json: '{"regions":["eu","us"]}' }, 'more_json.regions')
 * // => 2
 */
export function columnIn(row: Row, column: string): number | null {
	const dot = column.indexOf('.');
	if (dot < 0) return numberIn(row, column);
	const inner = jsonIn(row, column.slice(0, dot));
	const field = column.slice(dot + 1);
	const value = inner[field];
	return Array.isArray(value) ? value.length : numberIn(inner, field);
}
