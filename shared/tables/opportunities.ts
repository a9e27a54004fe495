import type { Table } from './Table';

/** Deals: renewals, expansions and new business, ours and those the CRM holds. */
export const opportunities: Table = {
	name: 'cs_opportunities',
	key: ['opportunity_id'],
	writer: 'sync stage; expansion and renewal stages',
	readers: ['health', 'expansion', 'renewal'],
	retention: { column: 'close_on', days: 2557, rule: '7 years after it was closed' },
	columns: [
		{ name: 'opportunity_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'kind', type: 'string', classification: 'internal', note: 'new, renewal, expansion' },
		{ name: 'source', type: 'string', classification: 'internal', note: 'system or signal it came from' },
		{ name: 'stage', type: 'string', classification: 'internal', note: 'as the CRM calls it' },
		{ name: 'amount_minor', type: 'number', classification: 'confidential', note: 'minor units' },
		{ name: 'currency', type: 'string', classification: 'internal', note: 'ISO 4217 of amount_minor' },
		{ name: 'probability', type: 'number', classification: 'confidential', note: '0 to 1' },
		{
			name: 'close_on',
			type: 'string',
			classification: 'confidential',
			note: 'expected day, or the day it was closed',
		},
		{ name: 'owner_id', type: 'string', classification: 'internal', note: 'person_id' },
		{
			name: 'evidence_json',
			type: 'string',
			classification: 'confidential',
			note: 'object: why it is there',
		},
		{
			name: 'effect_key',
			type: 'string',
			classification: 'internal',
			note: 'of its row in cs_outbox; null: the CRM had it first',
		},
		{ name: 'external_id', type: 'string', classification: 'internal', note: 'id of the deal in the CRM' },
		{ name: 'status', type: 'string', classification: 'internal', note: 'open, won, lost' },
	],
};
