import type { Issue, Outcome } from '../core/issue';
import { compareField } from './compareField';
import { compareSchema } from './compareSchema';
import { encodeField } from './encodeField';
import type { Matrix } from './Matrix';
import { planSchema } from './planSchema';
import type { RawTable } from './RawTable';
import { readAsOf } from './readAsOf';
import type { Schema } from './Schema';
import type { Steps } from './Steps';

/**
 * Encodes a table by a learned schema, one row of 32-bit numbers per row of the table; a missing number is NaN, and of a category that was
 * always there in training a missing or unknown level is a rare one. Columns the schema does not name are ignored. Fails with the list of
 * all differences when fields are missing or of another kind; what can be lived with (strays, infinities, another unit, unknown levels)
 * comes as warnings.
 */
export function* encodeTable(table: RawTable, schema: Schema): Steps<Outcome<Matrix>> {
	const differences: Issue[] = compareSchema(table, schema);
	const warnings: Issue[] = [];
	const width = schema.features.length;
	const matrix: Matrix = { rows: table.rows, width, values: new Float32Array(table.rows * width) };
	const columnOf = new Map(table.names.map((name, index) => [name, table.columns[index]]));
	yield { stage: 'reading fields', done: 0, total: schema.fields.length };
	const asOf = readAsOf(table, schema.asOf);
	const plans = planSchema(schema);
	for (const [index, plan] of plans.entries()) {
		const at = { stage: 'reading fields', done: index, total: plans.length };
		yield at;
		const cells = columnOf.get(plan.field.name);
		if (cells === undefined) continue;
		const reading = yield* encodeField(cells, plan, matrix, asOf, at);
		for (const issue of compareField(plan.field, reading)) {
			(issue.severity === 'error' ? differences : warnings).push(issue);
		}
	}
	return differences.length > 0 ? { ok: false, issues: differences } : { ok: true, value: matrix, warnings };
}
