import type { RawTable } from '../../../scoring/learn/RawTable';
import { createRandom } from '../../../scoring/learn/createRandom';
import { learnSchema } from '../../../scoring/learn/learnSchema';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';

const learn = (table: RawTable, asOf?: string) =>
	finishSteps(learnSchema(table, asOf === undefined ? {} : { asOf }));

/** Reason each column was left out for. */
const reasons = (table: RawTable) =>
	Object.fromEntries(learn(table).schema.left.map(({ name, reason }) => [name, reason]));

const kindOf = (column: readonly (string | number | boolean | null)[]) =>
	learn(tableOf({ column })).schema.fields[0]?.kind;

describe('kinds of columns', () => {
	test('numbers, decimal texts, true and false are numbers; ISO days and instants dates; other texts categories', () => {
		expect(kindOf([1, 2.5, null, -3])).toBe('number');
		expect(kindOf(['1', ' 2.5 ', '', '1e3'])).toBe('number');
		expect(kindOf([true, false, null, true])).toBe('number');
		expect(kindOf(['true', 'False', 'TRUE', ''])).toBe('number');
		expect(kindOf(['2024-01-01', '2024-01-02T10:00:00Z', null, '2023-12-31 08:00'])).toBe('date');
		expect(kindOf(cells(20, (row) => (row % 2 ? 'pro' : 'free')))).toBe('category');
	});

	test('up to 5 % of other cells are strays; with more the column is a category', () => {
		const withStrays = (strays: number) => cells(100, (row) => (row < strays ? 'call him' : row % 7));
		const few = learn(tableOf({ seats: withStrays(4) }));
		expect(few.schema.fields[0]).toMatchObject({ kind: 'number', low: 0, high: 6 });
		expect(kindOf(withStrays(5))).toBe('category');
	});

	test('words for nothing beside numbers are missing, in a column of texts they are levels', () => {
		expect(kindOf(cells(100, (row) => (row % 3 ? row : 'N/A')))).toBe('number');
		const plans = learn(tableOf({ plan: cells(90, (row) => ['None', 'pro', 'free'][row % 3] as string) }));
		expect(plans.schema.fields[0]?.levels).toEqual(['None', 'free', 'pro']);
	});

	test('infinities do not stretch the range', () => {
		const { schema } = learn(tableOf({ ratio: [1, 2, Infinity, '-inf', 1e300, 3] }));
		expect(schema.fields[0]).toMatchObject({ low: 1, high: 3 });
	});
});

describe('levels of a category', () => {
	const levelsOf = (column: readonly (string | null)[]) =>
		learn(tableOf({ column })).schema.features.map(({ level }) => level);

	test('two levels need one feature, three need three; missing is a level where it occurs', () => {
		expect(levelsOf(cells(20, (row) => (row % 4 ? 'no' : 'yes')))).toEqual(['yes']);
		expect(levelsOf(cells(21, (row) => ['a', 'b', 'c'][row % 3] as string))).toEqual(['a', 'b', 'c']);
		expect(levelsOf(cells(20, (row) => (row % 4 ? 'no' : null)))).toEqual([null]);
		expect(levelsOf(cells(20, (row) => ['no', 'yes', 'no', null][row % 4] as string))).toEqual([
			'no',
			'yes',
			null,
		]);
	});

	test('rare levels share one feature, and at most 60 levels get their own', () => {
		expect(levelsOf(cells(30, (row) => (row < 2 ? `odd ${row}` : row % 2 ? 'a' : 'b')))).toEqual([
			'a',
			'b',
			'',
		]);
		expect(levelsOf(cells(800, (row) => `level ${row % 80}`))).toHaveLength(61);
	});

	test('a text that is always different tells nothing but whether it is there', () => {
		const notes = cells(100, (row) => `he said ${row} things to us`);
		const mail = cells(100, (row) => `p${row}@example.com`);
		expect(reasons(tableOf({ notes, mail }))).toEqual({ notes: 'text', mail: 'identifier' });
		expect(levelsOf(cells(100, (row) => (row % 3 ? `reason ${row}` : null)))).toEqual([null]);
	});
});

