/**
 * A text as a value of a calendar file (RFC 5545, 3.3.11): backslash, semicolon, comma and line ends are escaped; other control characters are
 * left out.
 *
 * @example
 * escapeCalendarText('Acme, Inc.; renewal')
 * // => 'Acme\\, Inc.\\; renewal'
 */
export function escapeCalendarText(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n]/gu, ' ')
		.replace(/[\\;,]/g, (character) => `\\${character}`)
		.replace(/\n/g, '\\n');
}
