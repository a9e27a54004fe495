import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { errorItem } from './errorItem';
import { toNodeError } from './toNodeError';

/**
 * Runs `run` once per item of the first input and links every output to its input. A failing item becomes an error
 * item when `continueOnFail` is set (the others go on); else the node stops with an error that names the item.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	continueOnFail: boolean,
	run: (itemIndex: number) => IDataObject | IDataObject[] | Promise<IDataObject | IDataObject[]>,
): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	for (const itemIndex of context.getInputData().keys()) {
		const pairedItem = { item: itemIndex };
		try {
			const result = await run(itemIndex);
			for (const json of Array.isArray(result) ? result : [result]) output.push({ json, pairedItem });
		} catch (caught) {
			if (!continueOnFail) throw toNodeError(context.getNode(), caught, itemIndex);
			output.push(errorItem(context.getNode(), caught, itemIndex, pairedItem));
		}
	}
	return [output];
}
