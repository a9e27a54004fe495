import { median } from '../../../scoring/core/median';
import { columnIn } from '../../../scoring/expansion/columnIn';
import type { Evidence, EvidenceRow } from '../../../scoring/expansion/Signal';
import type { Row } from '../../../scoring/measures/Records';

/** Looks a cell up in the tables by its key; undefined when no row has it. */
function lookUp(tables: Readonly<Record<string, readonly Row[]>>, cell: EvidenceRow): unknown {
	const row = tables[cell.table]?.find((one) =>
		Object.entries(cell.key).every(([column, value]) => String(one[column]) === value),
	);
	if (row === undefined) return undefined;
	if (cell.column.startsWith('custom_json.'))
		return (JSON.parse(String(row.custom_json)) as Row)[cell.column.slice('custom_json.'.length)];
	return typeof cell.value === 'number' ? columnIn(row, cell.column) : row[cell.column];
}

/** Value and baseline of a signal, worked out again from nothing but the tables and the evidence's cells. */
export function recompute(tables: Readonly<Record<string, readonly Row[]>>, evidence: Evidence) {
	const current = evidence.current.map((cell) => lookUp(tables, cell));
	const before = evidence.before.map((cell) => Number(lookUp(tables, cell)));
	const numbers = current.map(Number);
	const value = {
		median: () => (median(numbers) as number) * evidence.factor,
		sum: () => numbers.reduce((sum, number) => sum + number, 0),
		count: () => current.filter((cell) => cell !== undefined && cell !== null).length,
		value: () => current[0] as number | string,
	}[evidence.aggregate]();
	const baseline =
		evidence.statistic.method === 'sustained' ? before.reduce((sum, one) => sum + one, 0) : median(before);
	return { value, baseline };
}
