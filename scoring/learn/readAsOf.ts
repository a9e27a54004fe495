import type { Cell, RawTable } from './RawTable';
import { readDays } from './readDays';

/**
 * As-of day of each row, days since 1970-01-01 (NaN where it is missing or no date), from the named column; null when none is named or the
 * table does not have it.
 *
 * @example
 * readAsOf({ names: ['on'], columns: [['1970-01-03']], rows: 1 }, 'missing')
 * // => null
 */
export function readAsOf(table: RawTable, name: string | undefined): Float64Array | null {
	const cells = name === undefined ? undefined : table.columns[table.names.indexOf(name)];
	if (cells === undefined) return null;
	// Few days, many rows.
	const daysOf = new Map<Cell, number>();
	for (const cell of new Set(cells)) daysOf.set(cell, readDays(cell));
	const days = new Float64Array(cells.length);
	for (let row = 0; row < cells.length; row++) days[row] = daysOf.get(cells[row]) as number;
	return days;
}
