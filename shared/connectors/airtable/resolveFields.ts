import type { ReadRequest, SourceSettings } from '../Source';
import type { AirtableColumn, AirtableTable } from './AirtableSchema';
import { findColumn } from './findColumn';
import { columnMissing } from './columnFaults';

/** The record's own creation time: not a column, and still mappable by the name the API gives it. */
export const CREATED_TIME = 'createdTime';

/** Field of the mapping, by id or name as it stands there -> column. */
export type ResolvedFields = ReadonlyMap<string, AirtableColumn>;

/**
 * Finds the columns of the fields that are wanted. What a person chose and the table does not have is a `schema` fault; what only the preset
 * names is left out.
 */
export function resolveFields(
	table: AirtableTable,
	settings: SourceSettings,
	request: Pick<ReadRequest, 'fields' | 'object'>,
): ResolvedFields {
	// The key is as good as chosen: without it accounts would quietly get other ids.
	const key = request.object === 'accounts' ? [settings.keyField] : [];
	const chosen = new Set([...Object.values(settings.fields[request.object] ?? {}), ...key]);
	const columns = new Map<string, AirtableColumn>();
	for (const field of new Set([...request.fields, ...key])) {
		if (field === '' || field === CREATED_TIME) continue;
		const column = findColumn(table, field);
		if (column) columns.set(field, column);
		else if (chosen.has(field)) throw columnMissing(table, field);
	}
	return columns;
}
