import { createRandom } from '../../../scoring/learn/createRandom';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { packModel } from '../../../scoring/learn/packModel';
import { trainModel } from '../../../scoring/learn/trainModel';
import { drawAccounts, predict, train } from './accounts';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';

const partsOf = ({ kind, linear, boosted, forest }: TrainedModel) => ({
	kind,
	parts: [linear !== null, boosted !== null, forest !== null],
});
const codesOf = ({ warnings }: TrainedModel) => [...new Set(warnings.map(({ code }) => code))];

test('the ladder: 4 events the base rate, 5 linear and forest half and half, 39 the same', () => {
	expect(partsOf(train(drawAccounts(120, 4)))).toEqual({ kind: 'base-rate', parts: [false, false, false] });
	for (const events of [5, 39]) {
		const model = train(drawAccounts(160, events));
		expect(partsOf(model)).toEqual({ kind: 'blend', parts: [true, false, true] });
		expect(model.weights).toEqual({ linear: 0.5, boosted: 0, forest: 0.5 });
		expect(codesOf(model)).toContain('few-events');
	}
});

test('the ladder: with 40 events trees are boosted too, and nothing is said of few events', () => {
	const model = train(drawAccounts(200, 40));
	expect(model.kind).toBe('blend');
	expect(codesOf(model)).not.toContain('few-events');
	const { linear, boosted, forest } = model.weights;
	expect(linear + boosted + forest).toBeCloseTo(1, 12);
	expect(boosted).toBeGreaterThan(0);
});

test('the smaller class counts: 200 rows of which 3 stayed have 3 events', () => {
	expect(train(drawAccounts(200, 197)).kind).toBe('base-rate');
});

test('one class only, and rows of which nothing is known, are told the base rate with its interval', () => {
	const none = train(drawAccounts(50, 0));
	expect([none.kind, none.base.rate, none.base.low]).toEqual(['base-rate', 0, 0]);
	expect(none.base.high).toBeCloseTo(0.058, 3);
	const every = predict(none, drawAccounts(3, 1).table);
	expect([...every]).toEqual([every[0], every[0], every[0]]);
	expect(every[0]).toBeGreaterThan(0);
	expect(every[0]).toBeLessThan(0.02);
	const blank = train({ ...drawAccounts(100, 20), table: tableOf({ a: cells(100, () => null) }) });
	expect(blank.kind).toBe('base-rate');
	expect(codesOf(blank)).toContain('weak-signal');
	expect(train(drawAccounts(3, 1)).kind).toBe('base-rate');
});

test('each learner alone', () => {
	const training = drawAccounts(150, 45);
	expect(partsOf(train(training, { kind: 'lr' }))).toEqual({ kind: 'lr', parts: [true, false, false] });
	expect(partsOf(train(training, { kind: 'gbdt' }))).toEqual({ kind: 'gbdt', parts: [false, true, false] });
	expect(partsOf(train(training, { kind: 'rf' }))).toEqual({ kind: 'rf', parts: [false, false, true] });
});

test('same rows and seed: same bytes; another seed: others', () => {
	const training = drawAccounts(160, 45);
	const packed = packModel(train(training));
	expect(packModel(train(training))).toBe(packed);
	expect(packModel(train(training, { seed: 2 }))).not.toBe(packed);
});

test('random labels: the warning, and predictions close to the base rate', () => {
	const training = drawAccounts(200, 30);
	const random = createRandom(12);
	const labels = Uint8Array.from(training.labels, () => (random() < 0.15 ? 1 : 0));
	const model = train({ ...training, labels });
	expect(codesOf(model)).toContain('weak-signal');
	const told = predict(model, drawAccounts(300, 10, 77).table);
	const spread = told.reduce((sum, share) => sum + Math.abs(share - model.base.rate), 0) / told.length;
	expect(spread).toBeLessThan(0.05);
	expect(codesOf(train(training))).not.toContain('weak-signal');
});

