import { isMissing } from './isMissing';
import type { Cell } from './RawTable';
import { readDays } from './readDays';
import { readNumber } from './readNumber';

/**
 * Order of rows in time as numbers: the numbers themselves when all cells are numbers, day numbers when all are ISO days or instants, else
 * the place of the text among all texts. NaN where the cell is missing.
 *
 * @example
 * [...readTimes(['10', '9', null])]
 * // => [10, 9, NaN]
 */
export function readTimes(cells: readonly Cell[]): Float64Array {
	// Times repeat, and reading one is dearer than finding it again.
	const numberOf = new Map<Cell, number>();
	for (const cell of new Set(cells)) numberOf.set(cell, NaN);
	const held = [...numberOf.keys()].filter((cell) => !isMissing(cell));
	const read = [readNumber, readDays].find((reader) => held.every((cell) => Number.isFinite(reader(cell))));
	const texts =
		read !== undefined
			? []
			: [...new Set(held.map((cell) => String(cell).trim()))].sort((a, b) => (a < b ? -1 : 1));
	const place = new Map(texts.map((text, index) => [text, index]));
	for (const cell of held) {
		numberOf.set(cell, read === undefined ? (place.get(String(cell).trim()) as number) : read(cell));
	}
	const times = new Float64Array(cells.length);
	for (let row = 0; row < cells.length; row++) times[row] = numberOf.get(cells[row]) as number;
	return times;
}
