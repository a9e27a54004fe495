import { countShares } from './countShares';
import type { DriftReference, FieldDistribution } from './Drift';
import { findQuantiles } from './findQuantiles';
import type { RowIndex } from './Matrix';
import type { Cell, RawTable } from './RawTable';
import { readAsOf } from './readAsOf';
import { readFieldNumber } from './readFieldNumber';
import { sampleRows } from './sampleRows';
import type { Field, Schema } from './Schema';
import type { Steps } from './Steps';

const BINS = 10;
/** An even sample of this size tells shares to within half a percent. */
const MOST_ROWS = 10_000;

/**
 * Distribution of every field of the schema in training, for `measureDrift`: numbers and dates by ten quantile bins, categories by level,
 * missing apart. Of many rows an even sample of 10,000. `among`: the rows that count; all when left out.
 */
export function* describeDistribution(
	table: RawTable,
	schema: Schema,
	among?: RowIndex,
): Steps<DriftReference> {
	const sample = sampleRows(among?.length ?? table.rows, MOST_ROWS);
	const rows = among === undefined ? sample : sample.map((place) => among[place] as number);
	const asOf = readAsOf(table, schema.asOf);
	const columnOf = new Map(table.names.map((name, index) => [name, table.columns[index]]));
	const fields: FieldDistribution[] = [];
	for (const field of schema.fields) {
		yield { stage: 'reading fields', done: fields.length, total: schema.fields.length };
		fields.push(describe(field, columnOf.get(field.name) ?? [], rows, asOf));
	}
	return { rows: rows.length, fields };
}

function describe(
	field: Field,
	cells: readonly Cell[],
	rows: RowIndex,
	asOf: Float64Array | null,
): FieldDistribution {
	const category = field.kind === 'category';
	const edges = category ? null : edgesOf(field, cells, rows, asOf);
	const levels = category ? (field.levels ?? []) : null;
	const counts = countShares(cells, field, { edges, levels }, rows, asOf);
	return { name: field.name, edges, levels, shares: counts.map((count) => count / Math.max(1, rows.length)) };
}

function edgesOf(field: Field, cells: readonly Cell[], rows: RowIndex, asOf: Float64Array | null): number[] {
	const values = Float64Array.from(rows, (row) =>
		readFieldNumber(cells[row], field, asOf === null ? NaN : (asOf[row] as number)),
	);
	return findQuantiles(values.filter((value) => !Number.isNaN(value)).sort(), BINS);
}
