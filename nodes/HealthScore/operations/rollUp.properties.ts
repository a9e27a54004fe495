import type { INodeProperties } from 'n8n-workflow';

export const rollUpProperties: INodeProperties[] = [
	{
		displayName: 'Group By',
		name: 'groupBy',
		type: 'string',
		default: 'tier, industry, company_size, csm_id',
		placeholder: 'e.g. tier, industry',
		description:
			'Fields to group by, with commas between. Fields may stand in the items or in account rows on the Records input.',
		displayOptions: { show: { operation: ['rollUp'] } },
	},
	{
		displayName: 'Report Currency',
		name: 'reportCurrency',
		type: 'string',
		default: 'USD',
		placeholder: 'e.g. USD',
		description: 'ARR is added up in this currency, with the rates on the Records input',
		displayOptions: { show: { operation: ['rollUp', 'compareScorecards'] } },
	},
	{
		displayName: 'Accounts to Call',
		name: 'callListLength',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1000 },
		default: 10,
		description: 'How many accounts the call list holds, ordered by ARR at risk',
		displayOptions: { show: { operation: ['rollUp'] } },
	},
	{
		displayName: 'Options',
		name: 'rollUpOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { operation: ['rollUp'] } },
		options: [
			{
				displayName: 'At Risk Below',
				name: 'atRiskBelow',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100 },
				default: 70,
				description: 'Accounts with a rounded score below this are at risk',
			},
			{
				displayName: 'Churn Risk Below',
				name: 'churnRiskBelow',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100 },
				default: 50,
				description: 'Accounts with a rounded score below this are at risk of churn',
			},
			{
				displayName: 'Parent Accounts',
				name: 'families',
				type: 'options',
				options: [
					{ name: 'Mean of Children, Weighted by ARR', value: 'arr_weighted' },
					{ name: 'None', value: 'none' },
					{ name: 'Plain Mean of Children', value: 'mean' },
					{ name: 'Worst Child', value: 'worst' },
				],
				default: 'none',
				description:
					'Whether to add one item per parent account (field parent_id), and how it is made from its children',
			},
		],
	},
];
