import type { SourceObject, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import type { AirtableRecord, AirtableTable } from './AirtableSchema';
import { findColumn } from './findColumn';
import { requireTable } from './findTable';
import type { CellValue } from './fitFields';
import { listRecords, tablePath } from './listRecords';
import { parseRecords } from './parseRecords';
import { quoteFormulaColumn } from './quoteFormulaColumn';
import { quoteFormulaText } from './quoteFormulaText';
import { readSchema } from './readSchema';
import { requireColumn } from './requireColumn';
import { unreadableAnswer } from './unreadableAnswer';

/** A table that tasks or deals are written into, each known by its effect key. */
export interface EffectTable {
	readonly table: AirtableTable;
	/** Columns that tie a row to its account, as far as the table has them. */
	readonly accountFields: (
		accountId: string,
		externalId: string | null,
	) => Readonly<Record<string, CellValue>>;
	/** The record that has this effect key; null: there is none. */
	readonly find: (effectKey: string) => Promise<AirtableRecord | null>;
	/** Updates the record by id, or by its effect key, which makes it when there is none. */
	readonly write: (
		target: { readonly id: string } | { readonly effectKey: string },
		fields: Readonly<Record<string, CellValue>>,
	) => Promise<{ readonly externalId: string; readonly created: boolean }>;
}

/** Opens the table of tasks or deals. A `schema` fault when it has no column `Effect Key`: without it a repeat would make a second one. */
export async function openEffectTable(
	call: Call,
	settings: SourceSettings,
	object: SourceObject,
): Promise<EffectTable> {
	const schema = await readSchema(call, settings.baseId);
	const table = requireTable(schema, settings, object);
	const key = requireColumn(table, settings.fields[object]?.effect_key || 'Effect Key').name;
	const path = tablePath(settings.baseId, table.id);
	return {
		table,
		accountFields: (accountId, externalId) => {
			const record = externalId ?? /^airtable:(rec[A-Za-z0-9]{14})$/.exec(accountId)?.[1];
			const link = findColumn(table, 'Account');
			const isLink = link?.type === 'multipleRecordLinks';
			return { 'Account ID': accountId, ...(isLink && record ? { Account: [record] } : {}) };
		},
		find: async (effectKey) => {
			const formula = `${quoteFormulaColumn(key)}=${quoteFormulaText(effectKey)}`;
			const question = { baseId: settings.baseId, tableId: table.id, columns: [], offset: null };
			const page = await listRecords(call, { ...question, formula, most: 1 });
			return page.records[0] ?? null;
		},
		write: async (target, fields) => {
			const record =
				'id' in target ? { id: target.id, fields } : { fields: { ...fields, [key]: target.effectKey } };
			const upsert = 'id' in target ? {} : { performUpsert: { fieldsToMergeOn: [key] } };
			const typecast = settings.options.typecast === true ? { typecast: true } : {};
			const body = { ...upsert, records: [record], ...typecast };
			const answer = await call({ method: 'PATCH', path, body, idempotent: true });
			const written = parseRecords(answer.body)?.records[0];
			if (!written) throw unreadableAnswer('the record that was written');
			const created = (answer.body as { createdRecords?: readonly string[] }).createdRecords ?? [];
			return { externalId: written.id, created: created.includes(written.id) };
		},
	};
}
