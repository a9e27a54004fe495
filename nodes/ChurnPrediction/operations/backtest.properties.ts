import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Backtest. */
export const backtestProperties: INodeProperties[] = [
	{
		displayName: 'Score',
		name: 'scoreName',
		type: 'string',
		default: 'health',
		placeholder: 'e.g. health',
		description:
			'Which score of the rows is judged: rows with another value in the column score are left out. Empty: all rows.',
		...shownFor('backtest'),
	},
	{
		displayName: 'Risk Is',
		name: 'riskIs',
		type: 'options',
		options: [
			{ name: 'A High Value', value: 'high', description: 'As with a churn probability' },
			{ name: 'A Low Value', value: 'low', description: 'As with a health score' },
			{
				name: 'Told by the Name',
				value: 'auto',
				description:
					'Health is low, churn is high; for other names whichever fits what happened, and it says so',
			},
		],
		default: 'auto',
		description: 'Which values mean that an account may leave',
		...shownFor('backtest'),
	},
	{
		displayName: 'Days Ahead',
		name: 'mainHorizon',
		type: 'options',
		options: [
			{ name: '30', value: 30 },
			{ name: '60', value: 60 },
			{ name: '90', value: 90 },
			{ name: '180', value: 180 },
		],
		default: 90,
		description: 'How early the score had to know it, for the verdict and the lists. All four are measured.',
		...shownFor('backtest'),
	},
	{
		displayName: 'At Risk Threshold',
		name: 'threshold',
		type: 'string',
		default: '',
		placeholder: 'e.g. 70',
		description:
			'An account counts as flagged when its value is below this (risk is a low value), or this and above (risk is a high value). Leave empty for 70 where low is risk, and the riskiest fifth where high is.',
		...shownFor('backtest'),
	},
];

/** Its options, which stand last. */
export const backtestOptions: INodeProperties = {
	displayName: 'Options',
	name: 'backtestOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('backtest'),
	options: [
		{
			displayName: 'Account Column',
			name: 'accountField',
			type: 'string',
			default: 'account_id',
			description: 'Field of the items with the account',
		},
		{
			displayName: 'Columns of Its Parts',
			name: 'componentFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. product_usage=30, engagement=20',
			description:
				'Columns with the points (0 to 100) of what the score is made of, each with its present weight in percent, to suggest better weights. Not needed for rows whose score is named such as health.engagement.',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: 'USD',
			description:
				'Churned ARR is added up in this currency, with the rows of cs_rates on Records. Not set: the most frequent one.',
		},
		{
			displayName: 'Day Column',
			name: 'dayField',
			type: 'string',
			default: 'as_of_on',
			description: 'Field of the items with the day of the value',
		},
		{
			displayName: 'Seed',
			name: 'seed',
			type: 'number',
			default: 1,
			description: 'Another number draws other samples where weights are suggested',
		},
		{
			displayName: 'Value Column',
			name: 'valueField',
			type: 'string',
			default: 'value',
			description: 'Field of the items with the value of the score',
		},
	],
};
