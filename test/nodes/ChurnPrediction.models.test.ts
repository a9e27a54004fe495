import type { IDataObject } from 'n8n-workflow';

import { createRandom } from '../../scoring/learn/createRandom';
import { runChurn } from '../support/churnPrediction';
import { labelledRows, poorerRows } from '../support/churnPortfolio';

// Training takes seconds on a busy machine.
const rows = labelledRows(150);
const fresh = labelledRows(150, 9);
let model: IDataObject[] = [];
let worse: IDataObject[] = [];

const train = async (items: readonly IDataObject[], newModelId: string, asOf: string) =>
	(await runChurn('train', [items], { asOf, learner: 'lr', newModelId })).rows[0] ?? [];

const omit = (row: IDataObject, name: string): IDataObject =>
	Object.fromEntries(Object.entries(row).filter(([field]) => field !== name));

const predict = async (
	items: readonly IDataObject[],
	models: readonly IDataObject[] | null,
	parameters: IDataObject = {},
	continueOnFail = false,
	records: readonly IDataObject[] = [],
) =>
	await runChurn(
		'predict',
		[items, models, records],
		{ asOf: '2026-01-20', runId: 'r', ...parameters },
		continueOnFail,
	);

beforeAll(async () => {
	model = await train(rows, 'good', '2026-01-15');
	worse = await train(poorerRows(rows), 'poor', '2026-01-01');
});

describe('which model predicts', () => {
	test('the newest of several, and it says which', async () => {
		const { rows: out, hints } = await predict(fresh, [...worse, ...model]);
		expect(out[0]?.[0]?.model_version).toBe('good');
		expect(hints.join()).toContain('it is the newest of 2');
		expect(out[2]?.[0]).toMatchObject({ model_id: 'good', basis: 'model', model_age_days: 5 });
	});

	test('of two trained at once not the twin for a trial', async () => {
		const twin = model.map((row) => ({ ...row, model_id: 'good-trial' }));
		expect((await predict(fresh, [...twin, ...model])).rows[0]?.[0]?.model_version).toBe('good');
	});

	test('the one that is named; an unknown one stops with those there are', async () => {
		expect(
			(await predict(fresh, [...model, ...worse], { modelId: 'poor' })).rows[0]?.[0]?.model_version,
		).toBe('poor');
		await expect(predict(fresh, model, { modelId: 'best' })).rejects.toThrow(
			"no model 'best' on the Model input; there is good",
		);
	});

	test('an old one is called stale, above the output, in the summary and in every row', async () => {
		const { rows: out, warnings } = await predict(fresh, model, { asOf: '2026-03-15' });
		expect(warnings.join()).toContain('was trained 59 days ago, more than 45');
		expect((out[2]?.[0]?.warnings as string[]).join()).toContain('59 days ago');
		for (const row of out[0] ?? []) {
			expect(row.reason).toMatch(/^Careful \(.*stale.*\): /);
			expect((row.warnings as string[]).join()).toContain('59 days ago');
		}
		const patient = await predict(fresh, model, { asOf: '2026-03-15', options: { staleAfterDays: 90 } });
		expect(patient.warnings.join()).not.toContain('days ago');
	});

	test('an empty table, or nothing connected, is no model: the rules predict and say so', async () => {
		for (const models of [[], [{}], null]) {
			const { rows: out, warnings } = await predict(fresh, models);
			expect(out[0]?.[0]).toMatchObject({ basis: 'rule-based', probability: null, value: null, band: null });
			expect(warnings.join()).toContain('Rule-based: no model');
			expect(out[0]?.[0]?.reason).toMatch(/^Rule-based: no probability/);
		}
	});
});

