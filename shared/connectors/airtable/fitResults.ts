import type { Scalar } from '../../../scoring/core/CanonicalModel';
import { ConnectorFault } from '../ConnectorFault';
import type { AirtableTable } from './AirtableSchema';
import { columnComputed, columnMissing } from './columnFaults';
import { COMPUTED } from './computedTypes';
import { findColumn } from './findColumn';
import { spellChoice } from './spellChoice';

type Fields = Readonly<Record<string, Scalar>>;

/**
 * Result fields as the table can take them, options of selects in the base's own spelling. A column that is not there or is computed is a
 * `schema` fault before anything is sent; an option that is not there is left for Airtable to judge.
 */
export function fitResults(table: AirtableTable, fields: Fields): Fields {
	return Object.fromEntries(
		Object.entries(fields).map(([field, value]) => {
			const column = findColumn(table, field);
			if (column === null) throw columnMissing(table, field);
			if (COMPUTED.has(column.type)) throw columnComputed(table, column, field);
			const isChoice = column.type === 'singleSelect' && typeof value === 'string';
			return [field, isChoice ? (spellChoice(column, value) ?? value) : value];
		}),
	);
}

/** A fault whose column has the name that Airtable gives it, with the name or id that the mapping has for it. */
export function asMapped(fault: unknown, table: AirtableTable, fields: Fields): unknown {
	if (!(fault instanceof ConnectorFault) || fault.field === null || fault.field in fields) return fault;
	const refused = findColumn(table, fault.field);
	const mapped = Object.keys(fields).find(
		(field) => refused !== null && findColumn(table, field)?.id === refused.id,
	);
	if (mapped === undefined) return fault;
	const renamed = new ConnectorFault({ ...fault, message: fault.message, field: mapped });
	renamed.path = fault.path;
	renamed.attempts = fault.attempts;
	return renamed;
}
