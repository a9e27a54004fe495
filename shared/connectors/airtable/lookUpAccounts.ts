import type { RawRecord, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { requireTable } from './findTable';
import { listRecords, PAGE_SIZE } from './listRecords';
import { quoteFormulaText } from './quoteFormulaText';
import { readCell } from './readCell';
import { readSchema } from './readSchema';
import { resolveFields } from './resolveFields';

/** The accounts with these record ids, with their key column; ids that are not there are left out. 100 a request. */
export async function lookUpAccounts(
	call: Call,
	settings: SourceSettings,
	ids: readonly string[],
): Promise<readonly RawRecord[]> {
	const table = requireTable(await readSchema(call, settings.baseId), settings, 'accounts');
	const columns = resolveFields(table, settings, { object: 'accounts', fields: [settings.keyField] });
	const found: RawRecord[] = [];
	for (let start = 0; start < ids.length; start += PAGE_SIZE) {
		const some = ids.slice(start, start + PAGE_SIZE).map((id) => `RECORD_ID()=${quoteFormulaText(id)}`);
		const page = await listRecords(call, {
			baseId: settings.baseId,
			tableId: table.id,
			columns: [...columns.values()].map((column) => column.id),
			formula: `OR(${some.join(',')})`,
			offset: null,
		});
		for (const record of page.records) {
			const cells = [...columns].map(([field, column]) => [
				field,
				readCell(record.cells[column.id], column.type),
			]);
			const fields = Object.fromEntries(cells.filter(([, value]) => value !== undefined));
			found.push({ id: record.id, updatedAt: null, fields });
		}
	}
	return found;
}
