import { readInstant } from '../../scoring/intake/readInstant';
import { readField } from '../fields/readField';
import type { CalendarEvent, Invitee } from './CalendarEvent';
import type { Json } from './ItemPreset';
import { wordOf } from '../../scoring/intake/wordOf';

const COMING: Readonly<Record<string, boolean>> = { accepted: true, declined: false, organizer: true };
const MS_PER_MINUTE = 60_000;

/**
 * An event of n8n's Microsoft Outlook node. Its times carry no offset but the name of a time zone, which is UTC unless another was asked for;
 * IANA names are understood, Windows names are not and are reported. The organizer is invited, too, and is coming. null without id.
 */
export function readOutlookEvent(item: Json): CalendarEvent | null {
	if (typeof item.id !== 'string' || item.id === '') return null;
	const start = momentOf(item, 'start');
	const end = momentOf(item, 'end');
	const organizer = readField(item, 'organizer.emailAddress.address');
	const attendees = Array.isArray(item.attendees) ? (item.attendees as readonly unknown[]) : [];
	const people = new Map<string, Invitee>();
	const enter = (address: unknown, coming: boolean | null): void => {
		if (typeof address !== 'string' || !address.includes('@')) return;
		const email = address.trim().toLowerCase();
		if (!people.has(email)) people.set(email, { email, coming });
	};
	for (const attendee of attendees) {
		const one = Object(attendee) as Json;
		if (one.type === 'resource') continue;
		enter(readField(one, 'emailAddress.address'), COMING[wordOf(readField(one, 'status.response'))] ?? null);
	}
	enter(organizer, true);
	const isCancelled = item.isCancelled === true;
	return {
		id: `outlook:${item.id}`,
		title: typeof item.subject === 'string' ? item.subject : null,
		startsAt: start === null ? null : new Date(start).toISOString(),
		minutes:
			item.isAllDay === true || start === null || end === null || end < start
				? null
				: (end - start) / MS_PER_MINUTE,
		cancelled: isCancelled,
		people: [...people.values()],
		fault: start === null && !isCancelled ? 'Its start cannot be read: ask Outlook for times in UTC.' : null,
	};
}

/** Milliseconds since 1970; null: unreadable, or a time zone without an IANA name. */
function momentOf(item: Json, name: string): number | null {
	const text = readField(item, `${name}.dateTime`);
	const zone = readField(item, `${name}.timeZone`) ?? 'UTC';
	const local = readInstant(typeof text === 'string' ? text : null).ms;
	if (
		local === null ||
		/^(?:UTC|GMT|Etc\/GMT)$/i.test(wordOf(zone)) ||
		/(?:Z|[+-]\d\d:?\d\d)$/i.test(wordOf(text))
	)
		return local;
	const first = offsetAt(local, wordOf(zone));
	if (first === null) return null;
	// The offset of the moment itself, which near a clock change is not that of its wall time read as UTC.
	return local - (offsetAt(local - first, wordOf(zone)) ?? first);
}

/** Milliseconds that a zone's clocks are ahead of UTC at a moment; null for a zone that is not known. */
function offsetAt(moment: number, timeZone: string): number | null {
	try {
		const parts = new Intl.DateTimeFormat('en-GB', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		}).formatToParts(moment);
		const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
		const wall = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
		return Date.parse(wall) - Math.floor(moment / 1000) * 1000;
	} catch {
		return null;
	}
}
