import { isMissing } from './isMissing';
import { isNothingWord } from './isNothingWord';
import type { Cell } from './RawTable';
import { readDays } from './readDays';
import { readNumber } from './readNumber';
import type { Progress, Steps } from './Steps';

/** What the cells of a column are, which decides how it is encoded. */
export interface ColumnProfile {
	/** `missing`: no cell holds anything. */
	readonly kind: 'number' | 'category' | 'date' | 'missing';
	/** Cells that hold something. */
	readonly observed: number;
	/** Numbers that are infinite or too large for 32 bits. */
	readonly infinite: number;
	/** Cells that hold something else than the column's kind; they are encoded as missing. */
	readonly strays: number;
}

/** Above this share of other cells a column of numbers or dates is a category. */
const MOST_STRAYS = 0.05;
const BLOCK = 10_000;

/**
 * Tells what a column holds: numbers when all cells that hold something are numbers, decimal texts, true or false; dates when 95 % are ISO
 * days or instants; else categories. Up to 5 % of other cells are strays, and words such as `NA` beside numbers or dates are missing.
 */
export function* profileColumn(cells: readonly Cell[], at: Progress): Steps<ColumnProfile> {
	let observed = 0;
	let numbers = 0;
	let infinite = 0;
	let dates = 0;
	let nothing = 0;
	for (let row = 0; row < cells.length; row++) {
		if (row % BLOCK === BLOCK - 1) yield at;
		const cell = cells[row];
		if (isMissing(cell)) continue;
		observed++;
		const value = readNumber(cell);
		if (!Number.isNaN(value)) {
			numbers++;
			if (value === Infinity || value === -Infinity) infinite++;
		} else if (!Number.isNaN(readDays(cell))) dates++;
		else if (isNothingWord(cell as string)) nothing++;
	}
	const telling = observed - nothing;
	const kind = kindOf(observed, telling, numbers, dates);
	const fitting = kind === 'number' ? numbers : kind === 'date' ? dates : telling;
	return { kind, observed, infinite: kind === 'number' ? infinite : 0, strays: telling - fitting };
}

function kindOf(observed: number, telling: number, numbers: number, dates: number): ColumnProfile['kind'] {
	if (observed === 0) return 'missing';
	if (telling === 0) return 'category';
	if (telling - numbers < MOST_STRAYS * telling) return 'number';
	return telling - dates <= MOST_STRAYS * telling ? 'date' : 'category';
}
