import type { RawRecord, ReadRequest, SourcePage, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import type { AirtableRecord, AirtableTable } from './AirtableSchema';
import { buildWindowFormula } from './buildWindowFormula';
import { requireTable } from './findTable';
import { lastModifiedColumn } from './lastModifiedColumn';
import { listRecords } from './listRecords';
import { readCell } from './readCell';
import { readPeople } from './readPeople';
import { readSchema } from './readSchema';
import { CREATED_TIME, resolveFields, type ResolvedFields } from './resolveFields';

function toRaw(record: AirtableRecord, table: AirtableTable, fields: ResolvedFields): RawRecord {
	const values: Record<string, unknown> = {};
	for (const [field, column] of fields) {
		const value = readCell(record.cells[column.id], column.type);
		if (value !== undefined) values[field] = value;
	}
	if (record.createdTime !== null) values[CREATED_TIME] = record.createdTime;
	const modified = lastModifiedColumn(table);
	const updatedAt = modified ? record.cells[modified.id] : undefined;
	return { id: record.id, updatedAt: typeof updatedAt === 'string' ? updatedAt : null, fields: values };
}

/**
 * One page of at most 100 records. Columns are asked for and given back by id, so a renamed column stays mapped where the mapping holds its
 * id. Airtable cannot list deletions: with `removed` the page is empty.
 */
export async function readPage(
	call: Call,
	settings: SourceSettings,
	request: ReadRequest,
	cursor: string | null,
): Promise<SourcePage> {
	if (request.removed) return { records: [], next: null };
	if (request.object === 'people') return await readPeople(call, settings, request);
	const schema = await readSchema(call, settings.baseId);
	const table = requireTable(schema, settings, request.object);
	const fields = resolveFields(table, settings, request);
	const modified = lastModifiedColumn(table);
	const ids = [...fields.values()].map((column) => column.id);
	const page = await listRecords(call, {
		baseId: settings.baseId,
		tableId: table.id,
		columns: [...new Set([...ids, ...(modified ? [modified.id] : [])])],
		formula: request.window && buildWindowFormula(modified?.name ?? null, request.window),
		offset: cursor,
	});
	return {
		records: page.records.map((record) => toRaw(record, table, fields)),
		next: page.offset,
	};
}
