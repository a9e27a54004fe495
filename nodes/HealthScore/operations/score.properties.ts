import type { INodeProperties } from 'n8n-workflow';

export const scoreProperties: INodeProperties[] = [
	{
		displayName: 'Run ID',
		name: 'runId',
		type: 'string',
		default: '={{ $execution.id }}',
		description: 'Names the run in every row, so that rows of an earlier run can be replaced',
		displayOptions: { show: { operation: ['score'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { operation: ['score'] } },
		options: [
			{
				displayName: 'At Risk Below',
				name: 'atRiskBelow',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100 },
				default: 70,
				description: 'An account with a rounded score below this has at_risk set',
			},
			{
				displayName: 'Explanation',
				name: 'explanation',
				type: 'options',
				options: [
					{
						name: 'Full',
						value: 'full',
						description: 'Reason, contributions, what changed, next step and actions of every account',
					},
					{
						name: 'None',
						value: 'none',
						description: 'Only the numbers, for very many accounts: reason and detail_json stay empty',
					},
				],
				default: 'full',
				description:
					'How much each row says about its score. Saved executions of 100,000 accounts need None.',
			},
			{
				displayName: 'Include Input Fields',
				name: 'includeInputFields',
				type: 'boolean',
				default: false,
				description: 'Whether to keep the fields of the account item beside the score, under their own names',
			},
			{
				displayName: 'Minimum Coverage',
				name: 'minimumCoverage',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 0.4,
				description:
					'Share of the weight, 0 to 1, that must have been observed. With less the result is insufficient data. Not set: as the scorecard says.',
			},
			{
				displayName: 'Only Table Columns',
				name: 'onlyTableColumns',
				type: 'boolean',
				default: false,
				description: 'Whether to output only the columns of cs_scores, ready for a Data Table insert',
			},
			{
				displayName: 'Peers By',
				name: 'peersBy',
				type: 'string',
				default: 'segment',
				placeholder: 'e.g. segment',
				description: 'Field whose value groups accounts for metrics that are compared with peers',
			},
		],
	},
];
