import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/model/train.json';
import { ChurnPrediction } from '../../nodes/ChurnPrediction/ChurnPrediction.node';
import { readModelRows } from '../../shared/learn/readModelRows';
import { models as modelsTable } from '../../shared/tables/models';
import { expectSchema, runChurn } from '../support/churnPrediction';
import { strictContext } from '../support/strictContext';
import { churnPortfolio, labelledRows, PORTFOLIO_END } from '../support/churnPortfolio';

// Training takes seconds on a busy machine.
const AS_OF = '2026-01-15';
const rows = labelledRows(150);

const train = async (items: readonly IDataObject[], parameters: IDataObject = {}, continueOnFail = false) =>
	await runChurn('train', [items], { asOf: AS_OF, learner: 'lr', ...parameters }, continueOnFail);

const modelIn = (modelRows: readonly IDataObject[] = []) => {
	const read = readModelRows(modelRows);
	if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join());
	return read.value[0]!;
};

describe('a trained model', () => {
	test('is rows of cs_models and a card, each linked to the input', async () => {
		const { rows: out, outputs, hints } = await train(rows);
		const [modelRows = [], [card] = []] = out;
		expect(Object.keys(modelRows[0] ?? {})).toEqual(modelsTable.columns.map(({ name }) => name));
		expect(modelRows[0]).toMatchObject({ model_id: `churn-${AS_OF}`, part: 1, kind: 'lr' });
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		expectSchema(modelRows, schema);
		const { model, trainedAt } = modelIn(modelRows);
		expect(trainedAt).toBe('2026-01-15T23:59:59.999Z');
		expect(model.schema.fields.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['logins', 'nps', 'plan']),
		);
		expect(model.schema.fields.map(({ name }) => name)).not.toContain('account_id');
		expect(card).toMatchObject({
			model_id: `churn-${AS_OF}`,
			rows: 150,
			events: rows.filter(({ label }) => label === 1).length,
			weak_signal: false,
			rule_auc: null,
			horizon_days: 90,
		});
		expect(Number(card?.auc)).toBeGreaterThan(0.7);
		expect(Number(card?.log_loss)).toBeLessThan(Number(card?.base_log_loss));
		expect(card?.text).toContain('churn');
		expect(hints.join()).toContain('Rows read 150, trained on 150');
	});

	test('is the same to the last byte for the same rows and seed, also as one item with a list', async () => {
		const [first] = (await train(rows)).rows;
		const [again] = (await train([{ rows }])).rows;
		expect(again).toEqual(first);
		const [forest] = (await train(rows, { learner: 'rf' })).rows;
		const [other] = (await train(rows, { learner: 'rf', trainOptions: { seed: 2 } })).rows;
		expect(other?.[0]?.hash).not.toBe(forest?.[0]?.hash);
	});

	test('of snapshots leaves out what identifies an account, and shows the rules beside the model', async () => {
		const { accounts, records } = churnPortfolio(45);
		const built = await runChurn('build', [accounts, null, records], {
			asOf: PORTFOLIO_END,
			staticColumns: 'industry',
		});
		const { rows: out } = await train(built.rows[0] ?? [], { asOf: PORTFOLIO_END, horizonDays: 60 });
		const { model } = modelIn(out[0]);
		const fields = model.schema.fields.map(({ name }) => name);
		for (const name of ['account_id', 'as_of_on', 'rule_risk', 'arr_minor', 'currency', 'label'])
			expect(fields).not.toContain(name);
		expect(model.context).toMatchObject({ rows: 'snapshots', horizon_days: 60, day_field: 'as_of_on' });
		const newest = (built.rows[0] ?? []).map((row) => String(row.as_of_on)).sort();
		expect(model.context.last_on).toBe(newest.at(-1));
		const card = out[1]?.[0];
		expect(Number(card?.rule_auc)).toBeGreaterThan(0.4);
		expect(card?.horizon_days).toBe(60);
	});

	test('does not use the columns to leave out; a misspelt one is said', async () => {
		const { rows: out, warnings } = await train(rows, { leaveOut: 'noise, plam' });
		expect(modelIn(out[0]).model.schema.fields.map(({ name }) => name)).not.toContain('noise');
		expect(warnings.join()).toContain("'plam'");
	});

	test('reads another outcome column, value, account column and model ID', async () => {
		const renamed = rows.map(({ label, account_id, ...rest }) => ({
			...rest,
			customer: account_id,
			status: label === 1 ? 'Exited' : 'Stayed',
		}));
		const { rows: out } = await train(renamed, {
			labelField: 'status',
			positiveValue: 'Exited',
			newModelId: 'mine',
			trainOptions: { accountField: 'customer' },
		});
		const { modelId, model } = modelIn(out[0]);
		expect(modelId).toBe('mine');
		expect(model.events).toBe(rows.filter(({ label }) => label === 1).length);
		expect(model.schema.fields.map(({ name }) => name)).not.toContain('customer');
	});
});

