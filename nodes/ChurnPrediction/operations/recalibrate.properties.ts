import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Recalibrate. */
export const recalibrateProperties: INodeProperties[] = [
	{
		displayName: 'Model ID',
		name: 'modelId',
		type: 'string',
		default: '',
		placeholder: 'e.g. churn-2026-01-15',
		description:
			'Which model of those on the Model input is set to the newer outcomes. Leave empty for the newest.',
		...shownFor('recalibrate'),
	},
	{
		displayName: 'New Model ID',
		name: 'newModelId',
		type: 'string',
		default: '',
		placeholder: 'e.g. churn-2026-01-15-recalibrated',
		description:
			'Name of the recalibrated model in cs_models. Leave empty for the old name, -recalibrated- and the day of As Of.',
		...shownFor('recalibrate'),
	},
];

/** Its options, which stand last. */
export const recalibrateOptions: INodeProperties = {
	displayName: 'Options',
	name: 'recalibrateOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('recalibrate'),
	options: [
		{
			displayName: 'Account Column',
			name: 'accountField',
			type: 'string',
			default: 'account_id',
			description: 'Column with the account: rows of one account count as one piece of evidence, not many',
		},
	],
};
