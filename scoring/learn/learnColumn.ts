import { chooseLevels } from './chooseLevels';
import { countLevels } from './countLevels';
import { fewestRows } from './fewestRows';
import type { Weighed } from './keepMostTelling';
import { measureNumbers } from './measureNumbers';
import { profileColumn } from './profileColumn';
import type { Cell } from './RawTable';
import { readDays } from './readDays';
import { readNumber } from './readNumber';
import type { Field, LeftColumn } from './Schema';
import type { Progress, Steps } from './Steps';

/** A column that may become a field, or why it does not. */
export type LearnedColumn =
	| { readonly left: LeftColumn['reason'] }
	| (Weighed & {
			readonly left: null;
			readonly field: Field;
			/** Levels of its features; null: one feature with the value itself. */
			readonly levels: readonly (string | null)[] | null;
			readonly fingerprint: string;
	  });

/** Reads one column: what it holds, whether it tells anything, and how it is encoded. `asOf`: as-of day by row; null when there is none. */
export function* learnColumn(
	name: string,
	cells: readonly Cell[],
	asOf: Float64Array | null,
	at: Progress,
): Steps<LearnedColumn> {
	const profile = yield* profileColumn(cells, at);
	if (profile.kind === 'missing') return { left: 'all-missing' };
	if (profile.kind === 'category') return yield* learnCategory(name, cells, at);
	const read =
		profile.kind === 'number'
			? (row: number) => finite(readNumber(cells[row]))
			: (row: number) => (asOf === null ? 0 : (asOf[row] as number)) - readDays(cells[row]);
	const measures = yield* measureNumbers(read, cells.length, at);
	if (measures.distinct === 0) return { left: 'all-missing' };
	if (measures.distinct === 1 && measures.missing === 0) return { left: 'constant' };
	if (profile.kind === 'number' && measures.key) return { left: 'identifier' };
	const { low, high, variety, fingerprint } = measures;
	const field: Field =
		profile.kind === 'number' ? { name, kind: 'number', low, high } : { name, kind: 'date', low, high };
	const filled = 1 - measures.missing / cells.length;
	const kind = profile.kind === 'date' ? 'date.' : '';
	return {
		left: null,
		field,
		levels: null,
		fingerprint: kind + fingerprint,
		width: 1,
		filled,
		variety,
	};
}

function* learnCategory(name: string, cells: readonly Cell[], at: Progress): Steps<LearnedColumn> {
	const rows = cells.length;
	const counts = yield* countLevels(cells, fewestRows(rows), at);
	if (counts.distinct === 1 && counts.missing === 0) return { left: 'constant' };
	const choice = chooseLevels(counts, rows);
	// Three words and more are a sentence, fewer a name, an address or an id.
	if (choice === null) return { left: counts.words >= 3 ? 'text' : 'identifier' };
	const most = Math.max(counts.missing, counts.frequent[0]?.rows ?? 1);
	return {
		left: null,
		field: { name, kind: 'category', levels: choice.levels },
		levels: choice.features,
		fingerprint: counts.fingerprint,
		width: choice.features.length,
		filled: 1 - counts.missing / rows,
		variety: 1 - most / rows,
	};
}

function finite(value: number): number {
	return value === Infinity || value === -Infinity ? NaN : value;
}
