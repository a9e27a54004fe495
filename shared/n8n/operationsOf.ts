import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** The list of a resource's operations, shown while that resource is chosen. `first`: the one chosen to begin with. */
export const operationsOf = (
	resource: string,
	options: INodePropertyOptions[],
	first: string,
): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options,
	default: first,
	displayOptions: { show: { resource: [resource] } },
});
