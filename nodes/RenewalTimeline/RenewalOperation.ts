import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { BatchRow } from '../../shared/n8n/forBatch';

/** One operation of the node; everything the node shows of it comes from here. */
export interface RenewalOperation {
	/** Name in the list of operations, and in the search of the editor as `action`. */
	readonly option: {
		readonly name: string;
		readonly description: string;
		readonly action: string;
	};
	/** Its words under the node on the canvas. */
	readonly subtitle: string;
	/** Labels of the inputs in order; the first one must be connected. */
	readonly inputs: readonly string[];
	/** Labels of the outputs in order. A row says by `output` through which one it leaves. */
	readonly outputs: readonly string[];
	/** Its parameters, each shown for this operation only. */
	readonly properties: readonly INodeProperties[];
	/** The rows of a batch; configuration is read once. */
	readonly run: (context: IExecuteFunctions, items: readonly INodeExecutionData[]) => Iterable<BatchRow>;
}
