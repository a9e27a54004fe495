import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Meetings, calls and mails with a customer. */
export const INTERACTIONS: ObjectModel = {
	object: 'interactions',
	table: 'cs_interactions',
	key: ['interaction_id'],
	fields: [
		{ name: 'interaction_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'contact_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'kind', kind: 'enum', allowed: ENUMS.get('cs_interactions.kind') ?? [], sensitivity: 'internal' },
		{ name: 'occurred_at', kind: 'instant', required: true, sensitivity: 'internal' },
		{ name: 'attended', kind: 'boolean', sensitivity: 'internal' },
		{ name: 'minutes', kind: 'number', sensitivity: 'internal' },
		{
			name: 'sentiment',
			kind: 'enum',
			allowed: ENUMS.get('cs_interactions.sentiment') ?? [],
			sensitivity: 'confidential',
		},
		{ name: 'text', kind: 'text', sensitivity: 'restricted' },
	],
};
