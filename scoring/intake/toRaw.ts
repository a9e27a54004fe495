import type { Scalar } from '../core/CanonicalModel';

/**
 * A value as it came, in a form a table can hold: scalars as they are, all else as JSON text. Nothing is cut off; a value without a
 * JSON form becomes its name.
 *
 * @example
 * [toRaw(['a', 1]), toRaw(undefined), toRaw('x')]
 * // => ['["a",1]', null, 'x']
 */
export function toRaw(value: unknown): Scalar {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
	try {
		return JSON.stringify(value) ?? typeof value;
	} catch {
		return typeof value;
	}
}
