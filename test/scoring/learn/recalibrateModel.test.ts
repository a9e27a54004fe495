import type { Recalibration } from '../../../scoring/learn/Evaluation';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { measureMetrics } from '../../../scoring/learn/measureMetrics';
import { predictTable } from '../../../scoring/learn/predictTable';
import { recalibrateModel } from '../../../scoring/learn/recalibrateModel';
import { finishSteps } from './finishSteps';
import { drawRows, lineModel } from './lineModel';
import { tableOf } from './tables';

type Rows = ReturnType<typeof drawRows>;

function recalibrated(model: TrainedModel, rows: Rows): Recalibration {
	const outcome = finishSteps(recalibrateModel(model, rows.table, rows.labels));
	if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
	return outcome.value;
}

function predicted(model: TrainedModel, rows: Rows): Float64Array {
	const outcome = finishSteps(predictTable(model, rows.table));
	if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
	return outcome.value;
}

const MODEL = lineModel(-2, 3);

test('after a drift of the level predictions are right again, and their order is the same', () => {
	const rows = drawRows(5000, -3, 3);
	const { model, shift, before, after, observed } = recalibrated(MODEL, rows);
	expect(shift).toBeGreaterThan(-1.15);
	expect(shift).toBeLessThan(-0.85);
	expect(before as number).toBeGreaterThan((observed as number) + 0.1);
	expect(Math.abs((after as number) - (observed as number))).toBeLessThan(0.005);

	const fresh = drawRows(5000, -3, 3, 2);
	const [old, renewed] = [
		measureMetrics(predicted(MODEL, fresh), fresh.labels),
		measureMetrics(predicted(model, fresh), fresh.labels),
	];
	expect(renewed.logLoss as number).toBeLessThan(old.logLoss as number);
	expect(renewed.auc).toBe(old.auc);
});

test('the given model is not touched, and the new one says what was done', () => {
	const copy = JSON.stringify(MODEL);
	const { model, shift } = recalibrated(MODEL, drawRows(300, -3, 3));
	expect(JSON.stringify(MODEL)).toBe(copy);
	expect(model.calibration.intercept).toBe(MODEL.calibration.intercept + shift);
	expect(model.context).toMatchObject({ horizon_days: 90, recalibrated: { shift, rows: 300 } });
});

test('by hand: one row at log-odds 0 without the event solves sigmoid(d) + d / 0.09 = 0', () => {
	const { shift } = recalibrated(lineModel(0, 0), { table: tableOf({ x: [0] }), labels: Uint8Array.of(0) });
	expect(1 / (1 + Math.exp(-shift)) + shift / 0.09).toBeCloseTo(0, 9);
	expect(Math.abs(shift)).toBeLessThan(0.05);
});

test('a right model stays nearly as it is, and few rows move any model little', () => {
	expect(Math.abs(recalibrated(MODEL, drawRows(5000, -2, 3)).shift)).toBeLessThan(0.1);
	expect(Math.abs(recalibrated(MODEL, drawRows(5, -9, 0)).shift)).toBeLessThan(0.2);
});

test('one class only ends at a finite level', () => {
	const { shift, observed } = recalibrated(MODEL, { ...drawRows(400, 0, 0), labels: new Uint8Array(400) });
	expect(observed).toBe(0);
	expect(shift).toBeLessThan(-2);
	expect(Number.isFinite(shift)).toBe(true);
});

test('bands are counted anew on many rows and moved along with few', () => {
	const many = recalibrated(MODEL, drawRows(1000, -3, 3)).model.bands;
	expect(many.reduce((sum, { rows }) => sum + rows, 0)).toBe(1000);
	const few = recalibrated(MODEL, drawRows(100, -3, 3));
	expect(few.model.bands.map(({ rows, from, to }) => [rows, from === 0, to === 1])).toEqual([
		[500, true, false],
		[500, false, true],
	]);
	const [low] = few.model.bands;
	expect(Math.log((low?.high as number) / (1 - (low?.high as number)))).toBeCloseTo(
		Math.log(0.18 / 0.82) + few.shift,
		9,
	);
});
