import { isDay } from '../../scoring/core/isDay';
import type { Issue, Outcome } from '../../scoring/core/issue';

/** When a score is as of. */
export interface AsOf {
	/** UTC calendar day, YYYY-MM-DD. */
	readonly day: string;
	/** What counts as known: an instant in UTC, or the day when only a day was given (then until its end). */
	readonly until: string;
}

/** A time with a zone, and a time without one (n8n's date picker), which is UTC. */
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads "as of": a day, an instant as text, a Date or one of n8n's date objects. Blank is `now`.
 *
 * @param now the run's start, an ISO instant in UTC
 *
 * @example
 * readAsOf('2026-01-15', '2026-02-01T00:00:00Z').value.day
 * // => '2026-01-15'
 */
export function readAsOf(value: unknown, now: string): Outcome<AsOf> {
	const given = value instanceof Date ? value.toISOString() : String(value ?? '').trim();
	const text: string = given === '' ? now : given;
	const whole: unknown = text;
	if (isDay(whole)) return { ok: true, value: { day: text, until: text }, warnings: [] };
	if (INSTANT.test(text) && isDay(text.slice(0, 10))) {
		const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text.slice(10));
		const instant = new Date(zoned ? text : `${text.replace(' ', 'T')}Z`);
		if (!Number.isNaN(instant.getTime())) {
			const until = instant.toISOString();
			return { ok: true, value: { day: until.slice(0, 10), until }, warnings: [] };
		}
	}
	const issue: Issue = {
		code: 'bad-as-of',
		path: 'asOf',
		message: `'As Of' is "${text}", which is neither a day nor a time.`,
		remedy:
			'Enter a day such as 2026-01-15 or an instant such as 2026-01-15T00:00:00Z, or leave it empty for now.',
		severity: 'error',
	};
	return { ok: false, issues: [issue] };
}
