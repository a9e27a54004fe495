import type { INodeProperties } from 'n8n-workflow';

/** What the user sells besides more of the same; prices stand in cs_prices. */
export const productProperties: INodeProperties[] = [
	{
		displayName: 'Products',
		name: 'products',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Product',
		default: {},
		description:
			'Modules and products that answer a signal. Their prices come from the rows of cs_prices on Records; a product whose price has an expansion type as its metric needs no entry here.',
		options: [
			{
				displayName: 'Product',
				name: 'product',
				values: [
					{
						displayName: 'Answers Signals',
						name: 'answers',
						type: 'string',
						default: '',
						placeholder: 'e.g. advanced_adoption, integrations',
						description: 'Comma-separated IDs of the signals it answers. Empty: all of its type.',
					},
					{
						displayName: 'Complexity',
						name: 'complexity',
						type: 'options',
						options: [
							{ name: 'Complex', value: 'complex' },
							{ name: 'High', value: 'high' },
							{ name: 'Low', value: 'low' },
							{ name: 'Medium', value: 'medium' },
							{ name: 'Not Known', value: '' },
						],
						default: '',
						description: 'How hard it is to put in place; stands in the technical brief',
					},
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Multi-Region Compliance Platform',
						description: 'Name for people',
					},
					{
						displayName: 'Needs Products',
						name: 'needs',
						type: 'string',
						default: '',
						placeholder: 'e.g. plan_enterprise',
						description: 'Comma-separated product IDs an account must have for it',
					},
					{
						displayName: 'Product ID',
						name: 'productId',
						type: 'string',
						default: '',
						placeholder: 'e.g. multi_region',
						description: 'As product_id in cs_prices and cs_contract_lines',
					},
					{
						displayName: 'Tiers',
						name: 'tiers',
						type: 'string',
						default: '',
						placeholder: 'e.g. professional, enterprise',
						description: 'Comma-separated tiers it is sold to. Empty: all.',
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Add-On', value: 'add_on' },
							{ name: 'Cross-Sell', value: 'cross_sell' },
							{ name: 'Geographic', value: 'geographic' },
							{ name: 'New Use Case', value: 'new_use_case' },
						],
						default: 'cross_sell',
						description: 'What kind of expansion it is',
					},
				],
			},
		],
	},
];
