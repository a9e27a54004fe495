const MOST_OCTETS = 75;

const octetsOf = (codePoint: number): number =>
	codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

/**
 * Folds one line of a calendar file into lines of at most 75 octets of UTF-8 (RFC 5545, 3.1), never inside a character; each further line begins
 * with a blank, which counts.
 *
 * @example
 * foldCalendarLine('x'.repeat(76))
 * // => 'x'.repeat(75) + '\r\n x'
 */
export function foldCalendarLine(line: string): string {
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = octetsOf(character.codePointAt(0) ?? 0);
		if (octets + size > MOST_OCTETS) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += size;
	}
	return folded;
}
