import type { CanonicalObject } from '../core/CanonicalModel';
import { modelOf } from '../core/modelOf';
import { wordOf } from './wordOf';

/**
 * The key of a row as one text, its parts joined by ` / `; a part that is missing is `?`.
 *
 * @example
 * rowKey('usage', { account_id: 'CUST_0001', period: 'week' })
 * // => 'CUST_0001 / week / ?'
 */
export function rowKey(object: CanonicalObject, row: Readonly<Record<string, unknown>>): string {
	return modelOf(object)
		.key.map((name) => wordOf(row[name]) || '?')
		.join(' / ');
}
