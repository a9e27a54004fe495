import type { SourceReader } from '../../Source';
import { companyOf, enumValue, ownerId } from './propertyValues';
import { EFFECT_KEY } from '../hubspotResults';

const STATUS = {
	COMPLETED: 'done',
	DEFERRED: 'open',
	IN_PROGRESS: 'open',
	NOT_STARTED: 'open',
	WAITING: 'open',
};
const PRIORITY = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high', NONE: null };

/** The tasks that we made (they carry our effect key); what a person completes in HubSpot is done here. */
export const tasksReader: SourceReader = {
	fields: {
		title: 'hs_task_subject',
		text: 'hs_body_preview',
		priority: 'hs_task_priority',
		status: 'hs_task_status',
		due_at: 'hs_timestamp',
		owner_id: 'hubspot_owner_id',
		effect_key: EFFECT_KEY,
		closed_at: 'hs_task_completion_date',
	},
	needed: ['hs_lastmodifieddate'],
	shape: (record, mapped) => {
		const status = record.removed === true ? 'cancelled' : enumValue(mapped.status, STATUS);
		return [
			{
				object: 'tasks',
				accountExternalId: companyOf(record.fields),
				amounts: 'major',
				values: {
					...mapped,
					task_id: `hubspot:${record.id}`,
					priority: enumValue(mapped.priority, PRIORITY),
					status,
					owner_id: ownerId(mapped.owner_id),
					external_id: record.id,
					closed_at:
						status === 'done' || status === 'cancelled' ? (mapped.closed_at ?? record.updatedAt) : null,
				},
			},
		];
	},
};
