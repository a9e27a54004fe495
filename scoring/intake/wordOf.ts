/**
 * A scalar as text; '' for null, absent, lists and objects. Unlike `String` it never throws: an object from JSON may have a `toString` that
 * is no function.
 *
 * @example
 * [wordOf(512), wordOf(true), wordOf(null), wordOf({ toString: '' })]
 * // => ['512', 'true', '', '']
 */
export function wordOf(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
