/**
 * A text as a literal of an Airtable formula, in single quotes. Backslashes are escaped first, then quotes, then line breaks and tabs, so no
 * text can end the literal. Source: the rules that Airtable's formula parser follows, as pyairtable's `quoted` records them.
 *
 * @example
 * quoteFormulaText("O'Neil\\")
 * // => "'O\\'Neil\\\\'"
 */
export function quoteFormulaText(value: string): string {
	const escaped = value
		.replace(/\\/g, '\\\\')
		.replace(/'/g, "\\'")
		.replace(/\r/g, '\\r')
		.replace(/\n/g, '\\n')
		.replace(/\t/g, '\\t');
	return `'${escaped}'`;
}