test('groups: an account with many rows does not make the model look better', () => {
	const { table } = drawAccounts(60, 20);
	const often = cells(5, () => 0);
	const repeated = tableOf(
		Object.fromEntries(
			table.names.map((name, index) => [name, often.flatMap(() => [...table.columns[index]!])]),
		),
	);
	const random = createRandom(31);
	const one = Uint8Array.from({ length: 60 }, () => (random() < 0.4 ? 1 : 0));
	const labels = Uint8Array.from({ length: 300 }, (_, row) => one[row % 60]!);
	const training = { table: repeated, labels, groups: null, times: null, asOf: null, notes: [] };
	const groups = Int32Array.from({ length: 300 }, (_, row) => row % 60);
	expect(train(training, { kind: 'rf' }).metrics!.auc!).toBeGreaterThan(0.9);
	expect(train({ ...training, groups }, { kind: 'rf' }).metrics!.auc!).toBeLessThan(0.75);
});

test('times: when the rate moves the newest rows set the level, and drift is said', () => {
	const training = drawAccounts(900, 90);
	const random = createRandom(14);
	const times = Float64Array.from({ length: 900 }, (_, row) => (row < 600 ? 1 : 2));
	const labels = training.labels.map((label, row) => (row >= 600 && random() < 0.25 ? 1 : label));
	const moved = train({ ...training, labels, times }, { kind: 'lr' });
	const still = train({ ...training, labels }, { kind: 'lr' });
	expect(codesOf(moved)).toContain('drift');
	expect(codesOf(still)).not.toContain('drift');
	const mean = (model: TrainedModel) => {
		const told = predict(model, training.table).subarray(600);
		return told.reduce((sum, share) => sum + share, 0) / told.length;
	};
	const newest = labels.subarray(600).reduce((sum, label) => sum + label, 0) / 300;
	expect(mean(moved)).toBeCloseTo(newest, 1);
	expect(Math.abs(mean(moved) - newest)).toBeLessThan(Math.abs(mean(still) - newest) / 2);
	expect(codesOf(train({ ...training, times }, { kind: 'lr' }))).not.toContain('drift');
});

test('a direction given by name holds for the boosted trees, also against the rows', () => {
	const training = drawAccounts(300, 90);
	const asked = tableOf({
		usage: cells(20, (row) => row * 5),
		tickets: cells(20, () => 3),
		plan: cells(20, () => 'pro'),
		since: cells(20, () => '2022-05-15'),
	});
	const rising = [...predict(train(training, { kind: 'gbdt', monotone: { usage: 1 } }), asked)];
	expect(rising).toEqual([...rising].sort((a, b) => a - b));
	const free = [...predict(train(training, { kind: 'gbdt' }), asked)];
	expect(free).not.toEqual([...free].sort((a, b) => a - b));
});

test('5,000 columns are trained on without failing', () => {
	const random = createRandom(2);
	const { table, labels } = drawAccounts(60, 20);
	const wide = Array.from({ length: 5000 }, (_, index) => [`c${index}`, cells(60, () => random())] as const);
	const columns = { ...Object.fromEntries(wide), usage: table.columns[0]! };
	const training = { table: tableOf(columns), labels, groups: null, times: null, asOf: null, notes: [] };
	const model = train(training, { kind: 'rf' });
	expect(model.schema.features.length).toBeLessThanOrEqual(1000);
	expect(model.schema.left.length).toBeGreaterThan(3000);
});

test('no row at all is a fault with a remedy, context is kept', () => {
	const empty = drawAccounts(0, 0);
	const trained = finishSteps(trainModel(empty, { kind: 'auto', seed: 1 }));
	expect(trained.ok ? [] : trained.issues.map(({ code }) => code)).toEqual(['no-rows']);
	expect(train(drawAccounts(20, 3), { context: { horizon_days: 90 } }).context).toEqual({ horizon_days: 90 });
});
