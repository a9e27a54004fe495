import type { INodeProperties } from 'n8n-workflow';

import type { RenewalOperation } from './RenewalOperation';
import { OPERATIONS } from './RenewalTimeline.operations';

const operations: ReadonlyArray<[string, RenewalOperation]> = Object.entries(OPERATIONS);

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: operations.map(([value, { option }]) => ({ ...option, value })),
	default: 'plan',
};

const asOf: INodeProperties = {
	displayName: 'As Of',
	name: 'asOf',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-01-15',
	description: 'Day or instant that counts as now. Leave empty for the time of the execution.',
};

const runId: INodeProperties = {
	displayName: 'Run ID',
	name: 'runId',
	type: 'string',
	default: '={{ $execution.id }}',
	description: 'Names the run in every row, so that rows of an earlier run can be replaced',
};

export const renewalTimelineProperties: INodeProperties[] = [
	operation,
	asOf,
	runId,
	...operations.flatMap(([, { properties }]) => properties),
];
