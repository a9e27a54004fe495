import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Build Snapshots. */
export const buildProperties: INodeProperties[] = [
	{
		displayName: 'Event to Learn',
		name: 'event',
		type: 'options',
		default: 'churned',
		options: [
			{ name: 'Churned', value: 'churned', description: 'The account left: outcomes of the kind churned' },
			{
				name: 'Expanded',
				value: 'expanded',
				description:
					'The account bought more: outcomes of the kind expanded. The label stands in the column expanded; a model trained on it serves Expansion Detection.',
			},
		],
		description: 'What the label says: whether this happened to the account within the horizon',
		...shownFor('build'),
	},
	{
		displayName: 'Horizon (Days)',
		name: 'horizonDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 730 },
		default: 90,
		description:
			'How far ahead the model looks: the label says whether the event happened within so many days',
		...shownFor('build', 'train'),
	},
	{
		displayName: 'Days Between Snapshots',
		name: 'stepDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365 },
		default: 30,
		description: 'Each account gives one row in so many days of its history',
		...shownFor('build'),
	},
	{
		displayName: 'Columns That Never Change',
		name: 'staticColumns',
		type: 'string',
		default: '',
		placeholder: 'e.g. industry, country',
		description:
			'Account columns whose value of today was true in the past as well, with commas between. Other account columns are left out, because they may tell what happened later.',
		...shownFor('build'),
	},
];

/** Its options, which stand last. */
export const buildOptions: INodeProperties = {
	displayName: 'Options',
	name: 'buildOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('build'),
	options: [
		{
			displayName: 'Gap (Days)',
			name: 'gapDays',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 365 },
			default: 0,
			description: 'What happens within so many days after the snapshot does not count: too late to act on',
		},
	],
};
