import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/model/recalibrate.json';
import { readModelRows } from '../../shared/learn/readModelRows';
import { models as modelsTable } from '../../shared/tables/models';
import { expectSchema, runChurn } from '../support/churnPrediction';
import { labelledRows } from '../support/churnPortfolio';

// Training takes seconds on a busy machine.
jest.setTimeout(60_000);

const rows = labelledRows(150);
const fresh = labelledRows(400, 9);
let model: IDataObject[] = [];

/** As `fresh`, but of those that churned only every third: the level has fallen. */
const fallen: IDataObject[] = (() => {
	let churned = 0;
	return fresh.map((row) => ({ ...row, label: row.label === 1 && churned++ % 3 === 0 ? 1 : 0 }));
})();

const recalibrate = async (
	items: readonly IDataObject[],
	models: readonly IDataObject[] | null = model,
	parameters: IDataObject = {},
	continueOnFail = false,
) => await runChurn('recalibrate', [items, models], { asOf: '2026-02-01', ...parameters }, continueOnFail);

const modelIn = (modelRows: readonly IDataObject[] = []) => {
	const read = readModelRows(modelRows);
	if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join());
	return read.value[0]!;
};

const predict = async (models: readonly IDataObject[], parameters: IDataObject = {}) =>
	await runChurn('predict', [fresh, models], { asOf: '2026-02-01', runId: 'r', ...parameters });

beforeAll(async () => {
	const trained = await runChurn('train', [rows], {
		asOf: '2026-01-15',
		learner: 'lr',
		newModelId: 'good',
	});
	model = trained.rows[0] ?? [];
});

describe('a model that tells too much', () => {
	test('gets a lower level, in rows of cs_models as Train gives them, and a card', async () => {
		const { rows: out, hints, outputs } = await recalibrate(fallen);
		const [modelRows = [], [card] = []] = out;
		expect(Object.keys(modelRows[0] ?? {})).toEqual(modelsTable.columns.map(({ name }) => name));
		expect(modelRows[0]).toMatchObject({
			model_id: 'good-recalibrated-2026-02-01',
			part: 1,
			kind: 'lr',
			trained_at: '2026-01-15T23:59:59.999Z',
		});
		expectSchema(modelRows, schema);
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		const [before, after] = [modelIn(model), modelIn(modelRows)];
		expect(after.hash).not.toBe(before.hash);
		expect(after.model.calibration.intercept).toBeCloseTo(
			before.model.calibration.intercept + Number(card?.shift_log_odds),
			12,
		);
		expect({ ...after.model, calibration: null, bands: null, context: null }).toEqual({
			...before.model,
			calibration: null,
			bands: null,
			context: null,
		});
		expect(after.model.context).toMatchObject({
			model_id: 'good-recalibrated-2026-02-01',
			recalibrated: { from: 'good', on: '2026-02-01', rows: 400 },
		});
		expect(card).toMatchObject({
			model_id: 'good-recalibrated-2026-02-01',
			from_model_id: 'good',
			hash: after.hash,
			verdict: 'recalibrated',
			rows: 400,
			accounts: 400,
			events: fallen.filter(({ label }) => label === 1).length,
			promote: true,
		});
		expect(Number(card?.shift_log_odds)).toBeLessThan(-0.3);
		expect(Number(card?.predicted_rate)).toBeGreaterThan(Number(card?.observed_rate_high));
		expect(Number(card?.predicted_rate_after)).toBeLessThan(Number(card?.predicted_rate));
		expect(Number(card?.log_loss_before) - Number(card?.log_loss_after)).toBeCloseTo(
			Number(card?.difference),
			12,
		);
		expect(Number(card?.difference)).toBeGreaterThan(Number(card?.standard_error));
		expect(hints.join()).toContain('name the new model as champion if you agree');
	});

	test('predicts lower in the same order once it is named; until then the model in use stays', async () => {
		const { rows: out } = await recalibrate(fallen);
		const both = [...(out[0] ?? []), ...model];
		expect((await predict(both)).rows[0]?.[0]?.model_version).toBe('good');
		const told = async (modelId: string) =>
			(await predict(both, { modelId })).rows[0]
				?.map(({ account_id, probability }) => ({ id: account_id, p: Number(probability) }))
				.sort((a, b) => a.p - b.p) ?? [];
		const [old, renewed] = [await told('good'), await told('good-recalibrated-2026-02-01')];
		expect(renewed.map(({ id }) => id)).toEqual(old.map(({ id }) => id));
		for (const [index, { p }] of renewed.entries()) expect(p).toBeLessThan(old[index]?.p ?? 0);
		// In an evaluation the model itself is the champion, and the new one has to be better.
		const judged = await runChurn('evaluate', [fallen, both], { asOf: '2026-02-01' });
		expect(judged.rows[0]?.map(({ model_id, champion }) => [model_id, champion])).toEqual([
			['good-recalibrated-2026-02-01', false],
			['good', true],
		]);
	});

	test('can be set again, and named by hand', async () => {
		const { rows: out } = await recalibrate(fallen);
		const again = await recalibrate(fresh, out[0] ?? [], { asOf: '2026-03-01' });
		expect(again.rows[0]?.[0]?.model_id).toBe('good-recalibrated-2026-03-01');
		const named = await recalibrate(fallen, model, { newModelId: 'lower' });
		expect(named.rows[1]?.[0]?.model_id).toBe('lower');
		await expect(recalibrate(fallen, model, { newModelId: 'good' })).rejects.toThrow(
			"There is a model 'good' already",
		);
	});

	test('rows of one account are one piece of evidence', async () => {
		const few = fallen.map((row, index) => ({ ...row, account_id: `g${index % 40}` }));
		const [alone, grouped] = [await recalibrate(fallen), await recalibrate(few)].map(
			({ rows: out }) => out[1]?.[0],
		);
		expect(grouped?.accounts).toBe(40);
		expect(grouped?.observed_rate).toBe(alone?.observed_rate);
		expect(grouped?.standard_error).not.toBe(alone?.standard_error);
		expect(grouped?.text).toContain('400 rows of 40 accounts');
	});

	test('the same to the last byte, also as one item with a list', async () => {
		const first = (await recalibrate(fallen)).rows;
		expect((await recalibrate([{ rows: fallen }])).rows).toEqual(first);
	});
});

