import type { Cell, RawTable } from '../../../scoring/learn/RawTable';

/** Table of columns by name; all must have the same number of cells. */
export function tableOf(columns: Readonly<Record<string, readonly Cell[]>>): RawTable {
	const cells = Object.values(columns);
	return { names: Object.keys(columns), columns: cells, rows: cells[0]?.length ?? 0 };
}

/** `make` for 0 to `rows` - 1. */
export const cells = <Value extends Cell>(rows: number, make: (row: number) => Value): Value[] =>
	Array.from({ length: rows }, (_, row) => make(row));
