const ESCAPES: ReadonlyArray<readonly [RegExp, string]> = [
	// The backslash first: whatever comes after it brings backslashes of its own.
	[/\\/g, '\\\\'],
	[/'/g, "\\'"],
	[/"/g, '\\"'],
	[/\n/g, '\\n'],
	[/\r/g, '\\r'],
	[/\t/g, '\\t'],
	[/[\b]/g, '\\b'],
	[/\f/g, '\\f'],
];

/** A text as a SOQL string literal, quotes included. Any text is safe in it; without this a `'` or a `\` ends the literal early. */
export function quoteSoql(text: string): string {
	return `'${ESCAPES.reduce((escaped, [pattern, by]) => escaped.replace(pattern, by), text)}'`;
}
