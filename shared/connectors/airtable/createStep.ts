import { ConnectorFault } from '../ConnectorFault';
import type { BaseStep, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import type { AirtableSchema } from './AirtableSchema';
import type { ColumnDesign, TableDesign } from './BaseDesign';
import { AIRTABLE_BASE } from './baseSchema';
import { columnBody } from './columnBody';
import { findColumn } from './findColumn';
import { readSchema } from './readSchema';
import { RESULT_COLUMNS } from './resultColumns';

const tablesPath = (settings: SourceSettings) =>
	`/v0/meta/bases/${encodeURIComponent(settings.baseId)}/tables`;

/** The design of a table by its name, or by the name of the one that was taken over for it. */
function tableDesign(schema: AirtableSchema, settings: SourceSettings, name: string): TableDesign | null {
	return (
		AIRTABLE_BASE.find((design) => {
			const chosen = design.object === null ? undefined : settings.tables[design.object];
			const chosenName = schema.tables.find(({ id }) => id === chosen)?.name ?? chosen;
			return design.name === name || design.otherNames.includes(name) || chosenName === name;
		}) ?? null
	);
}

/** The design of a column by its name; a result, or the key, may stand under a name of the user's choice. */
function columnDesign(table: TableDesign, settings: SourceSettings, name: string): ColumnDesign | null {
	const result = Object.keys(RESULT_COLUMNS).find((one) => settings.results[one] === name);
	const designed = table.columns.find((column) => column.name === name);
	if (table.object !== 'accounts') return designed ?? null;
	const isKey = name === settings.keyField;
	const key = table.columns.find((column) => isKey && column.name === 'Account ID');
	return (result === undefined ? undefined : RESULT_COLUMNS[result]) ?? key ?? designed ?? null;
}

function notOurs(step: BaseStep): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'request',
		code: 'airtable-step-not-creatable',
		message: `"${step.name}" on "${step.on}" cannot be created through Airtable's API.`,
		remedy: step.note,
		status: null,
	});
}

async function createTable(call: Call, settings: SourceSettings, design: TableDesign): Promise<void> {
	const plain = design.columns.filter(
		({ type }) => type !== 'lastModifiedTime' && type !== 'multipleRecordLinks',
	);
	const fields = plain.map((column) => {
		const result = Object.keys(RESULT_COLUMNS).find((one) => RESULT_COLUMNS[one]?.name === column.name);
		const chosen =
			result === undefined || design.object !== 'accounts' ? undefined : settings.results[result];
		return chosen === '' ? null : columnBody(column, chosen ?? column.name, null);
	});
	const body = {
		name: design.name,
		description: design.note,
		fields: fields.filter((field) => field !== null),
	};
	await call({ method: 'POST', path: tablesPath(settings), body, idempotent: false });
}

/**
 * Creates a table with all its plain columns, or one column of a table that is there. What exists is left alone, so a plan may be carried out
 * twice. Needs the scope schema.bases:write and creator rights on the base.
 */
export async function createStep(call: Call, settings: SourceSettings, step: BaseStep): Promise<void> {
	const schema = await readSchema(call, settings.baseId);
	const design = tableDesign(schema, settings, step.on);
	if (design === null || !step.creatable) throw notOurs(step);
	const table = schema.tables.find(({ name }) => name === step.on);
	if (step.kind === 'table') {
		if (!table) await createTable(call, settings, design);
	} else {
		const column = columnDesign(design, settings, step.name);
		if (step.kind !== 'field' || column === null || !table) throw notOurs(step);
		if (findColumn(table, step.name) !== null) return;
		const linked = schema.tables.find(({ name }) => {
			const target = tableDesign(schema, settings, name);
			return target !== null && target.name === column.linksTo;
		});
		const body = columnBody(column, step.name, linked?.id ?? null);
		await call({
			method: 'POST',
			path: `${tablesPath(settings)}/${table.id}/fields`,
			body,
			idempotent: false,
		});
	}
	await readSchema(call, settings.baseId, true);
}
