import type { ValueOperation } from '../ValueOperation';
import { costOfInactionRows } from './costOfInaction';
import { costOfInactionProperties } from './costOfInaction.properties';

/** Accounts in; what it costs each to go on as before, and which assumption matters most. */
export const costOfInactionOperation: ValueOperation = {
	resource: 'value',
	option: {
		name: 'Calculate Cost of Inaction',
		description:
			'What it costs to go on as before, from assumptions with a range, and which of them matters most',
		action: 'Calculate the cost of inaction',
	},
	subtitle: 'cost of inaction',
	inputs: ['Accounts', 'Records'],
	outputs: ['Ledger', 'Sensitivity', 'Summary'],
	properties: costOfInactionProperties,
	run: costOfInactionRows,
};
