type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a field by its static name. A name is tried as it stands first ("Active Users", "usage.active"), then as a path
 * with dots (`properties.health.value`, `contacts.0.email`). Missing, undefined and '' are null: not observed.
 *
 * @example
 * readField({ usage: { active: 17 } }, 'usage.active')
 * // => 17
 */
export function readField(fields: Fields, name: string): unknown {
	if (name === '') return null;
	let value: unknown = Object.hasOwn(fields, name) ? fields[name] : undefined;
	if (value === undefined && name.includes('.')) {
		value = fields;
		for (const part of name.split('.')) {
			if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
			value = (value as Fields)[part];
		}
	}
	return value === undefined || value === '' ? null : value;
}
