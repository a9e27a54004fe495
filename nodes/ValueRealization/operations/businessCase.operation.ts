import type { ValueOperation } from '../ValueOperation';
import { businessCaseRows } from './businessCase';
import { businessCaseProperties } from './businessCase.properties';

/** Accounts in; a business case of each in three scenarios, and alternatives beside it. */
export const businessCaseOperation: ValueOperation = {
	resource: 'value',
	option: {
		name: 'Build Business Case',
		description:
			'Benefits against cost over the years in a conservative, a realistic and an optimistic scenario, and alternatives beside it',
		action: 'Build a business case',
	},
	subtitle: 'build business case',
	inputs: ['Accounts', 'Records'],
	outputs: ['Business Cases', 'Scenarios', 'Alternatives'],
	properties: businessCaseProperties,
	run: businessCaseRows,
};
