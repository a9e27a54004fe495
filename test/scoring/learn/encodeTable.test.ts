import fc from 'fast-check';
import { encodeTable } from '../../../scoring/learn/encodeTable';
import { learnSchema } from '../../../scoring/learn/learnSchema';
import type { Cell, RawTable } from '../../../scoring/learn/RawTable';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';

const learn = (table: RawTable, asOf?: string) =>
	finishSteps(learnSchema(table, asOf === undefined ? {} : { asOf })).schema;

function encode(table: RawTable, schema = learn(table)) {
	const outcome = finishSteps(encodeTable(table, schema));
	if (!outcome.ok) return { differences: outcome.issues, rows: [], warnings: [] };
	const { values, width, rows } = outcome.value;
	return {
		differences: [],
		rows: cells(
			rows,
			(row) => [...values.subarray(row * width, (row + 1) * width)] as never,
		) as unknown as number[][],
		warnings: outcome.warnings,
	};
}

const codes = (issues: readonly { code: string; path: string }[]) =>
	issues.map(({ code, path }) => `${code} ${path}`);

const training = tableOf({
	seats: cells(60, (row) => (row % 10 === 9 ? null : row % 7)),
	plan: cells(60, (row) => ['free', 'pro', 'team'][row % 3] as string),
	trial: cells(60, (row) => (row % 4 ? 'no' : 'yes')),
	region: cells(60, (row) => (row < 2 ? `far ${row}` : row % 5 === 0 ? null : row % 2 ? 'EU' : 'US')),
});

test('one row of features per row: numbers, levels, rare ones together, missing as NaN or a level', () => {
	const schema = learn(training);
	expect(schema.features.map(({ field, level }) => `${schema.fields[field]?.name} ${level ?? '-'}`)).toEqual([
		'seats -',
		'plan free',
		'plan pro',
		'plan team',
		'trial yes',
		'region US',
		'region EU',
		'region ',
		'region -',
	]);
	const { rows, warnings } = encode(training, schema);
	expect(rows[0]).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0]);
	expect(rows[9]).toEqual([NaN, 1, 0, 0, 0, 0, 1, 0, 0]);
	expect(rows[10]).toEqual([3, 0, 1, 0, 0, 0, 0, 0, 1]);
	expect(warnings).toEqual([]);
});

test('a number, its text, a checkbox and its word are encoded alike', () => {
	const numbers: Cell[] = [29.85, 1, 0, null, -3];
	const texts: Cell[] = [' 29.85 ', '1.0', '0', '', '-3e0'];
	const schema = learn(tableOf({ x: numbers }));
	expect(encode(tableOf({ x: texts }), schema).rows).toEqual(encode(tableOf({ x: numbers }), schema).rows);
	const ticked = learn(tableOf({ x: [true, false, true] }));
	const asWords = encode(tableOf({ x: ['TRUE', 'false', 'true'] }), ticked);
	expect(asWords.rows).toEqual(encode(tableOf({ x: [true, false, 1] }), ticked).rows);
});

test('a level that training never saw is a rare one, or none of the levels, with a note', () => {
	const schema = learn(training);
	const { rows, warnings } = encode(
		tableOf({ seats: [1], plan: ['enterprise'], trial: ['maybe'], region: ['Mars'] }),
		schema,
	);
	expect(rows[0]).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0]);
	expect(codes(warnings)).toEqual(['unseen-levels plan', 'unseen-levels trial', 'unseen-levels region']);
	expect(warnings[0]?.message).toContain("'enterprise'");
});

test('missing where training never had it counts as the most frequent of two levels, as none of several', () => {
	const { rows } = encode(
		tableOf({ seats: [null], plan: [null], trial: [''], region: [null] }),
		learn(training),
	);
	expect(rows[0]).toEqual([NaN, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test('all differences are listed: missing fields, and fields of another kind', () => {
	const dated = tableOf({
		...Object.fromEntries(training.names.map((name, index) => [name, training.columns[index]!])),
		on: cells(60, (row) => `2024-01-${10 + (row % 9)}`),
	});
	const { differences } = encode(
		tableOf({
			seats: ['many', 'few'],
			trial: ['no', 'no'],
			region: ['EU', 'EU'],
			on: ['soon', 'later'],
			extra: [1, 2],
		}),
		learn(dated),
	);
	expect(codes(differences)).toEqual(['field-missing plan', 'field-kind seats', 'field-kind on']);
	expect(differences[1]?.message).toContain("'many'");
	for (const { remedy } of differences) expect(remedy).not.toBe('');
});

test('a few strays and infinities are missing, with a note', () => {
	const x = cells(50, (row) => (row === 3 ? 'n. b.' : row === 4 ? Infinity : row % 5)) as Cell[];
	const { rows, warnings } = encode(tableOf({ x }), learn(tableOf({ x: cells(50, (row) => row % 5) })));
	expect(rows.slice(2, 6)).toEqual([[2], [NaN], [NaN], [0]]);
	expect(codes(warnings)).toEqual(['stray-cells x', 'infinite-cells x']);
});

test('another unit is noticed: ten times beyond the range, or below a tenth of it', () => {
	const schema = learn(tableOf({ arr: cells(40, (row) => 1000 + 700 * (row % 11)) }));
	const noteFor = (value: number) => codes(encode(tableOf({ arr: [value, value] }), schema).warnings);
	expect(noteFor(79_000)).toEqual([]);
	expect(noteFor(80_000)).toEqual(['unit-change arr']);
	expect(noteFor(101)).toEqual([]);
	expect(noteFor(100)).toEqual(['unit-change arr']);
});

describe('dates', () => {
	const days = cells(30, (row) => `2024-03-${10 + (row % 20)}`);

	test('age in days on the as-of day of the row; a day after it where training had none is noted', () => {
		const schema = learn(tableOf({ on: days, asOf: cells(30, () => '2024-04-01') }), 'asOf');
		const later = tableOf({ on: ['2024-05-01', '2024-05-20', null], asOf: ['2024-05-10', '2024-05-10', ''] });
		const { rows, warnings } = encode(later, schema);
		expect(rows).toEqual([[9], [-10], [NaN]]);
		expect(codes(warnings)).toEqual(['future-dates on']);
		expect(codes(encode(tableOf({ on: days }), schema).differences)).toEqual(['field-missing asOf']);
	});

	test('without an as-of column, to the newest day of training', () => {
		expect(encode(tableOf({ on: ['2024-03-19T12:00:00Z'] }), learn(tableOf({ on: days }))).rows).toEqual([
			[9.5],
		]);
	});
});

test('whatever the cells, encoding never fails on its own training table and gives finite numbers or NaN', () => {
	const cell = fc.oneof(
		fc.constantFrom<Cell>(
			null,
			undefined,
			'',
			' ',
			'NA',
			'true',
			'1',
			'2024-02-30',
			'2024-02-28',
			Infinity,
			NaN,
			-0,
		),
		fc.double(),
		fc.integer(),
		fc.boolean(),
		fc.string(),
	);
	fc.assert(
		fc.property(
			fc.array(fc.array(cell, { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 5 }),
			(columns) => {
				const table = tableOf(Object.fromEntries(columns.map((column, index) => [`c${index}`, column])));
				const schema = learn(table);
				const outcome = finishSteps(encodeTable(table, schema));
				expect(outcome.ok).toBe(true);
				if (!outcome.ok) return;
				expect(schema.fields.length + schema.left.length).toBe(columns.length);
				expect(outcome.value.values.every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(
					true,
				);
				expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
			},
		),
		{ numRuns: 300 },
	);
});
