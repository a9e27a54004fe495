import { ConnectorFault } from '../ConnectorFault';
import type { SourceObject, SourceSettings } from '../Source';
import type { AirtableSchema, AirtableTable } from './AirtableSchema';
import { AIRTABLE_BASE } from './baseSchema';

/** The names under which a table is looked for: the user's choice, else the shipped name and those that are taken over. */
function wantedNames(settings: SourceSettings, object: SourceObject): readonly string[] {
	const design = AIRTABLE_BASE.find((table) => table.object === object);
	const chosen = settings.tables[object] ?? '';
	if (chosen !== '' && chosen !== design?.name) return [chosen];
	return design ? [design.name, ...design.otherNames] : [];
}

/** The table of an object in the base: by id or name as chosen, else the shipped base's, else one that is taken over. null: it is not there. */
export function findTable(
	schema: AirtableSchema,
	settings: SourceSettings,
	object: SourceObject,
): AirtableTable | null {
	for (const name of wantedNames(settings, object)) {
		const found =
			schema.tables.find((table) => table.id === name || table.name === name) ??
			schema.tables.find((table) => table.name.trim().toLowerCase() === name.trim().toLowerCase());
		if (found) return found;
	}
	return null;
}

/** The same, and a fault that names the tables that are there when it is not. */
export function requireTable(
	schema: AirtableSchema,
	settings: SourceSettings,
	object: SourceObject,
): AirtableTable {
	const found = findTable(schema, settings, object);
	if (found) return found;
	const there = schema.tables.map((table) => `"${table.name}"`).join(', ');
	const wanted = wantedNames(settings, object).map((name) => `"${name}"`);
	throw new ConnectorFault({
		faultClass: 'not-found',
		code: 'airtable-table-missing',
		message: `The base ${settings.baseId} has no table ${wanted.join(' or ')} for ${object}. It has ${there === '' ? 'no tables' : there}.`,
		remedy: `Choose the table that holds the ${object}, leave ${object} out of what is read, or run Prepare Base to create it.`,
		status: null,
	});
}
