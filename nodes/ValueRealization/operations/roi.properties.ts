import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

const shown = (show: Readonly<Record<string, string[]>>): Pick<INodeProperties, 'displayOptions'> => ({
	displayOptions: { show: { operation: ['roi'], ...show } },
});

/** Parameters of Measure ROI. */
export const roiProperties: INodeProperties[] = [
	{
		displayName:
			'Connect accounts to the first input, and rows of cs_value_ledger and cs_rates to Records. Only value with a source, a formula that gives its amount, and a period that is over counts.',
		name: 'roiNotice',
		type: 'notice',
		default: '',
		...shownFor('roi'),
	},
	{
		displayName: 'Value From',
		name: 'valueFrom',
		type: 'options',
		options: [
			{ name: 'Fields of the Account', value: 'fields', description: 'Two amounts that are known already' },
			{ name: 'Value Ledger', value: 'ledger', description: 'Evidenced entries on the Records input' },
		],
		default: 'ledger',
		...shownFor('roi'),
	},
	{
		displayName: 'Value Field',
		name: 'valueField',
		type: 'string',
		default: 'value_minor',
		description: 'Field with the value of a year, in minor units (cents)',
		...shown({ valueFrom: ['fields'] }),
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'From the first to the last entry that counts' },
			{ name: 'Last 12 Months', value: 'last12', description: 'To the day' },
			{
				name: 'Last Four Quarters',
				value: 'quarters',
				description: 'Those that are over, so that quarters and months count whole',
			},
			{ name: 'Own', value: 'own' },
		],
		default: 'quarters',
		description:
			'Entries count whose whole period lies in it. The price is taken for the same days, from the start of the customer on.',
		...shown({ valueFrom: ['ledger'] }),
	},
	{
		displayName: 'Own Period',
		name: 'ownPeriod',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2025 or 2025-07-01/2026-06-30',
		description: 'A year, a quarter (2025-Q3), a month (2025-07), or two days with a slash between',
		...shown({ period: ['own'] }),
	},
	{
		displayName: 'Cost From',
		name: 'costFrom',
		type: 'options',
		options: [
			{ name: 'Field of the Account', value: 'field' },
			{ name: 'Ledger', value: 'ledger', description: 'Entries of the kind cost' },
			{ name: 'Price', value: 'price', description: 'ARR of the account, for the period' },
			{
				name: 'Price and Ledger',
				value: 'priceAndLedger',
				description: "ARR of the account and, on top, entries of the kind cost: the customer's own effort",
			},
		],
		default: 'priceAndLedger',
		...shownFor('roi'),
	},
	{
		displayName: 'Cost Field',
		name: 'costField',
		type: 'string',
		default: 'cost_minor',
		description: 'Field with the cost of the same period as the value, in minor units (cents)',
		...shown({ costFrom: ['field'] }),
	},
	{
		displayName: 'Options',
		name: 'roiOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Discount Rate',
				name: 'discountRate',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 4 },
				default: 0.1,
				description: 'Per year, for the net present value; 0.1 is 10 %. There is no standard rate.',
			},
			{
				displayName: 'Only Acknowledged Value',
				name: 'acknowledgedOnly',
				type: 'boolean',
				default: false,
				description: 'Whether only value counts that the customer agreed to',
			},
			{
				displayName: 'Only Table Columns',
				name: 'onlyTableColumns',
				type: 'boolean',
				default: false,
				description: 'Whether rows hold only the columns of cs_scores, ready for a Data Table insert',
			},
			{
				displayName: 'Value Growth per Year',
				name: 'growth',
				type: 'number',
				typeOptions: { numberPrecision: 4 },
				default: 0,
				description:
					'How the value of this year grows in the years after; 0.15 is 15 %. An account with a list "trajectory" says its own.',
			},
			{
				displayName: 'Years',
				name: 'years',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 20 },
				default: 3,
				description: 'Length of the trajectory',
			},
		],
		...shownFor('roi'),
	},
];
