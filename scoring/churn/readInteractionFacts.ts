import { mean } from '../core/mean';
import { instantIn } from '../measures/instantIn';
import type { Row } from '../measures/Records';
import type { FactsAt } from './ChurnFacts';
import { knownSpan } from './knownSpan';

const MS_PER_DAY = 86_400_000;
const RECENT_DAYS = 90;
const BEFORE_DAYS = 270;
const MOOD: Readonly<Record<string, number>> = { positive: 1, neutral: 0, negative: -1 };

/**
 * Relationship facts from cs_interactions: contacts of 30 and 90 days, days since the last one (a meeting the customer missed is none),
 * share of meetings attended in 90 days and in the 180 before, meetings missed in a row, mean sentiment (-1 to 1) and its shift.
 * An account without any interaction has none of them.
 *
 * @example
 * readInteractionFacts([{ interaction_id: 1, occurred_at: '1970-01-01', attended: true }])(86400000).meeting_attendance
 * // => 1
 */
export function readInteractionFacts(rows: readonly Row[]): FactsAt {
	const all = rows
		.flatMap((row) => {
			const at = instantIn(row, 'occurred_at');
			const mood = MOOD[String(row.sentiment).toLowerCase()] ?? null;
			return at === null ? [] : [{ at, mood, attended: answerIn(row), ...knownSpan(row) }];
		})
		.sort((left, right) => left.at - right.at);
	return (cut) => {
		const known = all.filter(({ at, from, until }) => at <= cut && from <= cut && until > cut);
		const within = (days: number, to = 0): typeof known =>
			known.filter(({ at }) => at <= cut - to * MS_PER_DAY && at > cut - days * MS_PER_DAY);
		const attendance = (list: typeof known): number | null =>
			mean(list.flatMap(({ attended }) => (attended === null ? [] : [attended ? 1 : 0])));
		const sentiment = (list: typeof known): number | null => mean(list.flatMap(({ mood }) => mood ?? []));
		const recent = within(RECENT_DAYS);
		const before = within(BEFORE_DAYS, RECENT_DAYS);
		const met = known.filter(({ attended }) => attended !== false).at(-1);
		const invited = known.filter(({ attended }) => attended !== null);
		const lastCame = invited.map(({ attended }) => attended).lastIndexOf(true);
		const now = sentiment(recent);
		const then = sentiment(before);
		return {
			contacts_30d: known.length === 0 ? null : within(30).length,
			contacts_90d: known.length === 0 ? null : recent.length,
			contacts_90d_change: known.length === 0 ? null : recent.length - before.length / 2,
			days_since_contact: met === undefined ? null : Math.floor((cut - met.at) / MS_PER_DAY),
			meetings_90d: known.length === 0 ? null : recent.filter(({ attended }) => attended !== null).length,
			meeting_attendance: attendance(recent),
			meeting_attendance_before: attendance(before),
			meetings_missed_in_a_row: invited.length === 0 ? null : invited.length - 1 - lastCame,
			sentiment: now,
			sentiment_shift: now === null || then === null ? null : now - then,
		};
	};
}

function answerIn(row: Row): boolean | null {
	if (row.attended === true || row.attended === 1) return true;
	return row.attended === false || row.attended === 0 ? false : null;
}
