import type { Outcome } from '../core/issue';
import { createExplainer } from './createExplainer';
import { encodeTable } from './encodeTable';
import type { Contribution, Explanation } from './Explanation';
import type { Matrix, RowIndex } from './Matrix';
import type { TrainedModel } from './Model';
import type { Cell, RawTable } from './RawTable';
import { scoreModel } from './scoreModel';
import type { Steps } from './Steps';
import { takeTableRows } from './takeTableRows';

/** Rows explained between two pauses. */
const PACE = 4;

/** Contributions of all features of a field together; fields that add nothing are left out. */
function contributionsOf(
	{ schema }: TrainedModel,
	parts: Float64Array,
	cellOf: (field: string) => Cell,
): Contribution[] {
	const sums = new Float64Array(schema.fields.length);
	for (const [feature, { field }] of schema.features.entries()) sums[field]! += parts[feature]!;
	const found: Contribution[] = [];
	for (const [field, { name }] of schema.fields.entries()) {
		if (sums[field] !== 0) found.push({ field: name, value: cellOf(name), logOdds: sums[field]! });
	}
	const place = new Map(found.map((contribution, index) => [contribution, index]));
	return found.sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds) || place.get(a)! - place.get(b)!);
}

/**
 * Why the given rows of a table get their probabilities, in the order of `rows`: what each field added to the log-odds, largest first, and the base; they
 * sum to `logOdds` within 1e-9, and its sigmoid is the probability of `predictTable`. Fails as that does.
 */
export function* explainTable(
	model: TrainedModel,
	table: RawTable,
	rows: RowIndex,
): Steps<Outcome<Explanation[]>> {
	const asked = takeTableRows(table, rows);
	const encoded = yield* encodeTable(asked, model.schema);
	if (!encoded.ok) return encoded;
	const matrix: Matrix = encoded.value;
	const logOdds = yield* scoreModel(model, matrix);
	yield { stage: 'explaining', done: 0, total: matrix.rows };
	const explain = createExplainer(model);
	yield { stage: 'explaining', done: 0, total: matrix.rows };
	const columnOf = new Map(asked.names.map((name, index) => [name, asked.columns[index]]));
	const explanations: Explanation[] = [];
	for (let row = 0; row < matrix.rows; row++) {
		if (row % PACE === PACE - 1) yield { stage: 'explaining', done: row, total: matrix.rows };
		const parts = explain(matrix, row);
		explanations.push({
			logOdds: logOdds[row]!,
			base: parts[matrix.width]!,
			contributions: contributionsOf(model, parts, (field) => columnOf.get(field)?.[row]),
		});
	}
	return { ok: true, value: explanations, warnings: encoded.warnings };
}
