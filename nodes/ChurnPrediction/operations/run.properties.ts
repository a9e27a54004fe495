import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** When and which run: the same for all operations. */
export const runProperties: INodeProperties[] = [
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-15',
		description:
			'Day or instant (UTC) the result is as of; nothing that became known later is used. Empty: now. A day means its end.',
		...shownFor(
			'build',
			'train',
			'evaluate',
			'recalibrate',
			'predict',
			'rankInterventions',
			'estimateLifetime',
			'backtest',
		),
	},
	{
		displayName: 'Run ID',
		name: 'runId',
		type: 'string',
		default: '={{ $execution.id }}',
		description: 'Names the run in every row, so that rows of an earlier run can be replaced',
		...shownFor('predict', 'rankInterventions'),
	},
];
