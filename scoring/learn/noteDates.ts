import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import type { Field } from './Schema';

/**
 * Notes date fields that hold days after the row's as-of day (a negative age): right for a planned day such as the end of a contract, a leak
 * for anything that happened.
 *
 * @example
 * noteDates([{ name: 'signed_on', kind: 'date', low: -3, high: 90, epoch: null }])[0].code
 * // => 'future-dates'
 */
export function noteDates(fields: readonly Field[]): Issue[] {
	return fields
		.filter(({ kind, low }) => kind === 'date' && low !== undefined && low < 0)
		.map(({ name, low }) => ({
			code: 'future-dates',
			path: name,
			message: `'${name}' holds days in the future: up to ${wordCount(Math.ceil(-(low as number)), 'day')} after the row's as-of day`,
			remedy:
				'Keep it if the day was planned on the as-of day (end of a contract); drop it if it tells what happened later',
			severity: 'warning',
		}));
}
