import { createFingerprint } from './createFingerprint';
import { levelOf } from './levelOf';
import type { Cell } from './RawTable';
import type { Progress, Steps } from './Steps';

/** How often each level of a category occurs. */
export interface LevelCounts {
	/** Levels of at least the asked number of rows, most frequent first, equally frequent ones by text. */
	readonly frequent: readonly { readonly text: string; readonly rows: number }[];
	/** Number of all levels. */
	readonly distinct: number;
	readonly missing: number;
	/** Equal for columns that part the rows alike, whatever their levels are called. */
	readonly fingerprint: string;
	/** Mean number of words of a distinct text: free text has many. */
	readonly words: number;
}

const BLOCK = 10_000;
const WORD_SAMPLE = 1_000;

/** Counts the levels of a category and names those of at least `fewest` rows; missing cells are counted apart. */
export function* countLevels(cells: readonly Cell[], fewest: number, at: Progress): Steps<LevelCounts> {
	// Cells repeat, and reading a level is dearer than finding the cell again.
	const codeOfCell = new Map<Cell, number>();
	const codeOfLevel = new Map<string, number>();
	const rows: number[] = [];
	const fingerprint = createFingerprint();
	let missing = 0;
	for (let row = 0; row < cells.length; row++) {
		if (row % BLOCK === BLOCK - 1) yield at;
		const cell = cells[row];
		let code = codeOfCell.get(cell);
		if (code === undefined) {
			const level = levelOf(cell);
			code = level === null ? -1 : (codeOfLevel.get(level) ?? codeOfLevel.size);
			if (level !== null) codeOfLevel.set(level, code);
			codeOfCell.set(cell, code);
		}
		fingerprint.add(code);
		if (code < 0) missing++;
		else rows[code] = (rows[code] ?? 0) + 1;
	}
	yield at;
	const frequent: { text: string; rows: number }[] = [];
	for (const [text, code] of codeOfLevel) {
		const count = rows[code] as number;
		if (count >= fewest) frequent.push({ text, rows: count });
	}
	frequent.sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1));
	yield at;
	return {
		frequent,
		distinct: codeOfLevel.size,
		missing,
		fingerprint: `level.${fingerprint.text()}`,
		words: meanWords(codeOfLevel.keys()),
	};
}

function meanWords(levels: Iterable<string>): number {
	let words = 0;
	let read = 0;
	for (const level of levels) {
		words += level.split(/\s+/).length;
		if (++read === WORD_SAMPLE) break;
	}
	return read === 0 ? 0 : words / read;
}
