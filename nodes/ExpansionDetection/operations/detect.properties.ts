import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

export const detectProperties: INodeProperties[] = [
	{
		displayName:
			'Connect rows of cs_accounts to Accounts, and to Records, in any order, the rows of cs_usage, cs_entitlements, cs_contract_lines, cs_prices, cs_contacts, cs_interactions, cs_tickets and cs_opportunities. An open opportunity among them is updated, never doubled. Model takes the rows of cs_models of a model trained on expansions (label column such as expanded); it is used only where it beats the base rates, and the summary says which is used. Scores gives a row of cs_scores, score expansion, per account that can grow; connect the rows of the run before to the input Scores for trend and delta. Nothing is sent by this node.',
		name: 'detectNotice',
		type: 'notice',
		default: '',
		...shownFor('detect'),
	},
];

/** Its options, which stand after the parameters of both operations. */
export const detectOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('detect'),
	options: [
		{
			displayName: 'Churn Risk From',
			name: 'saveFrom',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 60,
			description: 'An account with at least this churn risk is saved first: its opportunities are blocked',
		},
		{
			displayName: 'Health Below',
			name: 'fixBelow',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 70,
			description:
				'An account with a rounded health below this is fixed first: its opportunities are blocked',
		},
		{
			displayName: 'Leave Out Signals',
			name: 'leaveOut',
			type: 'string',
			default: '',
			placeholder: 'e.g. hiring_named, contract_headroom',
			description: 'Comma-separated IDs of signals that are not looked for',
		},
		{
			displayName: 'Minimum Strength',
			name: 'leastTogether',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			default: 0.5,
			description: 'How strong the signals of one type must be together for an opportunity, 0 to 1',
		},
		{
			displayName: 'Only Table Columns',
			name: 'onlyTableColumns',
			type: 'boolean',
			default: false,
			description:
				'Whether to output only the columns of cs_opportunities and cs_scores, ready for a Data Table insert, and of the opportunities only what is new, changed or closed',
		},
		{
			displayName: 'Rest Days',
			name: 'restDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 90,
			description:
				'Days after a deal was won or lost in which no new one of its type is opened for the account',
		},
		{
			displayName: 'Sales Cycle Days',
			name: 'cycleDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 90,
			description:
				'Days from finding an opportunity to its expected decision; what is sold within them is measured against the target of 85 %',
		},
	],
};
