import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Contracts and subscriptions with their terms. */
export const CONTRACTS: ObjectModel = {
	object: 'contracts',
	table: 'cs_contracts',
	key: ['contract_id'],
	fields: [
		{ name: 'contract_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'previous_contract_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'signed_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'starts_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'ends_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'term_months', kind: 'count', sensitivity: 'confidential' },
		{ name: 'auto_renew', kind: 'boolean', sensitivity: 'confidential' },
		{ name: 'notice_days', kind: 'count', sensitivity: 'confidential' },
		{ name: 'uplift_rate', kind: 'rate', sensitivity: 'confidential' },
		{
			name: 'status',
			kind: 'enum',
			allowed: ENUMS.get('cs_contracts.status') ?? [],
			sensitivity: 'internal',
		},
	],
};
