import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';
import { reportCurrency } from './currency.properties';

/** Parameters of Bridge Revenue. */
export const bridgeProperties: INodeProperties[] = [
	{
		displayName:
			'Connect all rows of cs_contract_lines, also ended ones, to Contract Lines; rows of cs_contracts (for automatic renewals) and cs_rates to Records.',
		name: 'bridgeNotice',
		type: 'notice',
		default: '',
		...shownFor('bridge'),
	},
	{
		displayName: 'Opening Day',
		name: 'openingOn',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2025-12-31',
		description:
			'Revenue at the end of this day is the opening. Leave empty for twelve months before the closing.',
		...shownFor('bridge'),
	},
	{
		displayName: 'Closing Day',
		name: 'closingOn',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-03-31',
		description: 'Revenue at the end of this day is the closing. Leave empty for the day of As Of.',
		...shownFor('bridge'),
	},
	reportCurrency('bridge'),
	{
		displayName: 'Options',
		name: 'bridgeOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Grace Days',
				name: 'graceDays',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 365 },
				default: 30,
				description: 'A renewal may start so many days after the last day of the term, for the renewal rate',
			},
			{
				displayName: 'Known',
				name: 'known',
				type: 'options',
				options: [
					{
						name: 'As of Now',
						value: 'now',
						description: 'Both days as the rows say it now; later corrections are in both',
					},
					{
						name: 'As of Then',
						value: 'then',
						description:
							'The opening as it was known on its day, the closing as known on its own; corrections are a row of their own',
					},
				],
				default: 'now',
				description: 'Which state of knowledge counts, by recorded_at and superseded_at',
			},
			{
				displayName: 'Run Automatic Renewals On',
				name: 'rollContracts',
				type: 'boolean',
				default: true,
				description:
					'Whether lines of a contract that renews itself run on after its end, when Records has the contract',
			},
		],
		...shownFor('bridge'),
	},
];
