/** Where a row goes: bins up to `bin` left, the others right; `missing` is the code of a missing value. */
export interface BinTest {
	readonly column: Uint8Array;
	readonly bin: number;
	readonly missing: number;
	readonly missingLeft: boolean;
	/** Room for the side of each code, 256 long. */
	readonly sides: Uint8Array;
}

/**
 * Sorts the row numbers `start` to `end` of `rows` by a test, those to the left first, order kept; `spare` is as long as `rows`.
 * Returns where the right part starts.
 *
 * @example
 * partitionRows(Int32Array.of(0, 1, 2), new Int32Array(3), 0, 3, { column: Uint8Array.of(5, 0, 1), bin: 1, missing: 6, missingLeft: false, sides: new Uint8Array(256) })
 * // => 2
 */
export function partitionRows(
	rows: Int32Array,
	spare: Int32Array,
	start: number,
	end: number,
	test: BinTest,
): number {
	const { column, sides } = test;
	sides.fill(0).fill(1, 0, test.bin + 1);
	sides[test.missing] = test.missingLeft ? 1 : 0;
	let left = start;
	let right = 0;
	// Written to both sides, kept on one: a branch on data would be guessed wrong every other time, and cost more than the writing.
	for (let at = start; at < end; at++) {
		const row = rows[at]!;
		const isLeft = sides[column[row]!]!;
		rows[left] = row;
		spare[right] = row;
		left += isLeft;
		right += 1 - isLeft;
	}
	rows.set(spare.subarray(0, right), left);
	return left;
}
