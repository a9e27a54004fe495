import type { Table } from './Table';

/** What an account got for its money, claim by claim, with the evidence. */
export const valueLedger: Table = {
	name: 'cs_value_ledger',
	key: ['entry_id'],
	writer: 'value-review, people',
	readers: ['renewal', 'expansion', 'value-review'],
	retention: { column: 'acknowledged_at', days: 2557, rule: '7 years; an entry nobody acknowledged stays' },
	columns: [
		{ name: 'entry_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{
			name: 'kind',
			type: 'string',
			classification: 'internal',
			note: 'baseline, target, direct, operational, strategic, cost, cost_of_inaction',
		},
		{
			name: 'period',
			type: 'string',
			classification: 'internal',
			note: 'whole days: 2026, 2026-Q1, 2026-01, a day, two days with a slash between; a baseline or cost may be: once',
		},
		{ name: 'low_minor', type: 'number', classification: 'confidential', note: 'minor units' },
		{ name: 'base_minor', type: 'number', classification: 'confidential', note: 'minor units' },
		{ name: 'high_minor', type: 'number', classification: 'confidential', note: 'minor units' },
		{ name: 'currency', type: 'string', classification: 'internal', note: 'ISO 4217 of the amounts' },
		{
			name: 'formula',
			type: 'string',
			classification: 'confidential',
			note: 'how base_minor is worked out from the inputs in evidence_json: + - * / and parentheses, in major units',
		},
		{
			name: 'evidence_json',
			type: 'string',
			classification: 'confidential',
			note: 'object: source, outcome, inputs by name (major units), note',
		},
		{
			name: 'acknowledged_at',
			type: 'date',
			classification: 'internal',
			note: 'when the customer agreed; null: not yet',
		},
		{
			name: 'acknowledged_by',
			type: 'string',
			classification: 'confidential',
			note: 'contact_id of who agreed',
		},
	],
};
