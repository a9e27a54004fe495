import type { Cell } from './RawTable';

/** Largest 32-bit float: what lies above becomes infinite in the encoded matrix, so it counts as infinite. */
const LARGEST = 3.4028234663852886e38;

/**
 * Number of a cell: a number, a decimal text (`29.85`, `-1e3`), true as 1 and false as 0, also written out. NaN when the cell is missing or
 * holds something else; an infinity stays one, as does a number too large for 32 bits. A thousands separator, a currency or a percent
 * sign is something else: what it means depends on the country.
 *
 * @example
 * [readNumber(' 29.85 '), readNumber(true), readNumber('0x10'), readNumber('1e999')]
 * // => [29.85, 1, NaN, Infinity]
 */
export function readNumber(cell: Cell): number {
	if (typeof cell === 'number') return withinRange(cell);
	if (typeof cell === 'boolean') return cell ? 1 : 0;
	if (typeof cell !== 'string') return NaN;
	const value = Number(cell);
	if (Number.isNaN(value)) return wordValue(cell);
	// Number() reads blanks as 0 and takes 0x10, 0b1 and 0o7.
	if (value === 0 && cell.trim() === '') return NaN;
	return /^\s*0[xob]/i.test(cell) ? NaN : withinRange(value);
}

function withinRange(value: number): number {
	if (value > LARGEST) return Infinity;
	// + 0 makes 0 of -0: both are one value to everybody but a hash.
	return value < -LARGEST ? -Infinity : value + 0;
}

function wordValue(text: string): number {
	if (text.length > 12) return NaN;
	switch (text.trim().toLowerCase()) {
		case 'true':
			return 1;
		case 'false':
			return 0;
		case 'inf':
		case '+inf':
		case 'infinity':
			return Infinity;
		case '-inf':
		case '-infinity':
			return -Infinity;
		default:
			return NaN;
	}
}
