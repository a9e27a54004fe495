import { predictTable } from '../../../scoring/learn/predictTable';
import { prepareTraining, type TrainingColumns } from '../../../scoring/learn/prepareTraining';
import type { Cell, RawTable } from '../../../scoring/learn/RawTable';
import { createRandom } from '../../../scoring/learn/createRandom';
import { trainModel } from '../../../scoring/learn/trainModel';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';

type Columns = Record<string, readonly Cell[]>;

/** From the table to the model, as the node goes; the codes of its warnings and notes. */
function train(table: RawTable, columns: Partial<TrainingColumns> = {}) {
	const prepared = finishSteps(prepareTraining(table, { label: 'left', ...columns }));
	if (!prepared.ok) return { refused: prepared.issues.map(({ code }) => code), model: null, notes: [] };
	const trained = finishSteps(trainModel(prepared.value, { kind: 'lr', seed: 1 }));
	if (!trained.ok) return { refused: trained.issues.map(({ code }) => code), model: null, notes: [] };
	return {
		refused: [],
		model: trained.value,
		notes: trained.warnings.map(({ code, path }) => `${code} ${path}`),
	};
}

const ROWS = 240;
const random = createRandom(21);
const usage = cells(ROWS, () => Math.round(random() * 1000) / 10);
const left = cells(ROWS, (row) => (random() < ((usage[row] as number) < 30 ? 0.6 : 0.1) ? 1 : 0));
const honest: Columns = {
	usage,
	plan: cells(ROWS, () => ['free', 'pro', 'team'][Math.floor(random() * 3)] as string),
	left,
};
const trainWith = (more: Columns, columns: Partial<TrainingColumns> = {}) =>
	train(tableOf({ ...honest, ...more }), columns);

const codesOf = (model: ReturnType<typeof train>['model']) => [
	...new Set(model?.warnings.map(({ code }) => code)),
];

test('honest rows: no note, no warning', () => {
	const { notes, model } = trainWith({});
	expect(notes).toEqual([]);
	expect(codesOf(model)).toEqual([]);
});

test('one class only: the base rate, and few events said', () => {
	const { model, notes } = trainWith({ left: cells(ROWS, () => 0) });
	expect(model?.kind).toBe('base-rate');
	expect(notes).toEqual(['one-class left']);
	expect(codesOf(model)).toContain('few-events');
	const told = finishSteps(predictTable(model!, tableOf(honest)));
	expect(told.ok && told.value.every((p) => p >= 0 && p < 0.05)).toBe(true);
});

test('all missing: no label at all is refused, no feature at all gives the base rate and a weak signal', () => {
	expect(trainWith({ left: cells(ROWS, () => null) }).refused).toEqual(['no-labels']);
	const nothing = train(tableOf({ a: cells(ROWS, () => null), b: cells(ROWS, () => ''), left }));
	expect(nothing.model?.kind).toBe('base-rate');
	expect(codesOf(nothing.model)).toContain('weak-signal');
});

test('3 rows are refused', () => {
	expect(train(tableOf({ x: [1, 2, 3], left: [0, 1, 0] })).refused).toEqual(['too-few-rows']);
});

test('a copy of the label is reported and kept', () => {
	const { model } = trainWith({ copy: left.map((label) => (label === 1 ? 'gone' : 'here')) });
	expect(codesOf(model)).toContain('leakage');
	expect(model?.warnings.find(({ code }) => code === 'leakage')?.text).toContain("'copy'");
	expect(model?.schema.fields.map(({ name }) => name)).toContain('copy');
});

test('days after the as-of day are noted', () => {
	const asOf = cells(ROWS, () => '2025-06-30');
	const on = cells(ROWS, (row) => (row % 9 === 0 ? '2025-07-20' : `2025-05-${10 + (row % 20)}`));
	expect(trainWith({ asOf, on }, { asOf: 'asOf' }).notes).toEqual(['future-dates on']);
});

test('an account twice on one day, and rows with an exact twin, are a warning', () => {
	const account = cells(ROWS, (row) => `A${row >> 1}`);
	const asOf = cells(ROWS, () => '2025-06-30');
	expect(codesOf(trainWith({ account, asOf }, { group: 'account', asOf: 'asOf' }).model)).toContain(
		'duplicates',
	);
	const half = ROWS / 2;
	const twice = Object.fromEntries(
		Object.entries(honest).map(([name, column]) => [
			name,
			[...column.slice(0, half), ...column.slice(0, half)],
		]),
	);
	expect(codesOf(train(tableOf(twice)).model)).toContain('duplicates');
});

test('levels unseen in training, infinities and strays are lived with when predicting, and noted', () => {
	const { model } = trainWith({});
	const told = finishSteps(
		predictTable(
			model!,
			tableOf({ usage: [10, Infinity, 'none', 50, 60], plan: ['gold', 'pro', null, 'free', 'team'] }),
		),
	);
	expect(told.ok).toBe(true);
	if (!told.ok) return;
	expect(told.value.every((p) => p > 0 && p < 1)).toBe(true);
	expect(told.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([
		'infinite-cells usage',
		'unseen-levels plan',
	]);
});

test('rows of another form are refused with all differences', () => {
	const { model } = trainWith({});
	const told = finishSteps(predictTable(model!, tableOf({ usage: ['low', 'high'], seats: [1, 2] })));
	expect(told.ok ? [] : told.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
		'field-missing plan',
		'field-kind usage',
	]);
});

test('infinities in training are noted and learned as missing', () => {
	const { notes, model } = trainWith({ ratio: cells(ROWS, (row) => (row % 40 === 0 ? Infinity : row % 13)) });
	expect(notes).toEqual(['infinite-cells ratio']);
	expect(model?.schema.fields.find(({ name }) => name === 'ratio')).toMatchObject({ low: 0, high: 12 });
});