describe('bad input', () => {
	const only = (value: number) => rows.map((row) => ({ ...row, label: value }));

	test('one class only: a base rate, and a warning nobody can miss', async () => {
		const { rows: out, warnings } = await train(only(0), { learner: 'auto' });
		expect(modelIn(out[0]).model.kind).toBe('base-rate');
		expect(warnings.join()).toMatch(/say the same/);
		expect(warnings.join()).toMatch(/events to learn from/);
		expect(out[1]?.[0]?.warnings).toEqual(warnings);
	});

	test('nothing but missing values: a base rate, and a weak signal', async () => {
		const empty = rows.map(({ label, account_id }) => ({ account_id, label, logins: null, plan: '' }));
		const { rows: out, warnings } = await train(empty, { learner: 'auto' });
		expect(modelIn(out[0]).model.kind).toBe('base-rate');
		expect(warnings.join()).toContain('No column tells anything');
	});

	test('3 rows stop with what is needed, or are an error item', async () => {
		await expect(train(rows.slice(0, 3))).rejects.toMatchObject({
			message: expect.stringContaining('Only 3 rows have a label'),
			description: expect.stringContaining('rule-based'),
		});
		const { rows: out, outputs } = await train(rows.slice(0, 3), {}, true);
		expect(out[0]?.[0]?.error).toContain('Only 3 rows have a label');
		expect(out[1]).toEqual([]);
		expect(outputs[0]?.[0]?.pairedItem).toHaveLength(3);
	});

	test('5,000 columns are cut down to the most telling, and it says so', async () => {
		const wide = rows.slice(0, 60).map((row, index) => ({
			...row,
			...Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`c${at}`, (index * (at + 7)) % 13])),
		}));
		const { rows: out } = await train(wide);
		const { model } = modelIn(out[0]);
		expect(model.schema.fields.length).toBeLessThan(2_000);
		expect(model.schema.left.some(({ reason }) => reason === 'too-many' || reason === 'identical')).toBe(
			true,
		);
		const bytes = (out[0] ?? []).reduce((sum, { body }) => sum + String(body).length, 0);
		expect(bytes).toBeLessThan(2_000_000);
	});

	test('a copy of the outcome is reported as a leak, not removed', async () => {
		const leaking = rows.map((row) => ({ ...row, cancelled: row.label === 1 ? 'yes' : 'no' }));
		const { rows: out, warnings } = await train(leaking);
		expect(warnings.join()).toMatch(/'cancelled' alone tells nearly every label/);
		expect(modelIn(out[0]).model.schema.fields.map(({ name }) => name)).toContain('cancelled');
		expect((out[1]?.[0]?.warnings as string[]).join()).toContain('cancelled');
	});

	test('rows that came twice are reported', async () => {
		const { warnings } = await train([...rows, ...rows].map((row) => ({ ...row, account_id: undefined })));
		expect(warnings.join()).toMatch(/exact twin/);
	});

	test('dates in the future, infinities and categories of every kind do no harm', async () => {
		const odd = rows.map((row, index) => ({
			...row,
			renewal_on: index % 3 === 0 ? '2031-05-01' : '2025-11-02',
			ratio: index % 5 === 0 ? Infinity : index % 7 === 0 ? -Infinity : index,
			as_of_on: AS_OF,
		}));
		const { rows: out, warnings } = await train(odd);
		expect(modelIn(out[0]).model.rows).toBe(150);
		expect(warnings.join()).toMatch(/ratio/);
	});

	test('a missing outcome column stops with the columns there are', async () => {
		await expect(train(rows, { labelField: 'churned' })).rejects.toThrow(/'churned' is not there.*'logins'/);
	});

	test('rows without an outcome are left out and counted', async () => {
		const some = rows.map((row, index) => (index < 20 ? { ...row, label: null } : row));
		const { hints, warnings } = await train(some);
		expect(hints.join()).toContain('trained on 130');
		expect(hints.join()).toContain('without an outcome 20');
		expect(warnings.join()).toContain('20 of 150 rows have no label');
	});
});

test('a role column that was named on purpose and is not there stops the training', async () => {
	await expect(train(rows, { trainOptions: { accountField: 'customer' } })).rejects.toThrow(/'customer'/);
	await expect(train(rows, { trainOptions: { dayField: 'snapshot' } })).rejects.toThrow(/'snapshot'/);
	expect((await train(rows, { trainOptions: { accountField: '', dayField: '' } })).rows[0]).toHaveLength(1);
});

test.each([
	['numbers of snapshots are an order in time, not days', (row: number) => 3 * (1 + (row % 4)), null],
	['days are', (row: number) => `2025-0${1 + (row % 4)}-01`, '2025-04-01'],
])('%s', async (_, snapshot, last) => {
	const dated = rows.map((row, index) => ({
		...row,
		snapshot: snapshot(index),
		since: `2024-0${1 + (index % 9)}-15`,
	}));
	const { rows: out } = await train(dated, { trainOptions: { dayField: 'snapshot' } });
	const { model } = modelIn(out[0]);
	expect(model.context.last_on).toBe(last);
	expect(model.schema.asOf).toBe(last === null ? undefined : 'snapshot');
	expect(model.schema.fields.map(({ name }) => name)).not.toContain('snapshot');
});

test('stops when the execution is cancelled', async () => {
	const { run } = strictContext({
		nodeType: new ChurnPrediction(),
		parameters: { resource: 'model', operation: 'train', asOf: AS_OF },
		inputs: [rows],
		members: { getExecutionCancelSignal: () => AbortSignal.abort() },
	});
	await expect(run()).rejects.toThrow('The execution was cancelled');
});
