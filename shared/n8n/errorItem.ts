import type { IDataObject, INode, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import { toNodeError } from './toNodeError';

/**
 * The item that stands for a failed one under Continue On Fail: `error` (what happened) and, where known, `remedy`
 * (what to do), linked to the input item it came from. n8n routes it to the error output when there is one.
 */
export function errorItem(
	node: INode,
	caught: unknown,
	itemIndex: number | null,
	pairedItem: IPairedItemData | IPairedItemData[],
	known: IDataObject = {},
): INodeExecutionData {
	const error = toNodeError(node, caught, itemIndex);
	const remedy = typeof error.description === 'string' && error.description !== '' ? error.description : null;
	const json: IDataObject = { ...known, error: error.message, ...(remedy === null ? {} : { remedy }) };
	return { json, error, pairedItem };
}
