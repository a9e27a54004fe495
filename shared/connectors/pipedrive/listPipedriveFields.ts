import type { SourceObject, SourceSettings, VendorField } from '../Source';
import type { Call } from '../Wire';
import { allPipedriveRows, asPipedriveRow } from './pipedriveAnswer';
import { FIELD_LISTS } from './readPipedriveKeys';

/** Standard fields of organizations that the API takes in a write. */
const WRITABLE_STANDARD: ReadonlySet<unknown> = new Set(['name', 'website', 'linkedin', 'employee_count']);

/** All fields of an object, over all pages (a company with many custom fields has more than the 100 of one page), by their keys. */
export async function listPipedriveFields(
	call: Call,
	_settings: SourceSettings,
	object: SourceObject,
): Promise<readonly VendorField[]> {
	const path = FIELD_LISTS[object];
	if (path === undefined) return [];
	const rows = await allPipedriveRows(call, path);
	return rows.map((row) => ({
		id: String(row.field_code),
		label: String(row.field_name),
		type: String(row.field_type),
		writable: row.is_custom_field === true || WRITABLE_STANDARD.has(row.field_code),
		required: row.field_code === 'name' || row.field_code === 'title',
		options: Array.isArray(row.options)
			? row.options.map((option) => String(asPipedriveRow(option).label))
			: [],
	}));
}
