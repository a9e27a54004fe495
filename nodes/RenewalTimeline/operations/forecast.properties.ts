import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';
import { reportCurrency } from './currency.properties';

const percentLimit = (
	displayName: string,
	name: string,
	standard: number,
	what: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: standard,
	description: `From this probability in percent on, a renewal without a call counts as ${what}`,
});

/** Parameters of Forecast Renewals. */
export const forecastProperties: INodeProperties[] = [
	{
		displayName:
			'Connect the Renewals output of Plan Renewals, or rows of cs_contracts, to Renewals; contract lines, rates and renewal opportunities (and, for contracts, accounts and everything else that Plan Renewals reads) to Records. Insert the first output into cs_forecasts once a week: Score Forecasts compares it with what came.',
		name: 'forecastNotice',
		type: 'notice',
		default: '',
		...shownFor('forecast'),
	},
	{
		displayName: 'Months Ahead',
		name: 'monthsAhead',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 60 },
		default: 12,
		description: 'How many months are forecast after the present one',
		...shownFor('forecast'),
	},
	reportCurrency('forecast'),
	{
		displayName: 'Options',
		name: 'forecastOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			percentLimit('Best From (%)', 'best', 40, 'best case'),
			{
				displayName: 'Call Field',
				name: 'callField',
				type: 'string',
				default: 'forecast_category',
				description:
					'Field with the call of the person in charge (commit, most likely, best, pipeline, omitted), in the item or in the renewal opportunity of its account',
			},
			percentLimit('Commit From (%)', 'commit', 90, 'commit'),
			{
				displayName: 'Common Shock',
				name: 'shockSd',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 3, numberPrecision: 2 },
				default: 0,
				description:
					'How much renewals depend on the same conditions: standard deviation of the log-odds that all share. 0: not at all. 0.3 makes 90 % vary between about 83 and 94 % (19 times of 20) for everyone at once.',
			},
			{
				displayName: 'Contract Rows',
				name: 'contractRows',
				type: 'options',
				options: [
					{ name: 'All', value: 'all', description: 'Two rows per contract' },
					{
						name: 'All up to 2,000 Contracts, Then With a Call',
						value: 'auto',
						description: 'Keeps the table small in a large portfolio',
					},
					{ name: 'None', value: 'none', description: 'Slippage and calls cannot be judged later' },
					{ name: 'With a Call', value: 'calls', description: 'Those that somebody in charge has judged' },
				],
				default: 'auto',
				description: 'Which contracts are frozen one by one, so that slippage and calls can be judged later',
			},
			percentLimit('Most Likely From (%)', 'mostLikely', 70, 'most likely'),
			{
				displayName: 'Only Table Columns',
				name: 'onlyTableColumns',
				type: 'boolean',
				default: false,
				description:
					'Whether forecast rows hold only the columns of cs_forecasts, ready for a Data Table insert',
			},
			{
				displayName: 'Probability When Unknown (%)',
				name: 'defaultProbability',
				type: 'number',
				typeOptions: { minValue: -1, maxValue: 100 },
				default: -1,
				description:
					'Counts for contracts whose probability nobody knows. -1: they stay out of the weighted amount, and are counted.',
			},
		],
		...shownFor('forecast'),
	},
];
