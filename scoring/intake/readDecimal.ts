/** A number as people write it. */
export interface Decimal {
	/** Digits with a dot, `-1234.5`. */
	readonly text: string;
	/** It ended in %. */
	readonly percent: boolean;
	/** `1.234`: decimal or thousand. Read as decimal. */
	readonly ambiguous: boolean;
}

const GROUPED = /^\d{1,3}(?:([,.' \u00a0\u2009\u202f’])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;
const PLAIN = /^(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,3})?$/i;

/**
 * Reads a number with separators of any country: `1,234.50`, `1.234,50`, `1 234,50`, `1'234.50`, `(12.5)` (negative), `45 %`. One
 * comma before exactly three digits parts thousands, one dot is a decimal point (as systems write it) and is marked ambiguous. null
 * when it is no number.
 *
 * @example
 * [readDecimal('1.234.567,5')?.text, readDecimal('1,234')?.text, readDecimal('12k')]
 * // => ['1234567.5', '1234', null]
 */
export function readDecimal(written: string): Decimal | null {
	let text = written.trim().replace(/\u2212/g, '-');
	const percent = text.endsWith('%');
	if (percent) text = text.slice(0, -1).trim();
	const bracketed = /^\(([^()-]+)\)$/.exec(text);
	if (bracketed?.[1] !== undefined) text = `-${bracketed[1]}`;
	const negative = text.startsWith('-');
	const unsigned = text.replace(/^[+-]\s*/, '').trim();
	const ambiguous = /^[1-9]\d{0,2}\.\d{3}$/.test(unsigned);
	const digits = ungroup(unsigned);
	if (digits === null || !Number.isFinite(Number(digits))) return null;
	return { text: negative ? `-${digits}` : digits, percent, ambiguous };
}

function ungroup(text: string): string | null {
	const isDecimal = /^(?:0[.,]\d+|\d{1,3}\.\d{3})$/.test(text);
	const grouped = isDecimal ? null : GROUPED.exec(text);
	if (grouped !== null) return text.replaceAll(grouped[1] as string, '').replace(',', '.');
	return PLAIN.test(text) ? text.replace(',', '.') : null;
}
