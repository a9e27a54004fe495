import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Predict Churn. */
export const predictProperties: INodeProperties[] = [
	{
		displayName: 'What Is Known Of Accounts',
		name: 'rows',
		type: 'options',
		options: [
			{
				name: 'As the Model Was Trained',
				value: 'auto',
				description: 'Measured from Records for a model of snapshots, else the columns of the items',
			},
			{
				name: 'Columns of the Items',
				value: 'asGiven',
				description: 'The items have the same columns as the training rows',
			},
			{
				name: 'Measured From Records',
				value: 'fromRecords',
				description: 'The items are accounts, the history tables are on Records',
			},
		],
		default: 'auto',
		description: 'Where the facts come from that the model looks at',
		...shownFor('predict'),
	},
	{
		displayName: 'Model ID',
		name: 'modelId',
		type: 'string',
		default: '',
		placeholder: 'e.g. churn-2026-01-15',
		description: 'Which model of those on the Model input predicts. Leave empty for the newest.',
		...shownFor('predict'),
	},
];

/** Its options, which stand last. */
export const predictOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('predict'),
	options: [
		{
			displayName: 'Account Column',
			name: 'accountField',
			type: 'string',
			default: 'account_id',
			description: 'Field of the items that identifies the account',
		},
		{
			displayName: 'At Risk From (%)',
			name: 'atRiskFrom',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 50,
			description: 'An account with this probability or more has at_risk set',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: 'USD',
			description:
				'Accounts are ordered by the ARR to lose in this currency, with the rows of cs_rates on the Records input',
		},
		{
			displayName: 'Days Until (%)',
			name: 'untilPercent',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 85,
			description: 'The days are counted until the probability, going on as in recent weeks, exceeds this',
		},
		{
			displayName: 'Explain',
			name: 'explain',
			type: 'options',
			options: [
				{ name: 'All Accounts', value: 'all' },
				{ name: 'Most ARR to Lose', value: 'top', description: 'As many as Explain Limit says' },
				{ name: 'None', value: 'none', description: 'Only the numbers, for very many accounts' },
			],
			default: 'top',
			description: 'Which accounts get the reasons for their probability',
		},
		{
			displayName: 'Explain Limit',
			name: 'explainLimit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 500,
			description: 'How many accounts get reasons, those with the most ARR to lose first',
		},
		{
			displayName: 'Include Input Fields',
			name: 'includeInputFields',
			type: 'boolean',
			default: false,
			description: 'Whether to keep the fields of the item beside the prediction, under their own names',
		},
		{
			displayName: 'Only Table Columns',
			name: 'onlyTableColumns',
			type: 'boolean',
			default: false,
			description: 'Whether to output only the columns of cs_scores, ready for a Data Table insert',
		},
		{
			displayName: 'Stale After (Days)',
			name: 'staleAfterDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 45,
			description: 'A model trained longer ago than this gives a warning',
		},
	],
};
