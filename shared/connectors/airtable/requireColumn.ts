import type { AirtableColumn, AirtableTable } from './AirtableSchema';
import { columnMissing } from './columnFaults';
import { findColumn } from './findColumn';

/** The column that is meant; a `schema` fault that names it and the remedy when the table has none such. */
export function requireColumn(table: AirtableTable, wanted: string): AirtableColumn {
	const found = findColumn(table, wanted);
	if (found === null) throw columnMissing(table, wanted);
	return found;
}
