import type { TrainedModel } from '../../../scoring/learn/Model';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { tableOfItems } from '../../../shared/learn/tableOfItems';
import type { ChurnCase } from './ChurnCase';

/**
 * The cases as the table the model looks at. From records: what was measured, and account columns that were declared never to change. Else the
 * items' own columns. A date is counted to the day of the run. A column nobody has is left out, so that the model refuses and names it.
 */
export function modelTable(
	model: TrainedModel,
	cases: readonly ChurnCase[],
	fromRecords: boolean,
	day: string,
): RawTable {
	const { fields, asOf } = model.schema;
	return tableOfItems(
		cases.map(({ facts, row }) => {
			const dayOf = asOf === undefined ? {} : { [asOf]: fromRecords ? day : (row[asOf] ?? day) };
			if (!fromRecords) return { ...row, ...dayOf };
			const cells = fields.map(({ name }) => [
				name,
				Object.hasOwn(facts, name) ? facts[name] : asLearned(row[name]),
			]);
			return { ...Object.fromEntries(cells), ...dayOf };
		}),
	);
}

/** Columns declared never to change were learned with true and false as 1 and 0. */
const asLearned = (cell: unknown): unknown => (typeof cell === 'boolean' ? Number(cell) : cell);
