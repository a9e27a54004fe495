import type { Issue } from '../core/issue';
import type { RawTable } from './RawTable';
import type { Schema } from './Schema';

/**
 * Columns the schema needs and the table does not have: one issue each. More columns than those are no difference.
 *
 * @example
 * compareSchema({ names: [], columns: [], rows: 0 }, { fields: [{ name: 'seats', kind: 'number' }], features: [], left: [] })[0].code
 * // => 'field-missing'
 */
export function compareSchema(table: RawTable, schema: Schema): Issue[] {
	const names = new Set(table.names);
	const needed = schema.fields.map(({ name, kind }) => ({ name, kind: kind as string }));
	if (schema.asOf !== undefined) needed.push({ name: schema.asOf, kind: 'as-of day' });
	return needed
		.filter(({ name }) => !names.has(name))
		.map(({ name, kind }) => ({
			code: 'field-missing',
			path: name,
			message: `The model needs the field '${name}' (${kind}), which the rows do not have`,
			remedy: 'Add the field under this very name, or train a model on the fields these rows have',
			severity: 'error',
		}));
}
