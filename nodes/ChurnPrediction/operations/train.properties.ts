import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Train. */
export const trainProperties: INodeProperties[] = [
	{
		displayName: 'Columns to Leave Out',
		name: 'leaveOut',
		type: 'string',
		default: '',
		placeholder: 'e.g. cancelled_at, exit_survey',
		description:
			'Columns that must not be used, with commas between: what is filled in only once an account has left, and names',
		...shownFor('train'),
	},
	{
		displayName: 'Learner',
		name: 'learner',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'As much as the number of churned accounts allows, several learners blended',
			},
			{ name: 'Boosted Trees', value: 'gbdt', description: 'Best alone with thousands of accounts' },
			{ name: 'Linear', value: 'lr', description: 'Simplest to explain' },
			{ name: 'Random Forest', value: 'rf', description: 'Robust with few accounts' },
		],
		default: 'auto',
		description: 'How the model learns. Automatic is right unless you compare.',
		...shownFor('train'),
	},
	{
		displayName: 'Model ID',
		name: 'newModelId',
		type: 'string',
		default: '',
		placeholder: 'e.g. churn-2026-01-15',
		description: 'Name of the model in cs_models. Leave empty for churn- and the day of As Of.',
		...shownFor('train'),
	},
];

/** Its options, which stand last. */
export const trainOptions: INodeProperties = {
	displayName: 'Options',
	name: 'trainOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('train'),
	options: [
		{
			displayName: 'Account Column',
			name: 'accountField',
			type: 'string',
			default: 'account_id',
			description:
				'Column with the account. Rows of one account are never used to check what was learned from its other rows. Empty: every row is an account of its own.',
		},
		{
			displayName: 'Day Column',
			name: 'dayField',
			type: 'string',
			default: 'as_of_on',
			description: 'Column with the day the row was true; dates become ages counted to it. Empty: none.',
		},
		{
			displayName: 'Rule Score Column',
			name: 'ruleField',
			type: 'string',
			default: 'rule_risk',
			description:
				'Column with the score of the rules (higher is riskier), shown beside the model in its card',
		},
		{
			displayName: 'Seed',
			name: 'seed',
			type: 'number',
			default: 1,
			description: 'Another number draws other samples; the same number gives the same model',
		},
	],
};
