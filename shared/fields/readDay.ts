import { isDay } from '../../scoring/core/isDay';

/**
 * The calendar day (YYYY-MM-DD) at the start of a day or an instant given as text, in milliseconds, or as a Date; instants in UTC.
 * null when there is none; what is no day stays text, so that it is reported and not lost.
 *
 * @example
 * readDay('2026-01-15T10:30:00Z')
 * // => '2026-01-15'
 */
export function readDay(value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null;
	if (value instanceof Date || typeof value === 'number') {
		const date = new Date(value);
		return Number.isNaN(date.getTime()) ? String(value) : date.toISOString().slice(0, 10);
	}
	const text = String(value).trim();
	const day = text.slice(0, 10);
	if (text.length === 10 || !isDay(day)) return text;
	const instant = Date.parse(text);
	return Number.isNaN(instant) ? day : new Date(instant).toISOString().slice(0, 10);
}
