import type { AirtableColumn, AirtableTable } from './AirtableSchema';
import { OTHER_COLUMN_NAMES } from './baseSchema';

/**
 * The column that a mapping means: by id, by name, by name in any case, or by the name it has in a base that was taken over. null: there is
 * none.
 */
export function findColumn(table: AirtableTable, wanted: string): AirtableColumn | null {
	const named = (name: string) =>
		table.columns.find((column) => column.id === name || column.name === name) ??
		table.columns.find((column) => column.name.trim().toLowerCase() === name.trim().toLowerCase());
	const others = OTHER_COLUMN_NAMES[wanted] ?? [];
	return named(wanted) ?? others.map(named).find((column) => column !== undefined) ?? null;
}
