import { readInstant } from '../../scoring/intake/readInstant';
import { readField } from '../fields/readField';
import type { CalendarEvent, Invitee } from './CalendarEvent';
import type { Json } from './ItemPreset';
import { wordOf } from '../../scoring/intake/wordOf';

const COMING: Readonly<Record<string, boolean>> = { accepted: true, declined: false };
const MS_PER_MINUTE = 60_000;

/**
 * An event of n8n's Google Calendar node. Rooms and other resources are no people; who is the calendar's own (`self`) counts like everybody
 * else, their domain tells. A day without a time is an all-day event: it starts at its first moment in UTC and has no length. null without id.
 */
export function readGoogleEvent(item: Json): CalendarEvent | null {
	if (typeof item.id !== 'string' || item.id === '') return null;
	const timed = readField(item, 'start.dateTime');
	const start = readInstant(timed ?? readField(item, 'start.date'));
	const end = readInstant(readField(item, 'end.dateTime'));
	const attendees = Array.isArray(item.attendees) ? (item.attendees as readonly unknown[]) : [];
	const people = attendees.flatMap((attendee): Invitee[] => {
		const { email, resource, responseStatus } = Object(attendee) as Json;
		if (typeof email !== 'string' || resource === true || email.endsWith('calendar.google.com')) return [];
		return [{ email: email.trim().toLowerCase(), coming: COMING[wordOf(responseStatus)] ?? null }];
	});
	return {
		id: `gcal:${item.id}`,
		title: typeof item.summary === 'string' ? item.summary : null,
		startsAt: start.ms === null ? null : new Date(start.ms).toISOString(),
		minutes:
			timed !== null && start.ms !== null && end.ms !== null && end.ms >= start.ms
				? (end.ms - start.ms) / MS_PER_MINUTE
				: null,
		cancelled: item.status === 'cancelled',
		people,
		fault: start.ms === null && item.status !== 'cancelled' ? 'Its start cannot be read.' : null,
	};
}
