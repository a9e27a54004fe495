/** Text that says something; null for an empty text and for all that is no text. */
export function filledText(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
