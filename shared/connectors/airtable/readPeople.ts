import type { RawRecord, ReadRequest, SourcePage, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { buildWindowFormula } from './buildWindowFormula';
import { requireTable } from './findTable';
import { lastModifiedColumn } from './lastModifiedColumn';
import { listRecords } from './listRecords';
import { readCell } from './readCell';
import { readSchema } from './readSchema';
import { resolveFields } from './resolveFields';

/** A person of a cell: a collaborator has a name and an email address, a text is one of the two. */
function toPerson(cell: unknown, type: string): RawRecord[] {
	const value = readCell(cell, type);
	if (typeof value !== 'string') return [];
	const one: unknown = Array.isArray(cell) ? (cell.length === 1 ? cell[0] : null) : cell;
	const name = typeof one === 'object' && one !== null ? (one as { name?: unknown }).name : undefined;
	const email = value.includes('@') ? value.trim() : undefined;
	const shown = typeof name === 'string' ? name : email === undefined ? value.trim() : undefined;
	const fields = {
		...(email === undefined ? {} : { email }),
		...(shown === undefined ? {} : { name: shown }),
	};
	return [{ id: value.trim().toLowerCase(), updatedAt: null, fields }];
}

/**
 * Everybody who stands in the `CSM` column of the account table, each once, as one page. It goes through the whole table, 100 accounts a
 * request, and holds only the people. A table without such a column has nobody.
 */
export async function readPeople(
	call: Call,
	settings: SourceSettings,
	request: ReadRequest,
): Promise<SourcePage> {
	const table = requireTable(await readSchema(call, settings.baseId), settings, 'accounts');
	const [column] = resolveFields(table, settings, request).values();
	if (column === undefined) return { records: [], next: null };
	const formula =
		request.window && buildWindowFormula(lastModifiedColumn(table)?.name ?? null, request.window);
	const people = new Map<string, RawRecord>();
	let offset: string | null = null;
	do {
		const question = { baseId: settings.baseId, tableId: table.id, columns: [column.id], formula, offset };
		const page = await listRecords(call, question);
		for (const { cells } of page.records) {
			for (const person of toPerson(cells[column.id], column.type)) people.set(person.id, person);
		}
		({ offset } = page);
	} while (offset !== null);
	return { records: [...people.values()], next: null };
}
