import type { RawTable } from '../../../scoring/learn/RawTable';
import { readMeasure } from '../../../shared/fields/readMeasure';

/** The rule score of each of these rows, higher is riskier, NaN where there is none; null when the table has no such column. */
export function readRule(table: RawTable, field: string, rows: ArrayLike<number>): Float64Array | null {
	const column = table.columns[table.names.indexOf(field)];
	if (column === undefined) return null;
	return Float64Array.from(rows, (row) => {
		const value = readMeasure(column[row]);
		return typeof value === 'number' ? value : NaN;
	});
}
