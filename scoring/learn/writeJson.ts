/**
 * JSON of a value, the same bytes for equal values: keys sorted, no white space, ASCII only (so characters are bytes and the text can be cut
 * anywhere), numbers to the last bit, -0 too. Members that are undefined are left out; a number that is not finite becomes null.
 *
 * @example
 * writeJson({ b: -0, a: ['ü', undefined] })
 * // => '{"a":["\\u00fc",null],"b":-0}'
 */
export function writeJson(value: unknown): string {
	if (typeof value === 'number') return writeNumber(value);
	if (typeof value === 'string') return writeText(value);
	if (typeof value === 'boolean') return String(value);
	if (typeof value !== 'object' || value === null) return 'null';
	if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
	const members = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, inner]) => `${writeText(key)}:${writeJson(inner)}`);
	return `{${members.join(',')}}`;
}

function writeNumber(value: number): string {
	if (!Number.isFinite(value)) return 'null';
	return Object.is(value, -0) ? '-0' : String(value);
}

function writeText(text: string): string {
	return JSON.stringify(text).replace(
		/[\u007f-\uffff]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
