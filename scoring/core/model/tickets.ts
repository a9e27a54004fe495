import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Support tickets. */
export const TICKETS: ObjectModel = {
	object: 'tickets',
	table: 'cs_tickets',
	key: ['ticket_id'],
	fields: [
		{ name: 'ticket_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', sensitivity: 'internal' },
		{
			name: 'priority',
			kind: 'enum',
			allowed: ENUMS.get('cs_tickets.priority') ?? [],
			sensitivity: 'internal',
		},
		{ name: 'status', kind: 'enum', allowed: ENUMS.get('cs_tickets.status') ?? [], sensitivity: 'internal' },
		{ name: 'category', kind: 'text', sensitivity: 'internal' },
		{ name: 'opened_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'first_response_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'resolved_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'csat', kind: 'number', sensitivity: 'confidential' },
		{ name: 'escalated', kind: 'boolean', sensitivity: 'internal' },
	],
};
