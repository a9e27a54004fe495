import type { Reading } from './Reading';

/** Longest text that still fits one cell of a spreadsheet export (32,767) and a HubSpot text property (65,536). */
const LONGEST_TEXT = 32_767;
/** Lone halves of surrogate pairs are no characters: a database refuses them. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const SUSPECT = /[\0\uD800-\uDFFF]/;
const clean = (text: string): string => text.replaceAll('\u0000', '').replace(LONE_SURROGATE, '\uFFFD');

/**
 * Text, trimmed, without characters that databases refuse (NUL, halves of a character); '' is null. Numbers and booleans become text.
 * A text over 32,767 characters is kept and reported. A list or an object is a fault. A text that begins like a formula is text here;
 * the exports defuse it.
 *
 * @example
 * readText('  Acme \u0000 ').value
 * // => 'Acme'
 */
export function readText(value: unknown): Reading {
	if (value === null || value === undefined) return { value: null };
	if (value instanceof Date) return { value: Number.isNaN(value.getTime()) ? null : value.toISOString() };
	if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') {
		const fault = {
			code: 'wrong-type',
			reason: 'expected a text',
			remedy: 'Map a field that holds one text, not a list or an object.',
		};
		return { value: null, fault };
	}
	const written = String(value);
	// Looked for first, because nearly no text has any of them.
	const text = (SUSPECT.test(written) ? clean(written) : written).trim();
	if (text === '') return { value: null };
	if (text.length <= LONGEST_TEXT) return { value: text };
	const fault = {
		code: 'text-long',
		reason: `${text.length} characters, more than ${LONGEST_TEXT} do not fit a cell of an export`,
		remedy: 'It was kept. Map a shorter field, or shorten the text in the source.',
		kept: true,
		mild: true,
	};
	return { value: text, fault };
}
