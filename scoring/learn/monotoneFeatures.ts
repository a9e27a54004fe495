import type { Schema } from './Schema';

/**
 * By feature of the matrix the direction its field was given by name: 1 the probability may only rise with the value, -1 only fall, 0 free. Levels of a
 * category are free. null when no direction applies.
 *
 * @example
 * monotoneFeatures({ fields: [{ name: 'seats', kind: 'number' }], features: [{ field: 0, what: 'value' }], left: [] }, { seats: -1 })
 * // => Int8Array.of(-1)
 */
export function monotoneFeatures(
	schema: Schema,
	directions: Readonly<Record<string, 1 | -1>> | undefined,
): Int8Array | null {
	const wanted = new Map(Object.entries(directions ?? {}));
	const found = Int8Array.from(schema.features, ({ field, what }) =>
		what === 'value' ? (wanted.get(schema.fields[field]!.name) ?? 0) : 0,
	);
	return found.some((direction) => direction !== 0) ? found : null;
}
