import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { operationsOf } from '../../shared/n8n/operationsOf';
import { shownFor } from './shownFor';
import type { ValueOperation } from './ValueOperation';
import { OPERATIONS } from './ValueRealization.operations';

const operations: ReadonlyArray<[string, ValueOperation]> = Object.entries(OPERATIONS);

const optionsOf = (resource: ValueOperation['resource']): INodePropertyOptions[] =>
	operations
		.filter(([, operation]) => operation.resource === resource)
		.map(([value, { option }]) => ({ ...option, value }));

export const valueRealizationProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Success Plan',
				value: 'plan',
				description: 'What was agreed with an account, and how it goes',
			},
			{
				name: 'Value',
				value: 'value',
				description: 'What the product is worth to an account, with evidence',
			},
		],
		default: 'value',
	},
	operationsOf('plan', optionsOf('plan'), 'create'),
	operationsOf('value', optionsOf('value'), 'roi'),
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-15',
		description: 'Day or instant that counts as now. Leave empty for the time of the execution.',
	},
	{
		displayName: 'Run ID',
		name: 'runId',
		type: 'string',
		default: '={{ $execution.id }}',
		description: 'Names the run in every row, so that rows of an earlier run can be replaced',
	},
	{
		displayName: 'Currency',
		name: 'reportCurrency',
		type: 'string',
		default: '',
		placeholder: 'e.g. USD',
		description:
			'Currency of totals, converted with rows of cs_rates on the Records input. Leave empty for the currency of each account.',
		...shownFor('businessCase', 'costOfInaction', 'ledger', 'roi'),
	},
	...operations.flatMap(([, { properties }]) => properties),
];
