import { countShares } from './countShares';
import type { DriftReference, DriftReport, FieldDistribution } from './Drift';
import type { RawTable } from './RawTable';
import { readAsOf } from './readAsOf';
import { sampleRows } from './sampleRows';
import type { Schema } from './Schema';
import type { Steps } from './Steps';

const MOST_ROWS = 10_000;
/** Added to every bin on both sides, so that an empty bin is no infinite shift (Jeffreys). */
const PSEUDO_ROWS = 0.5;

/**
 * How far each field of a table has moved from its distribution in training: population stability index, sum of (share now - share then) *
 * ln(share now / share then) over bins, less what samples of these sizes differ by chance. Fields the table does not have are left out.
 */
export function* measureDrift(
	reference: DriftReference,
	table: RawTable,
	schema: Schema,
): Steps<DriftReport> {
	const rows = sampleRows(table.rows, MOST_ROWS);
	const asOf = readAsOf(table, schema.asOf);
	const columnOf = new Map(table.names.map((name, index) => [name, table.columns[index]]));
	const fieldOf = new Map(schema.fields.map((field) => [field.name, field]));
	const fields: { name: string; psi: number }[] = [];
	for (const [index, then] of reference.fields.entries()) {
		yield { stage: 'reading fields', done: index, total: reference.fields.length };
		const cells = columnOf.get(then.name);
		const field = fieldOf.get(then.name);
		if (cells === undefined || field === undefined || rows.length === 0) continue;
		const now = countShares(cells, field, then, rows, asOf);
		fields.push({ name: then.name, psi: stabilityIndex(then.shares, reference.rows, now, rows.length) });
	}
	fields.sort((a, b) => b.psi - a.psi || (a.name < b.name ? -1 : 1));
	return { rows: rows.length, fields };
}

function stabilityIndex(
	then: FieldDistribution['shares'],
	thenRows: number,
	now: readonly number[],
	nowRows: number,
): number {
	let sum = 0;
	let bins = 0;
	for (const [bin, count] of now.entries()) {
		const before = then[bin] ?? 0;
		if (before === 0 && count === 0) continue;
		bins++;
		const shareThen = (before * thenRows + PSEUDO_ROWS) / (thenRows + PSEUDO_ROWS * now.length);
		const shareNow = (count + PSEUDO_ROWS) / (nowRows + PSEUDO_ROWS * now.length);
		sum += (shareNow - shareThen) * Math.log(shareNow / shareThen);
	}
	const byChance = Math.max(0, bins - 1) * (1 / Math.max(1, thenRows) + 1 / nowRows);
	return Math.max(0, sum - byChance);
}
