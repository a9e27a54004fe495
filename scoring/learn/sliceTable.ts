import type { RawTable } from './RawTable';

/**
 * Rows `from` to `to` (exclusive) of a table.
 *
 * @example
 * sliceTable({ names: ['seats'], columns: [[1, 2, 3]], rows: 3 }, 1, 2)
 * // => { names: ['seats'], columns: [[2]], rows: 1 }
 */
export function sliceTable(table: RawTable, from: number, to: number): RawTable {
	if (from === 0 && to === table.rows) return table;
	return {
		names: table.names,
		columns: table.columns.map((column) => column.slice(from, to)),
		rows: to - from,
	};
}
