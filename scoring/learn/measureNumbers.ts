import { createFingerprint } from './createFingerprint';
import type { Progress, Steps } from './Steps';

/** What the numbers of a column are like. */
export interface NumberMeasures {
	/** Equal for columns with the same 32-bit numbers (and missing cells) in the same rows. */
	readonly fingerprint: string;
	/** Number of different values, counted up to 1,000; missing is not one. */
	readonly distinct: number;
	readonly missing: number;
	/** Smallest and largest; Infinity and -Infinity when there is none. */
	readonly low: number;
	readonly high: number;
	/** Share of the rows that do not hold the most frequent value. */
	readonly variety: number;
	/** Whole numbers that never repeat although they lie so close that measures would, or that count the rows: a key, not a measure. */
	readonly key: boolean;
}

const BLOCK = 10_000;
const MOST_COUNTED = 1_000;
/** Fewer rows rise by chance. */
const FEWEST_COUNTED_ROWS = 20;
/** A row number that has this many times as many numbers as rows has lost too many rows to be told from a measure. */
const WIDEST_SPAN = 3;
/** Of numbers drawn by chance none repeats where this many pairs are expected to be equal in one of 10^8 columns (birthday problem). */
const CLEAR_PAIRS = 20;

/** Reads the numbers of a column once, row by row; NaN is missing, infinities must have been turned into it. */
export function* measureNumbers(
	read: (row: number) => number,
	rows: number,
	at: Progress,
): Steps<NumberMeasures> {
	const single = new Float32Array(1);
	const bits = new Int32Array(single.buffer);
	const fingerprint = createFingerprint();
	const counts = new Map<number, number>();
	let [missing, low, high, rising, falling] = [0, Infinity, -Infinity, 0, 0];
	/** Whole numbers seen, until one repeats. */
	let keys: Set<number> | null = new Set();
	let last = NaN;
	for (let row = 0; row < rows; row++) {
		if (row % BLOCK === BLOCK - 1) yield at;
		const value = read(row);
		single[0] = value;
		// There are many NaNs; only one of them goes into the fingerprint.
		fingerprint.add(Number.isNaN(value) ? 0x7fc00000 : (bits[0] as number));
		if (Number.isNaN(value)) {
			missing++;
			continue;
		}
		if (value < low) low = value;
		if (value > high) high = value;
		if (keys !== null && (value !== Math.floor(value) || keys.has(value))) keys = null;
		keys?.add(value);
		if (value > last) rising++;
		else if (value < last) falling++;
		last = value;
		const stored = single[0];
		const count = counts.get(stored);
		if (count !== undefined) counts.set(stored, count + 1);
		else if (counts.size < MOST_COUNTED) counts.set(stored, 1);
	}
	let most = 0;
	for (const count of counts.values()) if (count > most) most = count;
	const expectedPairs = (rows * (rows - 1)) / 2 / (high - low + 1);
	const countsRows = Math.max(rising, falling) === rows - 1 && high - low < WIDEST_SPAN * rows;
	const enough = missing === 0 && rows >= FEWEST_COUNTED_ROWS;
	const key = keys !== null && enough && (expectedPairs >= CLEAR_PAIRS || countsRows);
	const variety = rows === 0 ? 0 : 1 - Math.max(most, missing) / rows;
	return {
		fingerprint: `number.${fingerprint.text()}`,
		distinct: counts.size,
		missing,
		low,
		high,
		variety,
		key,
	};
}
