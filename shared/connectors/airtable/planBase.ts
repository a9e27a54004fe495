import type { BaseStep, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import type { AirtableColumn, AirtableSchema, AirtableTable } from './AirtableSchema';
import type { ColumnDesign, TableDesign } from './BaseDesign';
import { AIRTABLE_BASE } from './baseSchema';
import { COMPUTED } from './computedTypes';
import { findColumn } from './findColumn';
import { findTable } from './findTable';
import { planPermissions } from './planPermissions';
import { readSchema } from './readSchema';
import { RESULT_COLUMNS } from './resultColumns';

const RESULT_OF = new Map(Object.entries(RESULT_COLUMNS).map(([result, column]) => [column.name, result]));

/** The column under the name that the settings give it; null: the user leaves it out. */
function chosenName(table: TableDesign, column: ColumnDesign, settings: SourceSettings): string | null {
	const result = RESULT_OF.get(column.name);
	const name = table.object === 'accounts' && result ? settings.results[result] : undefined;
	if (table.object === 'accounts' && column.name === 'Account ID') return settings.keyField || column.name;
	return name === '' ? null : (name ?? column.name);
}

function columnNote(design: ColumnDesign): string {
	if (design.type !== 'lastModifiedTime') return design.note;
	return `${design.note}. Airtable's API cannot create it: in the table add a field of type "Last modified time" named "${design.name}" that watches all fields. Until then Airtable works the time out at every read.`;
}

/** Options of a select that the write-back needs and the column does not have. */
function missingChoices(on: string, design: ColumnDesign, column: AirtableColumn): BaseStep[] {
	if (column.type !== 'singleSelect' && column.type !== 'multipleSelects') return [];
	const there = new Set(column.choices.map((choice) => choice.toLowerCase()));
	const missing = (design.choices ?? []).filter((choice) => !there.has(choice.toLowerCase()));
	return missing.map((choice) => ({
		kind: 'option',
		on,
		name: `${column.name}: ${choice}`,
		type: column.type,
		exists: false,
		note: `Airtable's API cannot add an option: add "${choice}" to the column "${column.name}", or switch on Create Missing Select Options.`,
		creatable: false,
	}));
}

function planColumn(
	on: string,
	name: string,
	design: ColumnDesign,
	table: AirtableTable | null,
	isWritten: boolean,
): BaseStep[] {
	const column = table && findColumn(table, name);
	const isComputed = isWritten && column !== null && COMPUTED.has(column.type);
	const step: BaseStep = {
		kind: 'field',
		on,
		name: column?.name ?? name,
		type: column?.type ?? design.type,
		exists: column !== null && !isComputed,
		note: isComputed
			? `"${column.name}" is computed by Airtable and cannot be written: choose another column for it, or rename this one.`
			: columnNote(design),
		creatable: column === null && design.type !== 'lastModifiedTime' && !name.startsWith('fld'),
	};
	return column && isWritten && !isComputed ? [step, ...missingChoices(on, design, column)] : [step];
}

function planTable(design: TableDesign, schema: AirtableSchema, settings: SourceSettings): BaseStep[] {
	if (design.object === null) return [];
	const table = findTable(schema, settings, design.object);
	const on = table?.name ?? design.name;
	// The write-back writes results on accounts, and whole rows of tasks and deals.
	const isWritten = (column: ColumnDesign) =>
		design.object === 'accounts'
			? RESULT_OF.has(column.name)
			: design.object === 'tasks' || design.object === 'deals';
	const columns = design.columns.flatMap((column) => {
		const name = chosenName(design, column, settings);
		return name === null ? [] : planColumn(on, name, column, table, isWritten(column));
	});
	const step: BaseStep = {
		kind: 'table',
		on,
		name: on,
		type: 'table',
		exists: table !== null,
		note: design.note,
		creatable: true,
	};
	return [step, ...columns];
}

/**
 * What the shipped base has and this one needs: rights of the token, tables, columns, options of selects. A table that is there is kept as it is
 * and only gets the columns it lacks. `options.prepareOnly: 'results'` plans the result columns, tasks and deals alone.
 */
export async function planBase(call: Call, settings: SourceSettings): Promise<readonly BaseStep[]> {
	const permissions = await planPermissions(call, settings);
	const schema = await readSchema(call, settings.baseId);
	const objects = settings.options.prepareOnly === 'results' ? ['accounts', 'deals', 'tasks'] : null;
	const designs = AIRTABLE_BASE.filter(({ object }) => !objects || objects.includes(object ?? ''));
	return [...permissions, ...designs.flatMap((design) => planTable(design, schema, settings))];
}
