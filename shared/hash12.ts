import { hashText } from './hashText';

/** JSON with sorted keys and no white space: equal values give equal bytes, whatever order they were built in. */
function canonical(value: unknown): string {
	if (value === null || value === undefined) return 'null';
	if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value + 0) : 'null';
	if (typeof value !== 'object') return JSON.stringify(value) ?? 'null';
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if ('toJSON' in value && typeof value.toJSON === 'function') return canonical(value.toJSON());
	const fields = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
	return `{${fields.join(',')}}`;
}

/**
 * Short fingerprint of any JSON value: the first 12 hex digits of SHA-256 over its canonical JSON. The order of keys
 * does not matter, the order of a list does; undefined fields do not count; numbers that are not finite count as null.
 *
 * @example
 * hash12({ b: 1, a: [2] }) === hash12({ a: [2], b: 1 })
 * // => true
 */
export function hash12(value: unknown): string {
	return hashText(canonical(value));
}
