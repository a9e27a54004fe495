import type { RowIndex } from './Matrix';
import type { RawTable } from './RawTable';

/**
 * The given rows of a table, in their order.
 *
 * @example
 * takeTableRows({ names: ['seats'], columns: [[1, 2, 3]], rows: 3 }, Int32Array.of(2, 0))
 * // => { names: ['seats'], columns: [[3, 1]], rows: 2 }
 */
export function takeTableRows(table: RawTable, rows: RowIndex): RawTable {
	return {
		names: table.names,
		columns: table.columns.map((column) => Array.from(rows, (row) => column[row])),
		rows: rows.length,
	};
}
