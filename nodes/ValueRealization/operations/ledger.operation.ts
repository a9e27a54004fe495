import { shownFor } from '../shownFor';
import type { ValueOperation } from '../ValueOperation';
import { ledgerRows } from './ledger';

/** Rows of the value ledger in; each checked, totals by kind, and promised against realised. */
export const ledgerOperation: ValueOperation = {
	resource: 'value',
	option: {
		name: 'Check Value Ledger',
		description:
			'Recompute every entry from its evidence, add up what is evidenced, and list what is not and why',
		action: 'Check the value ledger',
	},
	subtitle: 'check value ledger',
	inputs: ['Ledger', 'Records'],
	outputs: ['Entries', 'Totals', 'Outcomes', 'Summary'],
	properties: [
		{
			displayName:
				'Connect rows of cs_value_ledger to the first input, and rows of cs_rates to Records for totals in one currency. An entry counts when it has a source and a formula that gives its amount; evidence_json holds { "source", "outcome", "inputs" }.',
			name: 'ledgerNotice',
			type: 'notice',
			default: '',
			...shownFor('ledger'),
		},
		{
			displayName: 'Only Acknowledged Value',
			name: 'acknowledgedOnly',
			type: 'boolean',
			default: false,
			description: 'Whether totals hold only what the customer agreed to',
			...shownFor('ledger'),
		},
	],
	run: ledgerRows,
};
