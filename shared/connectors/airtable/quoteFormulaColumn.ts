/**
 * A column name as a reference of an Airtable formula, in braces; a closing brace or backslash in the name is escaped.
 *
 * @example
 * quoteFormulaColumn('Row {old}')
 * // => '{Row {old\\}}'
 */
export function quoteFormulaColumn(name: string): string {
	return `{${name.replace(/\\/g, '\\\\').replace(/\}/g, '\\}')}}`;
}
