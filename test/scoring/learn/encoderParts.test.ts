import { countLevels } from '../../../scoring/learn/countLevels';
import { learnColumn } from '../../../scoring/learn/learnColumn';
import { measureNumbers } from '../../../scoring/learn/measureNumbers';
import { profileColumn } from '../../../scoring/learn/profileColumn';
import type { Cell } from '../../../scoring/learn/RawTable';
import { finishSteps } from './finishSteps';
import { cells } from './tables';

const AT = { stage: 'reading fields', done: 0, total: 1 };
const DAY_10 = '1970-01-11';
const DAY_110 = '1970-04-21';

describe('profileColumn', () => {
	const profile = (column: readonly Cell[]) => finishSteps(profileColumn(column, AT));
	/** 100 cells of which the last `strays` are words. */
	const mixed = (cell: Cell, strays: number) => cells(100, (row) => (row < 100 - strays ? cell : 'word'));

	test('numbers, also as text, with blanks and words for nothing between them', () => {
		expect(profile(['1', 2, true, '', null, 'NA', Infinity])).toEqual({
			kind: 'number',
			observed: 5,
			infinite: 1,
			strays: 0,
		});
	});

	test('of numbers fewer than 5 % of other cells are strays, of dates up to 5 %', () => {
		expect(profile(mixed(7, 4))).toEqual({ kind: 'number', observed: 100, infinite: 0, strays: 4 });
		expect(profile(mixed(7, 5))).toEqual({ kind: 'category', observed: 100, infinite: 0, strays: 0 });
		expect(profile(mixed(DAY_10, 5))).toMatchObject({ kind: 'date', strays: 5 });
		expect(profile(mixed(DAY_10, 6))).toMatchObject({ kind: 'category', strays: 0 });
	});

	test('a word for nothing in every cell is a level, nothing in every cell is missing', () => {
		expect([profile(['None', 'None']).kind, profile([null, ' ']).kind]).toEqual(['category', 'missing']);
	});
});

describe('measureNumbers', () => {
	const measure = (column: readonly number[]) =>
		finishSteps(measureNumbers((row) => column[row]!, column.length, AT));

	test('counts values and what is missing; variety is the share of all but the most frequent', () => {
		const measures = { distinct: 3, missing: 1, low: 1, high: 3, variety: 0.6, key: false };
		expect(measure([3, NaN, 3, 1, 2.5])).toMatchObject(measures);
		expect(measure([NaN, NaN])).toMatchObject({ distinct: 0, missing: 2, low: Infinity, variety: 0 });
	});

	test('equal 32-bit numbers in the same rows have one fingerprint', () => {
		expect(measure([0.1, NaN]).fingerprint).toBe(measure([0.1 + 1e-12, NaN]).fingerprint);
		expect(measure([0.1, 2]).fingerprint).not.toBe(measure([2, 0.1]).fingerprint);
	});

	test('whole numbers that count the rows or lie too close never to repeat are a key', () => {
		const keyOf = (rows: number, make: (row: number) => number) => measure(cells(rows, make)).key;
		expect(keyOf(20, (row) => 1000 + row)).toBe(true);
		expect(keyOf(19, (row) => 1000 + row)).toBe(false);
		expect(keyOf(20, (row) => 1000 + row / 2)).toBe(false);
		expect(keyOf(20, (row) => (row === 5 ? NaN : row))).toBe(false);
		// 50 of 50 numbers without one twice: 24.5 pairs were to be expected; of 31 in 31 only 15.
		expect(keyOf(50, (row) => (row * 7) % 50)).toBe(true);
		expect(keyOf(50, (row) => (row === 5 ? NaN : (row * 7) % 50))).toBe(false);
		expect(keyOf(31, (row) => (row * 7) % 31)).toBe(false);
	});
});

describe('countLevels', () => {
	const count = (column: readonly Cell[], fewest = 2) => finishSteps(countLevels(column, fewest, AT));

	test('names the levels of enough rows, most frequent first, then by text', () => {
		expect(count(['pro', ' pro', null, 'free', 'pro', 3, '3.0', 'a b c'])).toMatchObject({
			frequent: [
				{ text: 'pro', rows: 3 },
				{ text: '3', rows: 2 },
			],
			distinct: 4,
			missing: 1,
			words: 1.5,
		});
		expect(count(['b', 'a', 'b', 'a']).frequent.map(({ text }) => text)).toEqual(['a', 'b']);
		expect(count([null])).toMatchObject({ frequent: [], distinct: 0, missing: 1, words: 0 });
	});

	test('columns that part the rows alike have one fingerprint', () => {
		const { fingerprint } = count(['yes', 'no', null, 'yes']);
		expect(count(['1', '0', '', '1']).fingerprint).toBe(fingerprint);
		expect(count(['yes', 'no', null, 'no']).fingerprint).not.toBe(fingerprint);
	});
});

describe('learnColumn', () => {
	const learn = (column: readonly Cell[], asOf: Float64Array | null = null) =>
		finishSteps(learnColumn('it', column, asOf, AT));

	test('a number is one feature, with its range', () => {
		expect(learn([1, '2', 2, null])).toMatchObject({
			left: null,
			field: { name: 'it', kind: 'number', low: 1, high: 2 },
			levels: null,
			width: 1,
			filled: 0.75,
			variety: 0.5,
		});
	});

	test('a date is its age on the as-of day, in days', () => {
		const learned = learn([DAY_10, DAY_110], Float64Array.of(110, 120));
		expect(learned).toMatchObject({ field: { kind: 'date', low: 10, high: 100 }, filled: 1 });
	});

	test('a category has a feature for each level and for nothing', () => {
		const learned = learn(['a', 'a', 'a', 'a', 'b', 'b', 'b', null]);
		expect(learned).toMatchObject({
			field: { name: 'it', kind: 'category', levels: ['a', 'b'] },
			levels: ['a', 'b', null],
			width: 3,
			filled: 7 / 8,
			variety: 0.5,
		});
	});

	test('what tells nothing is left out, with the reason', () => {
		const reason = (make: (row: number) => Cell) => learn(cells(40, make)).left;
		expect(reason(() => null)).toBe('all-missing');
		expect(reason(() => Infinity)).toBe('all-missing');
		expect(reason(() => 4)).toBe('constant');
		expect(reason(() => 'same')).toBe('constant');
		expect(reason((row) => 700 + row)).toBe('identifier');
		expect(reason((row) => `A-${row}`)).toBe('identifier');
		expect(reason((row) => `they called ${row} times`)).toBe('text');
		expect(reason((row) => (row % 2 === 0 ? 4 : null))).toBeNull();
	});
});
