import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Deals: new business, renewals, expansions. */
export const OPPORTUNITIES: ObjectModel = {
	object: 'opportunities',
	table: 'cs_opportunities',
	key: ['opportunity_id'],
	fields: [
		{ name: 'opportunity_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', sensitivity: 'internal' },
		{
			name: 'kind',
			kind: 'enum',
			allowed: ENUMS.get('cs_opportunities.kind') ?? [],
			sensitivity: 'internal',
		},
		{ name: 'source', kind: 'text', sensitivity: 'internal' },
		{ name: 'stage', kind: 'text', sensitivity: 'internal' },
		{ name: 'amount_minor', kind: 'money', sensitivity: 'confidential' },
		{ name: 'currency', kind: 'currency', sensitivity: 'internal' },
		{ name: 'probability', kind: 'rate', sensitivity: 'confidential' },
		{ name: 'close_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'owner_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'evidence_json', kind: 'json', sensitivity: 'confidential' },
		{ name: 'effect_key', kind: 'id', sensitivity: 'internal' },
		{ name: 'external_id', kind: 'id', sensitivity: 'internal' },
		{
			name: 'status',
			kind: 'enum',
			allowed: ENUMS.get('cs_opportunities.status') ?? [],
			sensitivity: 'internal',
		},
	],
};
