import type { IDataObject } from 'n8n-workflow';

import evaluateSchema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/model/evaluate.json';
import { expectSchema, runChurn } from '../support/churnPrediction';
import { labelledRows, poorerRows } from '../support/churnPortfolio';

// Training takes seconds on a busy machine.
const rows = labelledRows(150);
const fresh = labelledRows(150, 9);
let model: IDataObject[] = [];
let worse: IDataObject[] = [];

const train = async (items: readonly IDataObject[], newModelId: string, asOf: string) =>
	(await runChurn('train', [items], { asOf, learner: 'lr', newModelId })).rows[0] ?? [];

beforeAll(async () => {
	model = await train(rows, 'good', '2026-01-15');
	worse = await train(poorerRows(rows), 'poor', '2026-01-01');
});

describe('evaluate', () => {
	const evaluate = async (
		items: readonly IDataObject[],
		models: readonly IDataObject[] | null,
		parameters: IDataObject = {},
		continueOnFail = false,
	) => await runChurn('evaluate', [items, models], { asOf: '2026-01-20', ...parameters }, continueOnFail);

	test('measures every model on the same rows and promotes the better one', async () => {
		const { rows: out, hints } = await evaluate(fresh, [...model, ...worse]);
		const [results = [], cards = []] = out;
		expect(results.map(({ model_id, champion, promote }) => [model_id, champion, promote])).toEqual([
			['poor', true, false],
			['good', false, true],
		]);
		expect(results[1]).toMatchObject({ compared_with: 'poor', rows: 150 });
		expect(Number(results[1]?.difference)).toBeGreaterThan(Number(results[1]?.standard_error));
		expect(cards.map(({ model_id }) => model_id)).toEqual(['poor', 'good']);
		expect(hints.join()).toContain('Labelled rows 150');
		expectSchema(results, evaluateSchema);
	});

	test('compares with the champion that is named', async () => {
		const { rows: out } = await evaluate(fresh, [...model, ...worse], { championModelId: 'good' });
		expect(out[0]?.map(({ model_id, promote }) => [model_id, promote])).toEqual([
			['poor', false],
			['good', false],
		]);
		await expect(evaluate(fresh, model, { championModelId: 'none' })).rejects.toThrow("no model 'none'");
	});

	test('shows the rule score on the same rows', async () => {
		const ruled = fresh.map((row) => ({ ...row, rule_risk: 100 - 2 * Number(row.logins) }));
		const { rows: out } = await evaluate(ruled, model);
		expect(Number(out[0]?.[0]?.rule_auc)).toBeGreaterThan(0.6);
	});

	test('says that rows were learned from when their day tells it', async () => {
		const dated = (on: string, list: readonly IDataObject[]) => list.map((row) => ({ ...row, as_of_on: on }));
		const known = await train(dated('2026-01-01', rows), 'dated', '2026-01-15');
		expect((await evaluate(dated('2026-01-01', rows), known)).warnings.join()).toContain(
			'its figures here are too good',
		);
		expect((await evaluate(dated('2026-01-08', fresh), known)).warnings.join()).not.toContain('too good');
	});

	test('without a model or an outcome column stops, or is an error item', async () => {
		await expect(evaluate(fresh, null)).rejects.toThrow('There is no model on the Model input');
		await expect(evaluate(fresh, model, { labelField: 'left' })).rejects.toThrow("no column 'left'");
		const { rows: out } = await evaluate(fresh, null, {}, true);
		expect(out[0]?.[0]?.error).toContain('There is no model');
	});

	test('one class only is measured as far as it can be', async () => {
		const { rows: out, warnings } = await evaluate(
			fresh.map((row) => ({ ...row, label: 0 })),
			model,
		);
		expect(out[0]?.[0]).toMatchObject({ events: 0, auc: null });
		expect(Number(out[0]?.[0]?.log_loss)).toBeGreaterThan(0);
		expect(warnings.length).toBeGreaterThan(0);
	});
});