describe('warnings nobody can miss', () => {
	const random = createRandom(11);

	test('a weak signal: when training, in the card, and in every prediction', async () => {
		const shuffled = rows.map((row) => ({ ...row, label: random() < 0.3 ? 1 : 0 }));
		const trained = await runChurn('train', [shuffled], { asOf: '2026-01-15', learner: 'lr' });
		const [models = [], [card] = []] = trained.rows;
		expect(trained.warnings.join()).toContain('no more about the outcome than shuffled labels');
		expect(card).toMatchObject({ weak_signal: true });
		expect((card?.warnings as string[]).join()).toContain('shuffled labels');
		const { rows: out, warnings } = await predict(fresh, models);
		expect(warnings.join()).toContain('shuffled labels');
		expect(out[2]?.[0]).toMatchObject({ weak_signal: true });
		for (const { reason, confidence } of out[0] ?? []) {
			expect(reason).toMatch(/^Careful \(.*weak signal.*\): /);
			expect(confidence).toBe('low');
		}
	});

	test('few events: the same', async () => {
		let left = 8;
		const few = rows.map((row) => ({ ...row, label: row.label === 1 && left-- > 0 ? 1 : 0 }));
		const trained = await runChurn('train', [few], { asOf: '2026-01-15' });
		expect(trained.warnings.join()).toContain('Only 8 events to learn from');
		const { rows: out, warnings } = await predict(fresh, trained.rows[0] ?? []);
		expect(warnings.join()).toContain('Only 8 events to learn from');
		expect(out[0]?.[0]?.reason).toMatch(/^Careful \(.*few events/);
	});
});

describe('a model that is not as it was', () => {
	const changed = (change: (row: IDataObject) => IDataObject) => model.map((row) => change({ ...row }));

	test('tampered with, or of another version, is refused', async () => {
		const body = String(model[0]?.body);
		const tampered = changed((row) => ({ ...row, body: body.replace('"intercept":', '"intercept":1') }));
		await expect(predict(fresh, tampered)).rejects.toMatchObject({
			message: expect.stringContaining('its content does not have its hash'),
			description: expect.stringContaining('train again'),
		});
		const { rows: out } = await predict(fresh, tampered, {}, true);
		expect(out[0]).toHaveLength(1);
		expect(out[0]?.[0]?.error).toContain('does not have its hash');
	});

	test('incomplete is refused', async () => {
		const cut = changed((row) => ({ ...row, parts: 2 }));
		await expect(predict(fresh, cut)).rejects.toThrow('part 2 of 2 is missing');
	});

	test('no row of cs_models is refused', async () => {
		await expect(predict(fresh, [{ account_id: 'a' }])).rejects.toThrow('is no row of cs_models');
	});
});

describe('rows the model was not trained for', () => {
	test('a missing field is refused by name, one of another kind too', async () => {
		await expect(
			predict(
				fresh.map((row) => omit(row, 'logins')),
				model,
			),
		).rejects.toThrow(/'?logins/);
		const words = fresh.map((row) => ({ ...row, logins: 'often' }));
		await expect(predict(words, model)).rejects.toThrow(/logins/);
	});

	test('unseen categories, infinities and missing values are predicted', async () => {
		const odd = fresh.map((row, index) => ({
			...row,
			plan: index === 0 ? 'galactic' : row.plan,
			logins: index === 1 ? Infinity : index === 2 ? null : row.logins,
		}));
		const { rows: out } = await predict(odd, model);
		expect(out[0]).toHaveLength(150);
		for (const { probability } of out[0] ?? []) {
			expect(Number(probability)).toBeGreaterThan(0);
			expect(Number(probability)).toBeLessThan(1);
		}
	});

	test('accounts of another sort are called drift', async () => {
		const moved = fresh.map((row) => ({ ...row, logins: 500 + Number(row.logins) }));
		const { rows: out, warnings } = await predict(moved, model);
		expect(warnings.join()).toMatch(/differ from those the model learned from: logins \(PSI/);
		expect(out[0]?.[0]?.reason).toMatch(/^Careful \(.*drift/);
	});

	test('another account column', async () => {
		const renamed = fresh.map(({ account_id, ...row }) => ({ ...row, customer: account_id }));
		const { rows: out } = await predict(renamed, model, { options: { accountField: 'customer' } });
		expect(out[0]?.[0]?.account_id).toMatch(/^c\d+$/);
	});
});

describe('without a model', () => {
	test('the mean of the known rates of the signs: {89, 67, 78} gives 78 %', async () => {
		const facts = {
			account_id: 'dataflow',
			usage_change_60d: -0.67,
			champion_unreplaced: 1,
			meeting_attendance: 0,
			meeting_attendance_before: 0.95,
			arr_minor: 10_000_000,
			currency: 'USD',
		};
		const { rows: out } = await predict([facts], null, { rows: 'asGiven' });
		expect(out[0]?.[0]).toMatchObject({
			basis: 'rule-based',
			value: 78,
			probability: 0.78,
			band: 'critical',
			low: null,
			high: null,
			expected_arr_loss_minor: 7_800_000,
			model_version: 'churn-rule-1',
			at_risk: true,
		});
		expect(out[0]?.[0]?.reason).toMatch(
			/^Rule-based: 78 % churn, the mean of the known rates of 3 signs: Usage fell 67 % in 60 days \(89 % within 6 months\)/,
		);
	});

	test('measured from records with nothing connected there, it says what to connect', async () => {
		const { warnings } = await predict(fresh, null, { rows: 'fromRecords' });
		expect(warnings.join()).toContain('No row came in on Records');
	});
});
