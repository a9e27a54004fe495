import type { Cell, RawTable } from '../../scoring/learn/RawTable';

/**
 * Table of items: a column per flat field in order of first appearance, a row per item. A field that an item does not have, or that holds a
 * list or an object there, is not observed (null); a date is its ISO text. Fields that are nested in every item are no columns.
 *
 * @example
 * tableOfItems([{ a: 1 }, { b: 'x', c: [1] }]).columns
 * // => [[1, null], [null, 'x']]
 */
export function tableOfItems(items: readonly Readonly<Record<string, unknown>>[]): RawTable {
	const columnOf = new Map<string, Cell[]>();
	for (const [row, item] of items.entries()) {
		for (const name of Object.keys(item)) {
			const cell = cellOf(item[name]);
			if (cell === undefined) continue;
			let column = columnOf.get(name);
			if (column === undefined) columnOf.set(name, (column = new Array<Cell>(items.length).fill(null)));
			column[row] = cell;
		}
	}
	return { names: [...columnOf.keys()], columns: [...columnOf.values()], rows: items.length };
}

/** undefined: no flat value. */
function cellOf(value: unknown): Cell {
	if (
		value === null ||
		typeof value === 'string' ||
		typeof value === 'number' ||
		typeof value === 'boolean'
	) {
		return value;
	}
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
	return undefined;
}
