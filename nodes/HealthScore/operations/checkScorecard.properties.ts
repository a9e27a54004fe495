import type { INodeProperties } from 'n8n-workflow';

export const checkScorecardProperties: INodeProperties[] = [
	{
		displayName:
			'Checks the scorecard itself, and against the account items: directions, measures that are mostly missing, measures that repeat each other',
		name: 'checkNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['checkScorecard'] } },
	},
];
