import { readField } from '../fields/readField';
import type { Json } from './ItemPreset';
import type { VendorShape } from './VendorShape';

const KINDS: Readonly<Record<string, string>> = {
	CALL: 'call',
	EMAIL: 'email',
	INCOMING_EMAIL: 'email',
	MEETING: 'meeting',
	NOTE: 'note',
};
const ATTENDED: Readonly<Record<string, boolean>> = { COMPLETED: true, NO_SHOW: false };
const MS_PER_MINUTE = 60_000;

/**
 * An engagement of HubSpot's first API (what the HubSpot node's engagements are) as an interaction; null when the item is none. Tasks are no
 * contact with the customer and give no row.
 */
export function hubspotEngagement(item: Json): VendorShape | null {
	const { engagement } = item;
	if (typeof engagement !== 'object' || engagement === null) return null;
	const at = (name: string): unknown => readField(item, name);
	const id = String(at('engagement.id'));
	const type = String(at('engagement.type'));
	const company = at('associations.companyIds.0');
	const contact = at('associations.contactIds.0');
	const record = { id, updatedAt: null, fields: item };
	if (type === 'TASK') return { record, shaped: [] };
	const start = Number(at('metadata.startTime'));
	const end = Number(at('metadata.endTime'));
	const duration = Number(at('metadata.durationMilliseconds'));
	const minutes =
		end > start ? (end - start) / MS_PER_MINUTE : duration > 0 ? duration / MS_PER_MINUTE : null;
	return {
		record,
		shaped: [
			{
				object: 'interactions',
				accountExternalId: company === null ? null : String(company),
				amounts: 'major',
				values: {
					interaction_id: `hubspot:${id}`,
					contact_id: contact === null ? null : `hubspot:${String(contact)}`,
					kind: KINDS[type] ?? type,
					occurred_at: type === 'MEETING' && start > 0 ? start : at('engagement.timestamp'),
					attended: ATTENDED[String(at('metadata.meetingOutcome'))] ?? null,
					minutes,
					text: at('metadata.title') ?? at('metadata.subject') ?? at('engagement.bodyPreview'),
				},
			},
		],
	};
}
