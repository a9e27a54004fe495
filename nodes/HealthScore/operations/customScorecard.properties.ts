import type { INodeProperties } from 'n8n-workflow';

const mark = (displayName: string, name: string, value: number, points: number): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { numberPrecision: 4 },
	default: value,
	description: `Raw value that earns ${points} points. Between two marks the points rise in a straight line.`,
});

/** In the order a person fills them in: what is measured, how it counts, its marks. */
const METRIC_FIELDS: INodeProperties[] = [
	{
		displayName: 'Field',
		name: 'field',
		type: 'string',
		default: '',
		placeholder: 'e.g. active_users',
		description: 'Name of the field in the account item. Dots lead into nested fields.',
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Active users',
		description: 'How the metric is called in reasons. Empty: the name of the field.',
	},
	{
		displayName: 'Direction',
		name: 'direction',
		type: 'options',
		options: [
			{ name: 'Higher Is Better', value: 'higher_is_better' },
			{ name: 'Lower Is Better', value: 'lower_is_better' },
		],
		default: 'higher_is_better',
	},
	{
		displayName: 'Weight',
		name: 'weight',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 1,
		description: 'How much it counts inside its dimension',
	},
	{
		displayName: 'Unit',
		name: 'unit',
		type: 'string',
		default: '',
		placeholder: 'e.g. %',
	},
	mark('Worst', 'worst', 0, 0),
	mark('Fair From', 'fair', 40, 50),
	mark('Good From', 'good', 60, 70),
	mark('Excellent From', 'excellent', 80, 85),
	mark('Best', 'best', 100, 100),
	{
		displayName: 'Compared With',
		name: 'normalisation',
		type: 'options',
		options: [
			{ name: 'Nothing (Raw Value)', value: 'none' },
			{
				name: 'Own Usual Value',
				value: 'own_baseline',
				description: 'Percent of what is usual for the account; needs records',
			},
			{
				name: 'Peers',
				value: 'segment_percentile',
				description: 'Percentile among accounts with the same value of the peer field',
			},
		],
		default: 'none',
	},
	{
		displayName: 'Stale After Days',
		name: 'staleAfterDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Older values count as missing. 0: never.',
	},
];

export const customDimensionsProperty: INodeProperties = {
	displayName: 'Dimensions',
	name: 'customDimensions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Dimension' },
	placeholder: 'Add Dimension',
	default: {},
	description: 'Groups of metrics that make up the score',
	displayOptions: {
		show: { operation: ['score', 'checkScorecard', 'compareScorecards'], scorecard: ['custom'] },
	},
	options: [
		{
			displayName: 'Dimension',
			name: 'dimension',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Product Usage',
				},
				{
					displayName: 'Weight',
					name: 'weight',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					description: 'How much it counts. Only the ratio to the other weights matters.',
				},
				{
					displayName: 'Metrics',
					name: 'metrics',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Metric' },
					placeholder: 'Add Metric',
					default: {},
					options: [
						{
							displayName: 'Metric',
							name: 'metric',
							values: METRIC_FIELDS,
						},
					],
				},
			],
		},
	],
};
