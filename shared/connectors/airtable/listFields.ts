import type { SourceObject, SourceSettings, VendorField } from '../Source';
import type { Call } from '../Wire';
import { COMPUTED } from './computedTypes';
import { requireTable } from './findTable';
import { readSchema } from './readSchema';

/** All columns of an object's table, by the ids that a mapping should hold. The schema is read anew, so a new column is there at once. */
export async function listFields(
	call: Call,
	settings: SourceSettings,
	object: SourceObject,
): Promise<readonly VendorField[]> {
	const table = requireTable(await readSchema(call, settings.baseId, true), settings, object);
	return table.columns.map((column) => ({
		id: column.id,
		label: column.name,
		type: column.type,
		writable: !COMPUTED.has(column.type),
		required: false,
		options: column.choices,
	}));
}
