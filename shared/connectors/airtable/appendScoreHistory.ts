import type { Scalar } from '../../../scoring/core/CanonicalModel';
import type { ScoreWrite, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import type { AirtableSchema } from './AirtableSchema';
import { findColumn } from './findColumn';
import { findTable } from './findTable';
import { tablePath } from './listRecords';
import { RESULT_COLUMNS } from './resultColumns';

const MERGE = ['Account ID', 'Score Date'];

/**
 * Keeps one row per account and score date in a table of the user's choice (`options.scoresTable`, id or name; empty: off). Only columns that
 * the table has are filled, under the names of the result columns. It is an upsert by account and date, so a repeat adds nothing. Runs before
 * the accounts are written: when it is refused they are not marked as written either. A table that is not there, or lacks
 * `Account ID` or `Score Date`, is passed over.
 */
export async function appendScoreHistory(
	call: Call,
	settings: SourceSettings,
	schema: AirtableSchema,
	rows: readonly ScoreWrite[],
): Promise<void> {
	const wanted = settings.options.scoresTable;
	const table = schema.tables.find(({ id, name }) => wanted === id || wanted === name);
	if (!table || MERGE.some((name) => findColumn(table, name) === null)) return;
	const accounts = findTable(schema, settings, 'accounts');
	const columns = Object.entries(RESULT_COLUMNS).flatMap(([result, design]) => {
		const vendor = settings.results[result] ?? design.name;
		// The write names a column by id or by name, as the mapping does; the history knows it by our name.
		const source = accounts && vendor !== '' ? findColumn(accounts, vendor) : null;
		return findColumn(table, design.name)
			? [{ name: design.name, from: [vendor, source?.name, source?.id] }]
			: [];
	});
	const records = rows.flatMap((row) => {
		const fields: Record<string, Scalar> = { 'Account ID': row.accountId };
		for (const { name, from } of columns) {
			const sent = from.find((field) => field !== undefined && field in row.fields);
			if (sent !== undefined) fields[name] = row.fields[sent] ?? null;
		}
		return typeof fields['Score Date'] === 'string' ? [{ fields }] : [];
	});
	if (records.length === 0) return;
	await call({
		method: 'PATCH',
		path: tablePath(settings.baseId, table.id),
		body: { performUpsert: { fieldsToMergeOn: MERGE }, records },
		idempotent: true,
	});
}
