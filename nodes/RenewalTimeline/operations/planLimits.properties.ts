import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

const percent = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	default: 0,
	description,
});

/** The most that the node may suggest to keep a customer; nothing without them. */
export const planLimits: INodeProperties = {
	displayName: 'Incentive Limits',
	name: 'limits',
	type: 'collection',
	placeholder: 'Add Limit',
	default: {},
	description: 'The most that may be suggested to keep a customer. Without limits nothing is suggested.',
	options: [
		percent(
			'All Together (%)',
			'totalPercent',
			'The most of all incentives together, in percent of the yearly amount. Not set: the sum of the others.',
		),
		percent('Discount (%)', 'discountPercent', 'In percent of the yearly amount'),
		percent('Discount for Two Years or More (%)', 'termPercent', 'On top, in percent of the yearly amount'),
		{
			displayName: 'Price Lock (Months)',
			name: 'priceLockMonths',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How long the price may be promised to stay',
		},
		percent('Service Credit (%)', 'creditPercent', 'Once, in percent of the yearly amount'),
	],
	...shownFor('plan'),
};
