import { dayNumber } from '../core/dayNumber';

const MS_PER_DAY = 86_400_000;
/** Numbers below are seconds (as Stripe counts), above milliseconds (as HubSpot does): the border is 1973 in one, 5138 in the other. */
const SECONDS_BELOW = 100_000_000_000;
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;
const LONGEST_DATE = 64;
const ISO =
	/^(\d{4}-\d\d-\d\d)(?:[T ]\s*(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
const NUMERIC = /^(?:(\d{4})[./](\d{1,2})[./](\d{1,2})|(\d{1,2})([./-])(\d{1,2})\5(\d{4}))$/;
const WORDED =
	/^(?:(\d{1,2})(?:st|nd|rd|th)?[. ]+([a-z]{3,9})\.?,? +(\d{4})|([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4}))$/i;
const MONTHS = 'january february march april may june july august september october november december'.split(
	' ',
);

/** Milliseconds since 1970 (UTC); `dayOnly`: no time of day was given. Or why there is none. */
export type InstantReading =
	| { readonly ms: number; readonly dayOnly: boolean }
	| { readonly ms: null; readonly reason: 'ambiguous' | 'impossible' | 'unreadable' };

/**
 * Reads a moment as systems and people write it: ISO days and instants (a missing zone is UTC, `+0000` as Salesforce writes it),
 * milliseconds or seconds since 1970 as number or digits, Date objects, `31.01.2026`, `2026/1/31`, `31 Jan 2026`, and 3/14/2026 where
 * only one order is possible. 03/04/2026 is ambiguous, 2026-02-30 impossible: neither is guessed.
 *
 * @example
 * readInstant('2026-01-31T10:00:00.000+0100')
 * // => { ms: 1769850000000, dayOnly: false }
 */
export function readInstant(value: unknown): InstantReading {
	if (value instanceof Date) return within(value.getTime(), false);
	if (typeof value === 'number') return fromEpoch(value);
	if (typeof value !== 'string' || value.length > LONGEST_DATE) return { ms: null, reason: 'unreadable' };
	const text = value.trim();
	if (/^-?\d{9,15}$/.test(text)) return fromEpoch(Number(text));
	const iso = ISO.exec(text);
	if (iso !== null) return fromIso(iso);
	const numeric = NUMERIC.exec(text);
	if (numeric !== null) return fromNumeric(numeric);
	const worded = WORDED.exec(text);
	if (worded === null) return { ms: null, reason: 'unreadable' };
	const word = (worded[2] ?? worded[4] ?? '').toLowerCase();
	const month = MONTHS.findIndex(
		(name) => name === word || name.slice(0, 3) === word || (word === 'sept' && name === 'september'),
	);
	return month < 0
		? { ms: null, reason: 'unreadable' }
		: fromDay(worded[3] ?? worded[6], month + 1, worded[1] ?? worded[5]);
}

function within(ms: number, dayOnly: boolean): InstantReading {
	return ms >= FIRST && ms <= LAST ? { ms: Math.trunc(ms), dayOnly } : { ms: null, reason: 'impossible' };
}

function fromEpoch(number: number): InstantReading {
	// Small numbers are years, days of a spreadsheet or counts, not moments.
	if (!Number.isFinite(number) || Math.abs(number) < SECONDS_BELOW / 1000)
		return { ms: null, reason: 'unreadable' };
	return within(Math.abs(number) < SECONDS_BELOW ? number * 1000 : number, false);
}

function fromDay(year: unknown, month: unknown, day: unknown): InstantReading {
	const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	const number = dayNumber(text);
	return number === null ? { ms: null, reason: 'impossible' } : { ms: number * MS_PER_DAY, dayOnly: true };
}

function fromNumeric(parts: RegExpExecArray): InstantReading {
	const [, year, month, day, first, separator, second, lastYear] = parts;
	if (year !== undefined) return fromDay(year, month, day);
	// Dots are written day first everywhere; with slashes and dashes it depends on the country.
	if (separator === '.' || Number(first) > 12) return fromDay(lastYear, second, first);
	if (Number(second) > 12 || first === second) return fromDay(lastYear, first, second);
	return { ms: null, reason: 'ambiguous' };
}

function fromIso(parts: RegExpExecArray): InstantReading {
	const [, day = '', hour, minute, second = '0', fraction = '', zone = 'Z'] = parts;
	const number = dayNumber(day);
	if (number === null) return { ms: null, reason: 'impossible' };
	if (hour === undefined) return { ms: number * MS_PER_DAY, dayOnly: true };
	if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
		return { ms: null, reason: 'impossible' };
	const offset = /^[+-]/.test(zone) ? offsetMinutes(zone) : 0;
	const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
	const ms = ((Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000 + milliseconds;
	return within(number * MS_PER_DAY + ms, false);
}

function offsetMinutes(zone: string): number {
	const digits = zone.slice(1).replace(':', '');
	const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2).padEnd(2, '0'));
	return zone.startsWith('-') ? -minutes : minutes;
}
