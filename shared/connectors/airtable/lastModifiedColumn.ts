import type { AirtableColumn, AirtableTable } from './AirtableSchema';

/**
 * The column that says when a record was changed: one that watches all columns, first of all one named "Last Modified". One that watches some
 * columns only would hide changes of the others, and among them our own written hash, without which the same score is written again; then
 * Airtable's LAST_MODIFIED_TIME() serves instead. null: there is none.
 */
export function lastModifiedColumn(table: AirtableTable): AirtableColumn | null {
	const all = table.columns.filter(
		// One that is shown as a day has lost its time.
		({ type, watches, result }) => type === 'lastModifiedTime' && watches.length === 0 && result !== 'date',
	);
	return all.find(({ name }) => name.trim().toLowerCase() === 'last modified') ?? all[0] ?? null;
}
