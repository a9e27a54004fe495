import type { IDataObject, IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import { errorItem } from './errorItem';
import { toNodeError } from './toNodeError';

/** One result of a batch, or one fault in it. */
export interface BatchRow {
	/** Output item; in a fault, what is known about it (its account, say). */
	readonly json: IDataObject;
	/** Index of the item of the first input it came from, several, or null: made from all of them. */
	readonly from: number | readonly number[] | null;
	/** Which output it leaves by; 0 when left out. */
	readonly output?: number;
	/** Present in a fault: an Error, an Issue, or a list of issues. */
	readonly fault?: unknown;
}

/**
 * Runs `run` once over all items of the first input: configuration is read once, rows may come one by one
 * (a generator keeps memory low). Every row is linked to the items it came from. A row with a `fault`, or a `run` that
 * throws, becomes an error item when `continueOnFail` is set; else the node stops with an error that names the item.
 *
 * @param outputs number of outputs of the node
 */
export async function forBatch(
	context: IExecuteFunctions,
	continueOnFail: boolean,
	run: (items: readonly INodeExecutionData[]) => Iterable<BatchRow> | Promise<Iterable<BatchRow>>,
	outputs = 1,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const result = Array.from({ length: outputs }, (): INodeExecutionData[] => []);
	// One list for all rows that are made from everything: thousands of copies would be saved with the execution.
	let everything: IPairedItemData[] | null = null;
	const all = (): IPairedItemData[] => (everything ??= items.map((_, item) => ({ item })));
	const paired = (from: BatchRow['from']): IPairedItemData | IPairedItemData[] =>
		from === null ? all() : typeof from === 'number' ? { item: from } : from.map((item) => ({ item }));

	const put = (row: BatchRow): void => {
		const pairedItem = paired(row.from);
		if (row.fault === undefined) {
			result[row.output ?? 0]?.push({ json: row.json, pairedItem });
			return;
		}
		const itemIndex = typeof row.from === 'number' ? row.from : null;
		if (!continueOnFail) throw toNodeError(context.getNode(), row.fault, itemIndex);
		result[row.output ?? 0]?.push(errorItem(context.getNode(), row.fault, itemIndex, pairedItem, row.json));
	};

	try {
		for (const row of await run(items)) put(row);
	} catch (caught) {
		if (!continueOnFail) throw toNodeError(context.getNode(), caught, null);
		result[0]?.push(errorItem(context.getNode(), caught, null, all()));
	}
	return result;
}
