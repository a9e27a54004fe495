import { binOf } from './binOf';
import type { FieldDistribution } from './Drift';
import { levelOf } from './levelOf';
import type { RowIndex } from './Matrix';
import type { Cell } from './RawTable';
import { readFieldNumber } from './readFieldNumber';
import type { Field } from './Schema';

/**
 * How many of the rows lie in each bin (or level, then all other levels) of a field, last those where it is missing.
 *
 * @example
 * countShares([1, 9, null, 2], { name: 'seats', kind: 'number' }, { edges: [5], levels: null }, [0, 1, 2, 3], null)
 * // => [2, 1, 1]
 */
export function countShares(
	cells: readonly Cell[],
	field: Field,
	bins: Pick<FieldDistribution, 'edges' | 'levels'>,
	rows: RowIndex | readonly number[],
	asOf: Float64Array | null,
): number[] {
	const size = (bins.levels ?? bins.edges ?? []).length + 1;
	const counts = new Array<number>(size + 1).fill(0);
	const placeOf = new Map(bins.levels?.map((level, index) => [level, index]));
	const place = (row: number): number => {
		if (bins.levels !== null) {
			const level = levelOf(cells[row]);
			return level === null ? size : (placeOf.get(level) ?? size - 1);
		}
		const value = readFieldNumber(cells[row], field, asOf === null ? NaN : (asOf[row] as number));
		return Number.isNaN(value) ? size : binOf(value, bins.edges ?? []);
	};
	for (const row of rows) {
		const index = place(row);
		counts[index] = (counts[index] as number) + 1;
	}
	return counts;
}
