import type { INodeProperties } from 'n8n-workflow';

/** Where revenue and renewal days come from in an org that keeps them on no field of the account. */
export const salesforceOptions: INodeProperties[] = [
	{
		displayName: 'ARR From',
		name: 'arr_from',
		type: 'options',
		options: [
			{
				name: 'Contracts',
				value: 'contracts',
				description:
					'Sum over running contracts of the field that is mapped to ARR under Field Mapping > Subscriptions (subscriptions.arr_minor); without that mapping there is no ARR',
			},
			{ name: 'No', value: '', description: 'Only from a field of the account that is mapped' },
			{
				name: 'Won Opportunities',
				value: 'opportunities',
				description: 'Sum of the amounts since the last renewal that was won',
			},
		],
		default: '',
		description:
			'How ARR is made where no field of the account is mapped. Contracts need subscriptions.arr_minor mapped. Annual Revenue is what the customer earns and is never used.',
	},
	{
		displayName: 'Renewal Day From',
		name: 'renewal_from',
		type: 'options',
		options: [
			{ name: 'Contracts', value: 'contracts', description: 'Last end of a running contract' },
			{ name: 'No', value: '', description: 'Only from a field of the account that is mapped' },
		],
		default: '',
		description: 'How the renewal day is made where no field of the account is mapped',
	},
];
