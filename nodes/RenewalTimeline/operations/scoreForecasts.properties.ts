import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Score Forecasts. */
export const scoreForecastsProperties: INodeProperties[] = [
	{
		displayName:
			'Connect all rows of cs_forecasts to Forecasts; rows of cs_contract_lines, cs_contracts, cs_accounts, cs_outcomes and cs_rates to Records. Write the second output back to cs_forecasts by forecast_id and scope.',
		name: 'scoreForecastsNotice',
		type: 'notice',
		default: '',
		...shownFor('scoreForecasts'),
	},
	{
		displayName: 'Grace Days',
		name: 'settleDays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 365 },
		default: 30,
		description:
			'A contract that is not renewed so many days after its end is lost, and its month is settled then',
		...shownFor('scoreForecasts'),
	},
	{
		displayName: 'Only Newly Scored',
		name: 'onlyNew',
		type: 'boolean',
		default: true,
		description:
			'Whether the second output holds only forecasts whose actual amount was not known before or changed',
		...shownFor('scoreForecasts'),
	},
];
