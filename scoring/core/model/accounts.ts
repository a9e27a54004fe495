import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Who a customer is, who looks after it, what it pays. */
export const ACCOUNTS: ObjectModel = {
	object: 'accounts',
	table: 'cs_accounts',
	key: ['account_id'],
	fields: [
		{ name: 'account_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'name', kind: 'text', sensitivity: 'confidential' },
		{ name: 'domain', kind: 'text', sensitivity: 'confidential' },
		{ name: 'parent_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'tier', kind: 'enum', allowed: ENUMS.get('cs_accounts.tier') ?? [], sensitivity: 'internal' },
		{ name: 'segment', kind: 'text', sensitivity: 'internal' },
		{ name: 'industry', kind: 'text', sensitivity: 'internal' },
		{ name: 'company_size', kind: 'text', sensitivity: 'internal' },
		{ name: 'country', kind: 'country', sensitivity: 'internal' },
		{ name: 'time_zone', kind: 'text', sensitivity: 'internal' },
		{ name: 'language', kind: 'text', sensitivity: 'internal' },
		{ name: 'currency', kind: 'currency', sensitivity: 'internal' },
		{ name: 'csm_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'ae_id', kind: 'id', sensitivity: 'internal' },
		{
			name: 'lifecycle_stage',
			kind: 'enum',
			allowed: ENUMS.get('cs_accounts.lifecycle_stage') ?? [],
			sensitivity: 'internal',
		},
		{ name: 'plan', kind: 'text', sensitivity: 'internal' },
		{ name: 'seats', kind: 'count', sensitivity: 'internal' },
		{ name: 'arr_minor', kind: 'money', sensitivity: 'confidential' },
		{ name: 'mrr_minor', kind: 'money', sensitivity: 'confidential' },
		{ name: 'started_on', kind: 'day', sensitivity: 'internal' },
		{ name: 'renewal_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'created_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'source', kind: 'id', sensitivity: 'internal' },
		{ name: 'source_updated_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'deleted', kind: 'boolean', sensitivity: 'internal' },
		{ name: 'row_hash', kind: 'id', sensitivity: 'internal' },
		{ name: 'custom_json', kind: 'json', sensitivity: 'confidential' },
	],
};
