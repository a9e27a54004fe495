import type { Scalar } from '../../../scoring/core/CanonicalModel';
import type { SourceSettings } from '../Source';
import type { AirtableTable } from './AirtableSchema';
import { findColumn } from './findColumn';
import { spellChoice } from './spellChoice';

export type CellValue = Scalar | readonly string[];

/**
 * Values by the shipped base's column names, as this base can take them: columns it does not have are left out, a select gets its own
 * spelling of an option and is left out when it has none such (unless creating options is allowed), and null is left out.
 */
export function fitFields(
	table: AirtableTable,
	settings: SourceSettings,
	values: Readonly<Record<string, CellValue>>,
): Record<string, CellValue> {
	const fields: Record<string, CellValue> = {};
	for (const [name, value] of Object.entries(values)) {
		const column = findColumn(table, name);
		if (column === null || value === null) continue;
		const isChoice = column.type === 'singleSelect' && typeof value === 'string';
		const fitting = isChoice ? spellChoice(column, value) : value;
		if (fitting !== null) fields[column.name] = fitting;
		else if (settings.options.typecast === true) fields[column.name] = value;
	}
	return fields;
}
