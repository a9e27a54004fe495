import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** What a contract holds, product by product. */
export const CONTRACT_LINES: ObjectModel = {
	object: 'contractLines',
	table: 'cs_contract_lines',
	key: ['line_id'],
	fields: [
		{ name: 'line_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'contract_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'product_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'quantity', kind: 'number', sensitivity: 'confidential' },
		{ name: 'unit_price_minor', kind: 'money', sensitivity: 'confidential' },
		{ name: 'arr_minor', kind: 'money', sensitivity: 'confidential' },
		{ name: 'currency', kind: 'currency', sensitivity: 'internal' },
		{ name: 'starts_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'ends_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'replaces_line_id', kind: 'id', sensitivity: 'internal' },
		{
			name: 'status',
			kind: 'enum',
			allowed: ENUMS.get('cs_contract_lines.status') ?? [],
			sensitivity: 'internal',
		},
		{ name: 'recorded_at', kind: 'instant', sensitivity: 'internal' },
		{ name: 'superseded_at', kind: 'instant', sensitivity: 'internal' },
	],
};
