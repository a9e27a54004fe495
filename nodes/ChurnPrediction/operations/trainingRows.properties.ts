import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Which columns of the rows mean what; Train, Evaluate and Recalibrate read the same rows. */
export const trainingRowProperties: INodeProperties[] = [
	{
		displayName: 'Outcome Column',
		name: 'labelField',
		type: 'string',
		default: 'label',
		placeholder: 'e.g. churned',
		description:
			'Column that says whether it happened: label for churn, expanded for expansions of Build Snapshots. Rows without a value are left out.',
		...shownFor('train', 'evaluate', 'recalibrate'),
	},
	{
		displayName: 'Churned Value',
		name: 'positiveValue',
		type: 'string',
		default: '',
		placeholder: 'e.g. Exited',
		description: 'Value of that column that means churned. Leave empty for 1, yes or true.',
		...shownFor('train', 'evaluate', 'recalibrate'),
	},
];
