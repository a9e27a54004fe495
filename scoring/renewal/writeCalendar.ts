import { addDays } from '../core/addDays';
import type { CalendarEvent } from './CalendarEvent';
import { escapeCalendarText } from './escapeCalendarText';
import { foldCalendarLine } from './foldCalendarLine';

export interface CalendarHead {
	/** Shown by calendar programs. */
	readonly name: string;
	/** When the file was made: an instant in UTC, or a day. */
	readonly asOf: string;
}

/**
 * A calendar file (iCalendar, RFC 5545) of all-day events: CRLF line ends, lines folded at 75 octets, text escaped, an exclusive end on the day after,
 * not shown as busy. The same events and moment give the same bytes.
 */
export function writeCalendar(events: readonly CalendarEvent[], { name, asOf }: CalendarHead): string {
	const instant = asOf.length === 10 ? `${asOf}T00:00:00.000Z` : asOf;
	const stamp = `${compact(instant.slice(0, 10))}T${instant.slice(11, 19).replace(/:/g, '')}Z`;
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//n8n-nodes-customer-success//Renewal Timeline//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escapeCalendarText(name)}`,
	];
	for (const event of events) {
		lines.push(
			'BEGIN:VEVENT',
			`UID:${escapeCalendarText(event.uid)}`,
			`DTSTAMP:${stamp}`,
			`SEQUENCE:${event.sequence}`,
			`STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
			`DTSTART;VALUE=DATE:${compact(event.on)}`,
			`DTEND;VALUE=DATE:${compact(addDays(event.on, 1))}`,
			`SUMMARY:${escapeCalendarText(event.summary)}`,
			`DESCRIPTION:${escapeCalendarText(event.description)}`,
			'TRANSP:TRANSPARENT',
			'END:VEVENT',
		);
	}
	lines.push('END:VCALENDAR');
	return lines.map((line) => `${foldCalendarLine(line)}\r\n`).join('');
}

const compact = (day: string): string => day.replace(/-/g, '');
