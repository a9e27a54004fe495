/**
 * Id of a person in our tables. Airtable's API lists no users, so a person is known by the email address of the column (in lower case), or by
 * the text that stands there. Empty: null.
 *
 * @example
 * personId('Ana@Example.com ')
 * // => 'airtable:ana@example.com'
 */
export function personId(value: unknown): string | null {
	if (typeof value !== 'string' || value.trim() === '') return null;
	return `airtable:${value.trim().toLowerCase()}`;
}
