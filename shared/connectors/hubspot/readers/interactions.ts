import type { SourceReader } from '../../Source';
import { companyOf } from './propertyValues';

/** Meetings and whether the customer came: COMPLETED and NO_SHOW say so, a scheduled, moved or cancelled meeting says nothing. */
const ATTENDED: Readonly<Record<string, boolean>> = { COMPLETED: true, NO_SHOW: false };

export const interactionsReader: SourceReader = {
	fields: {
		kind: 'hs_activity_type',
		occurred_at: 'hs_meeting_start_time',
		attended: 'hs_meeting_outcome',
		text: 'hs_internal_meeting_notes',
	},
	needed: ['hs_timestamp', 'hs_meeting_end_time', 'hs_meeting_title', 'hs_lastmodifieddate'],
	shape: (record, mapped) => {
		const { fields } = record;
		const occurredAt = mapped.occurred_at ?? fields.hs_timestamp ?? null;
		return [
			{
				object: 'interactions',
				accountExternalId: companyOf(fields),
				amounts: 'major',
				values: {
					...mapped,
					interaction_id: `hubspot:${record.id}`,
					kind: kindOf(mapped.kind, fields.hs_meeting_title),
					occurred_at: occurredAt,
					attended:
						typeof mapped.attended === 'boolean'
							? mapped.attended
							: (ATTENDED[String(mapped.attended)] ?? null),
					minutes: minutesBetween(occurredAt, fields.hs_meeting_end_time),
					text: mapped.text ?? fields.hs_meeting_title ?? null,
				},
			},
		];
	},
};

/** A portal names its own meeting types; the words of ours are found in the type, else in the title. */
function kindOf(type: unknown, title: unknown): string {
	const words =
		`${typeof type === 'string' ? type : ''} ${typeof title === 'string' ? title : ''}`.toLowerCase();
	if (/\bqbr\b|quarterly business review|executive business review/.test(words)) return 'qbr';
	if (/training|workshop/.test(words)) return 'training';
	return /webinar/.test(words) ? 'webinar' : 'meeting';
}

function minutesBetween(from: unknown, to: unknown): number | null {
	if (typeof from !== 'string' || typeof to !== 'string') return null;
	const minutes = (Date.parse(to) - Date.parse(from)) / 60_000;
	return Number.isFinite(minutes) && minutes >= 0 ? minutes : null;
}
