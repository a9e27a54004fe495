import { instantIn } from './instantIn';
import { isKnownAt } from './isKnownAt';
import type { Measure, Measures, Row } from './Records';

const MS_PER_DAY = 86_400_000;
const SOON_DAYS = 30;
const NONE: Measure = { value: null, observedOn: null };
/** Kinds of cs_interactions where both sides are there at the same time. */
const MEETING = /meeting|call|review|qbr|ebr|demo|workshop|training|onsite|kick-?off|webinar|visit/i;

/**
 * When the last meeting was and whether the next one is booked, from cs_interactions: `days_since_meeting` in whole days (a meeting the
 * customer did not attend does not count), `next_meeting` as booked (within 30 days), booked_later or none. An account without any meeting
 * has neither: that its CRM holds no meetings says nothing of it.
 *
 * A meeting that lies ahead of the cut tells that it was booked by then only if the rows were read at the cut, or say when they were
 * recorded; so `next_meeting` of an earlier day is null without `recorded_at`.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 * @param readAtCut the rows are as they stood at the cut
 *
 * @example
 * measureMeetings([{ interaction_id: 1, kind: 'meeting', occurred_at: '1970-01-11' }], 0, true).next_meeting?.value
 * // => 'booked'
 */
export function measureMeetings(interactions: readonly Row[], cut: number, readAtCut: boolean): Measures {
	let last = Number.NEGATIVE_INFINITY;
	let next = Number.POSITIVE_INFINITY;
	let stamped = true;
	let meetings = 0;
	for (const row of interactions) {
		const at = instantIn(row, 'occurred_at');
		if (at === null || !MEETING.test(String(row.kind)) || !isKnownAt(row, cut)) continue;
		const recorded = instantIn(row, 'recorded_at') !== null;
		if (at > cut) {
			// Whether it was attended is known only afterwards: such a row was read later.
			if ((!readAtCut && !recorded) || typeof row.attended === 'boolean') continue;
			next = Math.min(next, at);
		} else if (row.attended !== false) last = Math.max(last, at);
		if (!recorded) stamped = false;
		meetings++;
	}
	const known = meetings > 0 && (readAtCut || stamped);
	return {
		days_since_meeting:
			last === Number.NEGATIVE_INFINITY
				? NONE
				: { value: Math.floor((cut - last) / MS_PER_DAY), observedOn: null, note: `last on ${dayOf(last)}` },
		next_meeting: known ? nextMeeting(next, cut) : NONE,
	};
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function nextMeeting(next: number, cut: number): Measure {
	if (next === Number.POSITIVE_INFINITY) return { value: 'none', observedOn: null };
	const value = next - cut <= SOON_DAYS * MS_PER_DAY ? 'booked' : 'booked_later';
	return { value, observedOn: null, note: `on ${dayOf(next)}` };
}
