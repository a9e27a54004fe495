import type { INodeProperties } from 'n8n-workflow';

import { detectOptions, detectProperties } from './operations/detect.properties';
import { handOffOptions, handOffProperties } from './operations/handOff.properties';
import { productProperties } from './operations/products.properties';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Detect Opportunities',
			value: 'detect',
			description:
				'Find growth signals in usage, contracts and conversations, and one sized opportunity per account and type',
			action: 'Detect expansion opportunities',
		},
		{
			name: 'Hand Off to Sales',
			value: 'handOff',
			description:
				'Build the package sales needs: account summary, drivers, people, technical brief and milestones',
			action: 'Hand off opportunities to sales',
		},
	],
	default: 'detect',
};

const runProperties: INodeProperties[] = [
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-15',
		description:
			'Day or instant (UTC) the result is as of; nothing that became known later is used. Empty: now. A day means its end.',
	},
	{
		displayName: 'Run ID',
		name: 'runId',
		type: 'string',
		default: '={{ $execution.id }}',
		description: 'Names the run in every row, so that rows of an earlier run can be replaced',
	},
];

export const expansionDetectionProperties: INodeProperties[] = [
	operation,
	...detectProperties,
	...handOffProperties,
	...runProperties,
	...productProperties,
	detectOptions,
	handOffOptions,
];
