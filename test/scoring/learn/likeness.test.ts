import { likenessOf } from '../../../scoring/learn/likenessOf';
import { signalColumns } from '../../../scoring/learn/signalColumns';
import { finishSteps } from './finishSteps';
import { allRows } from './treeRows';

const columnsOf = (values: number[], rows = allRows(values.length)) =>
	signalColumns({ rows: values.length, width: 1, values: Float32Array.from(values) }, rows, 0).map((column) =>
		[...column].map((value) => Math.round(value * 1e4) / 1e4),
	);

describe('signalColumns', () => {
	test('two values become -1 and 1, whatever they are', () => {
		expect(columnsOf([0, 1, 1, 0])).toEqual([[-1, 1, 1, -1]]);
		expect(columnsOf([7, 9000, 9000, 7])).toEqual([[-1, 1, 1, -1]]);
	});

	test('a number weighs half as much again, and comes with its squares', () => {
		// Ranks 1 to 5: mean 3, standard deviation √2; their squares 2, 0.5, 0, 0.5, 2.
		expect(columnsOf([1, 2, 30, 400, 5000])).toEqual([
			[-2.1213, -1.0607, 0, 1.0607, 2.1213],
			[1.1952, -0.5976, -1.1952, -0.5976, 1.1952],
		]);
	});

	test('what is missing is a column of its own and counts as the median', () => {
		expect(columnsOf([0, 1, NaN, NaN])).toEqual([
			[-1, -1, 1, 1],
			[-1.7321, 0.5774, 0.5774, 0.5774],
		]);
	});

	test('what is equal in all chosen rows says nothing', () => {
		expect([columnsOf([4, 4, 4]), columnsOf([NaN, NaN])]).toEqual([[], []]);
		expect(columnsOf([4, 4, 5], Int32Array.of(0, 1))).toEqual([]);
		expect(columnsOf([4, NaN, 4])).toEqual([[-0.7071, 1.4142, -0.7071]]);
	});
});

describe('likenessOf', () => {
	const likeness = (width: number, rows: number[][], chosen = allRows(rows.length)) => {
		const values = Float32Array.from(rows.flat());
		const found = finishSteps(likenessOf({ rows: rows.length, width, values }, chosen));
		return Array.from(found, (value) => Math.round(value * 1e4) / 1e4 + 0);
	};

	test('rows of the same half are alike by as much as those of the other are not', () => {
		// Ranks in each row 3.5 and 1.5 of 4; twice that over 4 is 1.75 and 0.75, less the mean of 1.25.
		const first = [0.5, 0.5, -0.5, -0.5];
		const last = [-0.5, -0.5, 0.5, 0.5];
		const expected = [first, first, last, last].flat();
		expect(likeness(1, [[0], [0], [1], [1]])).toEqual(expected);
		expect(likeness(1, [[0], [9], [0], [1], [1]], Int32Array.of(0, 2, 3, 4))).toEqual(expected);
	});

	test('is symmetric, and its rows sum to 0', () => {
		const rows = [
			[1, NaN],
			[2, 5],
			[8, 1],
			[9, NaN],
			[4, 4],
		];
		const found = likeness(2, rows);
		for (let row = 0; row < 5; row++) {
			const cells = found.slice(row * 5, row * 5 + 5);
			expect(cells).toEqual(rows.map((_, other) => found[other * 5 + row]));
			expect(cells.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 3);
			expect(Math.max(...cells)).toBe(cells[row]);
		}
	});

	test('constant columns make nothing alike', () => {
		expect(new Set(likeness(1, [[3], [3], [3]]))).toEqual(new Set([0]));
	});
});
