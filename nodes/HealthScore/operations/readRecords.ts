import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readInput } from '../../../shared/n8n/readInput';

/**
 * Rows of the Records input: one item per row, or items that hold many rows in a list `records` (n8n's Aggregate node makes one), because
 * the editor is slow with many thousands of items. Both may be mixed.
 */
export function readRecords(context: IExecuteFunctions): IDataObject[] {
	return readInput(context, 2).flatMap(({ json }) =>
		Array.isArray(json.records) ? (json.records as IDataObject[]) : [json],
	);
}
