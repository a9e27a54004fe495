import { isDay } from '../core/isDay';
import type { Reading } from './Reading';
import { readInstant } from './readInstant';

const REMEDIES = {
	ambiguous: 'Day and month could be exchanged. Send it as YYYY-MM-DD.',
	impossible: 'There is no such day or time. Correct it in the source.',
	unreadable: 'Send it as YYYY-MM-DD, or as an instant such as 2026-01-31T10:00:00Z.',
} as const;

/**
 * A calendar day `YYYY-MM-DD` (an instant gives its UTC day) or an instant in UTC (a day gives its first moment), from all that
 * `readInstant` reads. Blank is null; what cannot be read, cannot be, or could be two days is a fault.
 *
 * @example
 * [readMoment('1769850000000', 'day').value, readMoment('2026-02-30', 'day').fault?.code]
 * // => ['2026-01-31', 'date-impossible']
 */
export function readMoment(value: unknown, kind: 'day' | 'instant'): Reading {
	if (value === null || value === undefined) return { value: null };
	if (typeof value === 'string' && value.trim() === '') return { value: null };
	if (kind === 'day' && isDay(value)) return { value };
	const moment = readInstant(textOf(value));
	if (moment.ms !== null) {
		const iso = new Date(moment.ms).toISOString();
		return { value: kind === 'day' ? iso.slice(0, 10) : iso };
	}
	const wrongType = typeof value === 'object' && !(value instanceof Date);
	const code = wrongType ? 'wrong-type' : `date-${moment.reason}`;
	const reason = kind === 'day' ? 'expected a day' : 'expected a point in time';
	return { value: null, fault: { code, reason, remedy: REMEDIES[moment.reason] } };
}

/** n8n hands over dates of its editor as objects that know their ISO form. */
function textOf(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || value instanceof Date) return value;
	return 'toISO' in value && typeof value.toISO === 'function' ? (value.toISO() as unknown) : value;
}
