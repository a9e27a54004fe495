import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { listRows } from '../../shared/n8n/listRows';
import { readInput } from '../../shared/n8n/readInput';

export interface InputRow {
	readonly row: IDataObject;
	/** Index of the item it came in. */
	readonly from: number;
}

/** Rows of an input with the items they came in, see `listRows`. None when nothing is connected. */
export const readRows = (context: IExecuteFunctions, inputIndex: number): InputRow[] =>
	listRows(readInput(context, inputIndex)).map(({ json, item }) => ({ row: json, from: item }));
