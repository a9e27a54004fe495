import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from './toNodeError';

/**
 * All items of the input with this index (an input, never an item), or none when nothing is connected to it.
 * n8n throws for an input that was not set while a later one was, hence the catch.
 */
export function readInput(context: IExecuteFunctions, inputIndex: number): INodeExecutionData[] {
	try {
		return context.getInputData(inputIndex);
	} catch (caught) {
		if (caught instanceof Error && /^(Input index was not set|Could not get input)/.test(caught.message))
			return [];
		throw toNodeError(context.getNode(), caught, null);
	}
}
