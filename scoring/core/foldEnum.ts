/**
 * The value of an enumeration that a text means, whatever its case and with blanks, hyphens or underscores between its words; null
 * when it means none.
 *
 * @example
 * foldEnum('On Track', ['on_track', 'at_risk'])
 * // => 'on_track'
 */
export function foldEnum(value: unknown, allowed: readonly string[]): string | null {
	if (typeof value !== 'string') return null;
	if (allowed.includes(value)) return value;
	const fold = (text: string): string =>
		text
			.trim()
			.toLowerCase()
			.replace(/[\s_-]+/g, '_');
	const folded = fold(value);
	return allowed.find((option) => fold(option) === folded) ?? null;
}
