import { encodeField, type FieldPlan } from '../../../scoring/learn/encodeField';
import { planSchema } from '../../../scoring/learn/planSchema';
import type { Cell } from '../../../scoring/learn/RawTable';
import { finishSteps } from './finishSteps';

const AT = { stage: 'reading fields', done: 0, total: 1 };
const DAY_10 = '1970-01-11';
const DAY_110 = '1970-04-21';

describe('encodeField', () => {
	/** Encodes into the second and later columns of a matrix of `width`; what was read, and the rows. */
	function encode(column: readonly Cell[], plan: FieldPlan, width: number, asOf: Float64Array | null = null) {
		const matrix = { rows: column.length, width, values: new Float32Array(column.length * width) };
		const reading = finishSteps(encodeField(column, plan, matrix, asOf, AT));
		const rows = column.map((_, row) => [...matrix.values.subarray(row * width, (row + 1) * width)]);
		return { reading, rows };
	}

	test('numbers go into their column; what is none is missing and counted', () => {
		const plan: FieldPlan = { field: { name: 'it', kind: 'number' }, value: 1, levels: new Map() };
		const { reading, rows } = encode([5, '7', 'oops', null, 'NA', Infinity, true], plan, 2);
		expect(rows.map(([other]) => other)).toEqual([0, 0, 0, 0, 0, 0, 0]);
		expect(rows.map(([, value]) => value)).toEqual([5, 7, NaN, NaN, NaN, NaN, 1]);
		const seen = { observed: 5, strays: 1, infinite: 1, future: 0, example: 'oops', median: 5 };
		expect(reading).toEqual({ ...seen, knowsRare: false });
	});

	test('dates are ages on the day of the row or on the one of training; only of the first there is a future', () => {
		const on = (epoch: number | null, asOf: Float64Array | null) =>
			encode(
				[DAY_10, DAY_110],
				{ field: { name: 'it', kind: 'date', epoch }, value: 0, levels: new Map() },
				1,
				asOf,
			);
		const perRow = on(null, Float64Array.of(100, 105));
		expect([perRow.rows, perRow.reading.future]).toEqual([[[90], [-5]], 1]);
		const fixed = on(50, null);
		expect([fixed.rows, fixed.reading.future, fixed.reading.median]).toEqual([[[40], [-60]], 0, null]);
	});

	test('a category sets one column; an unknown level that of the rare ones, or none', () => {
		const field = { name: 'it', kind: 'category', levels: ['pro', 'free'] } as const;
		const column = ['pro', 'free', 'odd', null, 'odd'];
		const rare = new Map([
			['pro', 1],
			['', 2],
			[null, 3],
		] as const);
		const { reading, rows } = encode(column, { field, value: null, levels: rare }, 4);
		expect(rows).toEqual([
			[0, 1, 0, 0],
			[0, 0, 0, 0],
			[0, 0, 1, 0],
			[0, 0, 0, 1],
			[0, 0, 1, 0],
		]);
		const seen = { observed: 4, strays: 2, example: 'odd', infinite: 0, future: 0, median: null };
		expect(reading).toEqual({ ...seen, knowsRare: true });
		const strict = encode(column, { field, value: null, levels: new Map([['pro', 0]]) }, 1);
		expect(strict.rows).toEqual([[1], [0], [0], [0], [0]]);
		expect(strict.reading).toEqual({ ...seen, knowsRare: false });
	});
});

test('planSchema says in which column each feature of a field stands', () => {
	const seats = { name: 'seats', kind: 'number' } as const;
	const plan = { name: 'plan', kind: 'category', levels: ['pro'] } as const;
	const features = [
		{ field: 1, what: 'level', level: 'pro' },
		{ field: 0, what: 'value' },
		{ field: 1, what: 'level', level: null },
	] as const;
	expect(planSchema({ fields: [seats, plan], features, left: [] })).toEqual([
		{ field: seats, value: 1, levels: new Map() },
		{
			field: plan,
			value: null,
			levels: new Map([
				['pro', 0],
				[null, 2],
			] as const),
		},
	]);
});
