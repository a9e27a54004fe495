import { instantIn } from './instantIn';
import { isKnownAt } from './isKnownAt';
import type { Measure, Measures, Row } from './Records';

const SPAN_DAYS = 90;
const DAYS_PER_MONTH = 365.25 / 12;
const MS_PER_DAY = 86_400_000;
const NONE: Measure = { value: null, observedOn: null };

/**
 * Relationship metrics from cs_interactions of the last 90 days: `meeting_attendance_rate` in percent (interactions that say
 * whether the customer attended) and `communication_frequency` in contacts per month. An account with interactions only before
 * that has a frequency of 0; one without any has none.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureInteractions([{ interaction_id: 1, occurred_at: '1970-01-01', attended: true }], 1000).meeting_attendance_rate?.value
 * // => 100
 */
export function measureInteractions(rows: readonly Row[], cut: number): Measures {
	let known = 0;
	let recent = 0;
	let meetings = 0;
	let attended = 0;
	let newest = Number.NEGATIVE_INFINITY;
	for (const row of rows) {
		const at = instantIn(row, 'occurred_at');
		if (at === null || at > cut || !isKnownAt(row, cut)) continue;
		known++;
		if (at <= cut - SPAN_DAYS * MS_PER_DAY) continue;
		recent++;
		if (typeof row.attended !== 'boolean' && row.attended !== 1 && row.attended !== 0) continue;
		meetings++;
		if (row.attended === true || row.attended === 1) attended++;
		if (at > newest) newest = at;
	}
	return {
		meeting_attendance_rate:
			meetings === 0
				? NONE
				: {
						value: (100 * attended) / meetings,
						observedOn: new Date(newest).toISOString().slice(0, 10),
						note: `${attended} of ${meetings} meetings attended`,
					},
		communication_frequency:
			known === 0
				? NONE
				: {
						value: (recent * DAYS_PER_MONTH) / SPAN_DAYS,
						observedOn: null,
						note: `${recent} contacts in ${SPAN_DAYS} days`,
					},
	};
}
