import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isObject } from '../isObject';

/** A row and the item it came in. */
export interface InputRow {
	readonly json: IDataObject;
	/** Index of its item. */
	readonly item: number;
}

/**
 * The rows of an input: one item per row, or items that hold many rows in a list `rows` or `records` (n8n's Aggregate node makes one),
 * because the editor is slow with many thousands of items. Both may be mixed. An item without any field is no row, in a list neither: a table node
 * that found nothing gives one.
 *
 * @example
 * listRows([{ json: { rows: [{ a: 1 }, {}, { a: 2 }] } }, { json: { a: 3 } }, { json: {} }]).map((row) => row.item)
 * // => [0, 0, 1]
 */
export function listRows(items: readonly INodeExecutionData[]): InputRow[] {
	const rows: InputRow[] = [];
	for (const [item, { json }] of items.entries()) {
		const list = Array.isArray(json.records) ? json.records : json.rows;
		if (!Array.isArray(list)) {
			if (Object.keys(json).length > 0) rows.push({ json, item });
			continue;
		}
		for (const row of list) {
			if (isObject(row) && Object.keys(row).length > 0) rows.push({ json: row as IDataObject, item });
		}
	}
	return rows;
}