describe('columns that are left out', () => {
	test('constant, empty and identical ones, also where the same numbers or levels are written another way', () => {
		const random = createRandom(3);
		const seats = cells(50, () => Math.floor(random() * 1000));
		const plan = cells(50, () => (random() < 0.5 ? 'pro' : 'free'));
		const left = learn(
			tableOf({
				seats,
				plan,
				copied: seats.map((value) => `${value}.0`),
				renamed: plan.map((value) => (value === 'pro' ? 'Gold' : 'Silver')),
				always: cells(50, () => 'EU'),
				never: cells(50, () => ' '),
				zero: cells(50, () => 0),
			}),
		).schema.left;
		expect(left).toEqual([
			{ name: 'copied', reason: 'identical', same: 'seats' },
			{ name: 'renamed', reason: 'identical', same: 'plan' },
			{ name: 'always', reason: 'constant' },
			{ name: 'never', reason: 'all-missing' },
			{ name: 'zero', reason: 'constant' },
		]);
	});

	test('one value or nothing is not constant: whether it is there may tell', () => {
		expect(reasons(tableOf({ ticked: cells(40, (row) => (row % 3 ? null : true)) }))).toEqual({});
	});

	test('numbers that never repeat though they lie close are keys; sorted, sparse or repeating measures are not', () => {
		const random = createRandom(5);
		const counted = cells(60, (row) => 1000 + row + (row > 50 ? 3 : 0));
		expect(reasons(tableOf({ counted, seats: cells(60, (row) => row % 45) }))).toEqual({
			counted: 'identifier',
		});
		const arr = cells(200, () => Math.floor(random() * 900_000)).sort((a, b) => a - b);
		const tenure = cells(200, (row) => (row * 37) % 199);
		const customer = cells(200, (row) => 15_000_000 + ((row * 617) % 811));
		const halves = cells(200, (row) => ((row * 37) % 200) / 2);
		expect(reasons(tableOf({ arr, tenure, customer, halves }))).toEqual({ customer: 'identifier' });
	});

	test('5,000 columns: the most filled and varied thousand is used, the rest is named', () => {
		const random = createRandom(7);
		const columns: Record<string, (number | null)[]> = {};
		for (let index = 0; index < 5000; index++) {
			columns[`c${index}`] = cells(60, () => (index >= 900 && random() < 0.5 ? null : random()));
		}
		const { schema, notes } = learn(tableOf(columns));
		expect(schema.features).toHaveLength(1000);
		expect(schema.left).toHaveLength(4000);
		expect(schema.fields.slice(0, 900).map(({ name }) => name)).toEqual(cells(900, (index) => `c${index}`));
		expect(notes).toMatchObject([{ code: 'too-many-columns', path: 'columns' }]);
	});
});

describe('dates', () => {
	const started = ['2024-01-01', '2024-01-31', null, '2024-03-01'];

	test('without an as-of column ages count to the newest day of all date columns', () => {
		const { schema } = learn(tableOf({ started, ended: ['2024-03-11', null, null, '2024-02-01'] }));
		expect(schema.fields.map(({ epoch }) => epoch)).toEqual([19_793, 19_793]);
		expect(schema.fields[0]).toMatchObject({ low: 10, high: 70 });
		expect(schema.asOf).toBeUndefined();
	});

	test('with one they count to the day of the row, and days after it are noted', () => {
		const asOf = ['2024-02-01', '2024-02-01', '2024-02-02', '2024-02-01'];
		const { schema, notes } = learn(tableOf({ started, asOf }), 'asOf');
		expect(schema.asOf).toBe('asOf');
		expect(schema.left).toEqual([]);
		expect(schema.fields).toMatchObject([{ name: 'started', epoch: null, low: -29, high: 31 }]);
		expect(notes).toMatchObject([{ code: 'future-dates', path: 'started' }]);
		expect(notes[0]?.message).toContain('29 days');
	});
});

test('steps stay small: a yield at least every 20,000 cells', () => {
	let steps = 0;
	finishSteps(
		learnSchema(tableOf({ a: cells(100_000, (row) => row % 97), b: cells(100_000, (row) => `x${row % 9}`) })),
		(taken) => {
			steps = taken;
		},
	);
	expect(steps).toBeGreaterThanOrEqual(20);
});
