import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Estimate Lifetime. */
export const estimateLifetimeProperties: INodeProperties[] = [
	{
		displayName: 'Group By',
		name: 'groupBy',
		type: 'string',
		default: 'segment',
		placeholder: 'e.g. tier',
		description:
			'Account column: each of its values gets a curve of its own, beside the one of all accounts. Leave empty for all accounts only.',
		...shownFor('estimateLifetime'),
	},
	{
		displayName: 'Horizon (Months)',
		name: 'horizonMonths',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 120 },
		default: 12,
		description: 'Retention is told after so many months, and the mean time left within them',
		...shownFor('estimateLifetime'),
	},
];

/** Its options, which stand last. */
export const estimateLifetimeOptions: INodeProperties = {
	displayName: 'Options',
	name: 'lifetimeOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('estimateLifetime'),
	options: [
		{
			displayName: 'Churns Recorded Since',
			name: 'recordedSince',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2023-01-01',
			description:
				'First day of which every churn is in cs_outcomes. Accounts that began before count only from then on, because who had left before is not in the data. Empty: the day of the first outcome.',
		},
		{
			displayName: 'Columns That Never Change',
			name: 'staticColumns',
			type: 'string',
			default: '',
			placeholder: 'e.g. industry, country',
			description:
				'Account columns, with commas between, that were the same since the account began. With the group they may tell accounts apart better than the curves do; the run checks that and says so.',
		},
		{
			displayName: 'Confidence',
			name: 'confidence',
			type: 'options',
			options: [
				{ name: '80 %', value: 80 },
				{ name: '90 %', value: 90 },
				{ name: '95 %', value: 95 },
				{ name: '99 %', value: 99 },
			],
			default: 90,
			description:
				'How sure the intervals are: of so many intervals in a hundred, the true value lies inside',
		},
		{
			displayName: 'Known Since Column',
			name: 'knownSinceColumn',
			type: 'string',
			default: '',
			placeholder: 'e.g. created_at',
			description:
				'Account column with the day since which the account is in your data, where that is later than its start (taken over from another company, say). It counts from then on.',
		},
	],
};
