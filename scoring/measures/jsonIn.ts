import type { Row } from './Records';

const NONE: Row = {};

/**
 * The object in a JSON column, given as text or already as an object; broken or absent JSON is an empty object: nothing
 * is known from it.
 *
 * @example
 * jsonIn({ more_json: '{"limit_share":0.78}' }, 'more_json')
 * // => { limit_share: 0.78 }
 */
export function jsonIn(row: Row, column: string): Row {
	const value = row[column];
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
	if (typeof value !== 'string' || value.charCodeAt(0) !== 123) return NONE;
	try {
		return JSON.parse(value) as Row;
	} catch {
		return NONE;
	}
}
