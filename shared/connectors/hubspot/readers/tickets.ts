import type { SourceReader } from '../../Source';
import { companyOf, enumValue } from './propertyValues';

const PRIORITY = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high', URGENT: 'urgent' };

/** Tickets; closed is what the pipeline's stage says is closed, whatever it is called. */
export const ticketsReader: SourceReader = {
	fields: {
		priority: 'hs_ticket_priority',
		status: 'hs_pipeline_stage',
		category: 'hs_ticket_category',
		opened_at: 'createdate',
		first_response_at: 'first_agent_reply_date',
		resolved_at: 'closed_date',
	},
	needed: ['hs_pipeline', 'hs_pipeline_stage', 'hs_lastmodifieddate'],
	shape: (record, mapped) => {
		const category = mapped.category;
		return [
			{
				object: 'tickets',
				accountExternalId: companyOf(record.fields),
				amounts: 'major',
				values: {
					...mapped,
					ticket_id: `hubspot:${record.id}`,
					priority: enumValue(mapped.priority, PRIORITY),
					status: statusOf(record.fields, mapped.status),
					category: typeof category === 'string' ? category.toLowerCase().replaceAll(';', ', ') : null,
				},
			},
		];
	},
};

/** A stage that is not in the pipelines any more stays as it is, to be reported. */
function statusOf(fields: Readonly<Record<string, unknown>>, mapped: unknown): unknown {
	if (mapped !== fields.hs_pipeline_stage) return mapped ?? null;
	const label = fields['@stage'];
	if (typeof label !== 'string') return mapped ?? null;
	if (fields['@closed'] === true) return 'closed';
	if (/waiting on (contact|customer)|on hold|pending/i.test(label)) return 'pending';
	return /resolved|solved/i.test(label) ? 'resolved' : 'open';
}
