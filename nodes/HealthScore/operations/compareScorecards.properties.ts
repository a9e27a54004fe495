import type { INodeProperties } from 'n8n-workflow';

export const compareScorecardsProperties: INodeProperties[] = [
	{
		displayName: 'Compare With',
		name: 'otherScorecard',
		type: 'options',
		options: [
			{ name: 'CRM Only', value: 'crm' },
			{ name: 'Five Sub-Scores', value: 'subScores' },
			{ name: 'Framework', value: 'framework' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'framework',
		description: 'The other scorecard; changes are counted from it to the one above',
		displayOptions: { show: { operation: ['compareScorecards'] } },
	},
	{
		displayName: 'Other Scorecard JSON',
		name: 'otherScorecardJson',
		type: 'json',
		typeOptions: { rows: 6 },
		required: true,
		default: '{\n  "preset": "framework",\n  "weights": { "product_usage": 0.3 }\n}',
		displayOptions: { show: { operation: ['compareScorecards'], otherScorecard: ['json'] } },
	},
	{
		displayName: 'Weeks of History',
		name: 'compareWeeks',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 104 },
		default: 0,
		description:
			'How many earlier weeks to compare on as well. Needs the Records input, from which the accounts are measured again.',
		displayOptions: { show: { operation: ['compareScorecards'] } },
	},
];
