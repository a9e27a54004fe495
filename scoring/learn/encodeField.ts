import { isMissing } from './isMissing';
import { isNothingWord } from './isNothingWord';
import { levelOf } from './levelOf';
import type { Matrix } from './Matrix';
import type { Cell } from './RawTable';
import { readDays } from './readDays';
import { readNumber } from './readNumber';
import type { Field } from './Schema';
import type { Progress, Steps } from './Steps';

/** Where the features of a field stand in the matrix. */
export interface FieldPlan {
	readonly field: Field;
	/** Of a number or date: its column; null where the field is a category. */
	readonly value: number | null;
	/** Of a category: column by level; '' is that of the rare levels, null that of "not observed". */
	readonly levels: ReadonlyMap<string | null, number>;
}

/** What was seen while a field was encoded. */
export interface FieldReading {
	/** Cells that hold something. */
	readonly observed: number;
	/** Of them: no number, no date, or a level that training never saw. */
	readonly strays: number;
	readonly infinite: number;
	/** Days after the row's as-of day. */
	readonly future: number;
	/** Whether the field has a feature for rare levels. */
	readonly knowsRare: boolean;
	/** Text of the first stray. */
	readonly example: string | null;
	/** Median of the numbers; null when there is none, or the field is no number. */
	readonly median: number | null;
}

const BLOCK = 10_000;
const STRAY = -3;
/** Numbers within this need no second look. */
const PLAIN = 1e30;
const MEDIAN_ROWS = 1_000;

/** Writes the features of one field into the matrix, which was filled with 0. */
export function encodeField(
	cells: readonly Cell[],
	plan: FieldPlan,
	into: Matrix,
	asOf: Float64Array | null,
	at: Progress,
): Steps<FieldReading> {
	if (plan.value === null) return encodeLevels(cells, plan, into, at);
	return encodeValues(cells, plan.field, plan.value, into, asOf, at);
}

function* encodeValues(
	cells: readonly Cell[],
	field: Field,
	feature: number,
	into: Matrix,
	asOf: Float64Array | null,
	at: Progress,
): Steps<FieldReading> {
	const { values, width, rows } = into;
	const isDate = field.kind === 'date';
	const epoch = field.epoch ?? null;
	let [observed, strays, infinite, future] = [0, 0, 0, 0];
	let example: string | null = null;
	for (let row = 0, index = feature; row < rows; row++, index += width) {
		if (row % BLOCK === BLOCK - 1) yield at;
		const cell = cells[row];
		// Nearly all cells of nearly all tables: a million rows should not wait for the rest.
		if (!isDate && typeof cell === 'number' && cell > -PLAIN && cell < PLAIN) {
			values[index] = cell;
			observed++;
			continue;
		}
		const read = isDate ? readDays(cell) : readNumber(cell);
		if (Number.isNaN(read)) {
			values[index] = NaN;
			if (isMissing(cell) || isNothingWord(String(cell))) continue;
			observed++;
			strays++;
			example ??= String(cell);
			continue;
		}
		observed++;
		if (isDate) {
			const age = (epoch ?? (asOf === null ? NaN : (asOf[row] as number))) - read;
			values[index] = age;
			if (epoch === null && age < 0) future++;
		} else if (read === Infinity || read === -Infinity) {
			values[index] = NaN;
			infinite++;
		} else values[index] = read;
	}
	yield at;
	const median = isDate ? null : medianOf(into, feature);
	return { observed, strays, infinite, future, knowsRare: false, example, median };
}

function* encodeLevels(
	cells: readonly Cell[],
	{ field, levels }: FieldPlan,
	into: Matrix,
	at: Progress,
): Steps<FieldReading> {
	const { values, width, rows } = into;
	const known = new Set<string>(field.levels ?? []);
	const rare = levels.get('');
	const absent = levels.get(null);
	// By cell: its column, -1 for none, or STRAY less that.
	const columnOfCell = new Map<Cell, number>();
	let [observed, strays] = [0, 0];
	let example: string | null = null;
	for (let row = 0, start = 0; row < rows; row++, start += width) {
		if (row % BLOCK === BLOCK - 1) yield at;
		const cell = cells[row];
		let column = columnOfCell.get(cell);
		if (column === undefined) {
			const level = levelOf(cell);
			if (level === null) column = absent ?? -1;
			else if (known.has(level)) column = levels.get(level) ?? -1;
			else {
				column = STRAY - (rare ?? -1);
				example ??= level;
			}
			columnOfCell.set(cell, column);
		}
		if (column < -1) {
			strays++;
			column = STRAY - column;
		}
		if (column >= 0) values[start + column] = 1;
		if (!isMissing(cell)) observed++;
	}
	// Of a text only its presence is used: any text will do.
	const unknown = known.size === 0 ? 0 : strays;
	return {
		observed,
		strays: unknown,
		infinite: 0,
		future: 0,
		knowsRare: rare !== undefined,
		example,
		median: null,
	};
}

/** Of about 1,000 rows, evenly picked: it only has to tell another unit. */
function medianOf({ values, width, rows }: Matrix, feature: number): number | null {
	const step = Math.max(1, Math.floor(rows / MEDIAN_ROWS));
	const sample = new Float32Array(Math.ceil(rows / step));
	let size = 0;
	for (let row = 0; row < rows; row += step) {
		const value = values[row * width + feature] as number;
		if (!Number.isNaN(value)) sample[size++] = value;
	}
	if (size === 0) return null;
	return sample.subarray(0, size).sort()[(size - 1) >> 1] as number;
}