test('a model whose mean lies in the interval of what happened stays: no rows leave', async () => {
	const { rows: out } = await recalibrate(rows);
	expect(out[0]).toEqual([]);
	expect(out[1]?.[0]).toMatchObject({
		verdict: 'not_needed',
		model_id: null,
		hash: null,
		shift_log_odds: 0,
		promote: false,
	});
	expect(out[1]?.[0]?.text).toContain('no recalibration is needed');
});

describe('refuses', () => {
	const few = (events: number): IDataObject[] => {
		let left = events;
		return fresh.map((row) => ({ ...row, label: row.label === 1 && left-- > 0 ? 1 : 0 }));
	};

	test('fewer than five events; five are enough', async () => {
		await expect(recalibrate(few(4))).rejects.toMatchObject({
			message: expect.stringContaining('400 rows with 4 events are too few'),
			description: expect.stringContaining('the model stays as it is'),
		});
		expect((await recalibrate(few(5))).rows[1]?.[0]).toMatchObject({ events: 5 });
		const { rows: out } = await recalibrate(few(4), model, {}, true);
		expect(out[0]?.[0]?.error).toContain('too few');
	});

	test('one class only', async () => {
		await expect(recalibrate(few(0))).rejects.toThrow('with 0 events are too few');
		await expect(recalibrate(fresh.map((row) => ({ ...row, label: 1 })))).rejects.toThrow(
			'400 rows with 400 events are too few',
		);
		const worded = fresh.map((row) => ({ ...row, label: row.label === 1 ? 'Exited' : 'Stayed' }));
		await expect(recalibrate(worded)).rejects.toThrow("No row has 1, yes or true in 'label'");
		expect((await recalibrate(worded, model, { positiveValue: 'Exited' })).rows[1]?.[0]?.rows).toBe(400);
	});

	test('another schema', async () => {
		const without = fallen.map((row) =>
			Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'logins')),
		);
		await expect(recalibrate(without)).rejects.toThrow("needs the field 'logins'");
		await expect(recalibrate(fallen, model, { labelField: 'left' })).rejects.toThrow("no column 'left'");
	});

	test('a model with a wrong hash, a part missing, or none at all', async () => {
		const body = String(model[0]?.body);
		const tampered = model.map((row) => ({ ...row, body: body.replace('"intercept":', '"intercept":1') }));
		await expect(recalibrate(fallen, tampered)).rejects.toThrow('its content does not have its hash');
		await expect(
			recalibrate(
				fallen,
				model.map((row) => ({ ...row, parts: 2 })),
			),
		).rejects.toThrow('part 2 of 2 is missing');
		await expect(recalibrate(fallen, null)).rejects.toThrow('There is no model on the Model input');
		await expect(recalibrate(fallen, model, { modelId: 'best' })).rejects.toThrow("no model 'best'");
	});
});

describe('odd rows', () => {
	test('of days to come are left out, repeated ones and those learned from are said', async () => {
		const dated = fallen.map((row, index) => ({
			...row,
			as_of_on: index < 10 ? '2026-05-01' : index < 20 ? '2025-12-01' : '2026-01-20',
			account_id: index === 31 ? 'c30' : row.account_id,
		}));
		const trained = await runChurn('train', [rows.map((row) => ({ ...row, as_of_on: '2025-12-31' }))], {
			asOf: '2026-01-15',
			learner: 'lr',
		});
		const { rows: out, warnings } = await recalibrate(dated, trained.rows[0] ?? []);
		expect(out[1]?.[0]?.rows).toBe(390);
		expect(warnings.join()).toContain('10 rows are of days after 2026-02-01');
		expect(warnings.join()).toContain('1 of 390 rows repeats an account and day');
		expect(warnings.join()).toContain('10 of 390 rows are of days up to 2025-12-31');
		expect(modelIn(out[0]).model.context.last_on).toBe('2026-01-20');
	});

	test('infinities, missing values and rows without an outcome', async () => {
		const odd = fallen.map((row, index) => ({
			...row,
			logins: index === 1 ? 'Infinity' : index === 2 ? null : row.logins,
			plan: index === 3 ? 'galactic' : row.plan,
			label: index === 4 ? null : row.label,
		}));
		const { rows: out, warnings } = await recalibrate(odd);
		expect(out[1]?.[0]).toMatchObject({ rows: 399, verdict: 'recalibrated' });
		expect(warnings.join()).toContain("1 of 400 rows has no label in 'label'");
	});
});
