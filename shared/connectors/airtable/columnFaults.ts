import { ConnectorFault } from '../ConnectorFault';
import type { AirtableColumn, AirtableTable } from './AirtableSchema';

/** The fault of a column that the mapping names and the table does not have. */
export function columnMissing(table: AirtableTable, wanted: string): ConnectorFault {
	const there = table.columns.map((column) => `"${column.name}"`).join(', ');
	return new ConnectorFault({
		faultClass: 'schema',
		code: 'airtable-column-missing',
		message: `The table "${table.name}" has no column "${wanted}". Its columns are ${there}.`,
		remedy: `Was it renamed or deleted? Choose the column again in the field mapping, rename it back to "${wanted}", or run Prepare Base to create it.`,
		status: null,
		field: wanted,
	});
}

/** The fault of a column that Airtable computes and that is to be written. */
export function columnComputed(table: AirtableTable, column: AirtableColumn, wanted: string): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'schema',
		code: 'airtable-computed-column',
		message: `The column "${column.name}" of "${table.name}" is computed by Airtable (${column.type}) and cannot be written.`,
		remedy: `Choose another column for this result, or change the type of "${column.name}".`,
		status: null,
		field: wanted,
	});
}
