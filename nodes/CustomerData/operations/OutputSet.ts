import type { IDataObject, IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import { errorItem } from '../../../shared/n8n/errorItem';
import { toNodeError } from '../../../shared/n8n/toNodeError';

/** One object for the many items that are made from the run as a whole. */
const OF_THE_RUN: IPairedItemData = { item: 0 };

const link = (from: number | null): IPairedItemData => (from === null ? OF_THE_RUN : { item: from });

/** Items of each output as they come, page by page, each linked to the item it came from. */
export class OutputSet {
	readonly outputs: INodeExecutionData[][];

	constructor(
		private readonly context: IExecuteFunctions,
		count: number,
		private readonly continueOnFail: boolean,
	) {
		this.outputs = Array.from({ length: count }, () => []);
	}

	/** @param from index of the item of the first input; null: made from the run as a whole, linked to the item that started it */
	add(output: number, json: object, from: number | null = null): void {
		this.outputs[output]?.push({ json: json as IDataObject, pairedItem: link(from) });
	}

	/**
	 * A fault: an item with `error` and `remedy` with Continue On Fail, else the end of the run. The error itself goes along only where n8n
	 * needs it to find the error output: elsewhere n8n would put its message in the place of all other fields, and expressions could not read the item.
	 */
	fail(output: number, caught: unknown, known: object = {}, from: number | null = null): void {
		const node = this.context.getNode();
		if (!this.continueOnFail) throw toNodeError(node, caught, from);
		const item = errorItem(node, caught, from, link(from), { ...known } as IDataObject);
		const plain = { json: item.json, pairedItem: link(from) };
		this.outputs[output]?.push(node.onError === 'continueErrorOutput' ? item : plain);
	}
}
