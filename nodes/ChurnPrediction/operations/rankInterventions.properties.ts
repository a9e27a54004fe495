import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Rank Interventions. */
export const rankInterventionsProperties: INodeProperties[] = [
	{
		displayName: 'Target Retention (%)',
		name: 'targetRetention',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 85,
		description: 'The least effort that reaches this chance of keeping the account is recommended',
		...shownFor('rankInterventions'),
	},
];
