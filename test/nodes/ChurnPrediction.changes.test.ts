import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/account/predict.json';
import { scores as scoresTable } from '../../shared/tables/scores';
import { expectSchema } from '../support/churnPrediction';
import { PORTFOLIO_END } from '../support/churnPortfolio';
import { predictPortfolio as predict } from '../support/predictPortfolio';

// Training takes seconds on a busy machine.
const COLUMNS = scoresTable.columns.map(({ name }) => name);

describe('what changed', () => {
	const past = (account_id: string, on: string, value: number, score = 'churn_risk'): IDataObject => ({
		score,
		account_id,
		as_of_on: on,
		value,
		computed_at: `${on}T06:00:00.000Z`,
		model_version: score === 'churn' ? 'm0' : 'churn-rule-1',
	});

	test('since the last run and against 30 days earlier, for both scores', async () => {
		const first = (await predict()).rows[0]?.[0] as IDataObject;
		const id = String(first.account_id);
		const history = [
			past(id, '2026-01-26', Number(first.value) - 2, 'churn'),
			past(id, '2026-01-01', Number(first.value) - 34, 'churn'),
			past(id, '2026-01-26', Number(first.risk) + 1),
			past(id, '2026-01-02', Number(first.risk) + 20),
			past(id, PORTFOLIO_END, 99, 'churn'),
			{ ...past(id, PORTFOLIO_END, 99, 'churn'), run_id: 'run-2' },
		];
		const { rows } = await predict({ history });
		const row = rows[0]?.find(({ account_id }) => account_id === id);
		expect(row?.delta).toBeCloseTo(2, 9);
		expect(row?.change_30d).toBeCloseTo(34, 9);
		expect(row?.change).toBe('escalating (+34 points in 30 days, +2 since the last run)');
		expect(row?.trend).toBe('critical');
		expect(row?.details).toMatchObject({ model_changed: true, previous: { on: '2026-01-26' } });
		const risk = rows[1]?.find(({ account_id }) => account_id === id);
		expect(risk?.delta).toBeCloseTo(-1, 9);
		expect(risk?.change_30d).toBeCloseTo(-20, 9);
		expect(risk?.trend).toBe('improving');
	});

	test('a value too old to stand for 30 days ago does not, and another run of the same day counts', async () => {
		const id = String((await predict()).rows[0]?.[0]?.account_id);
		const history = [
			past(id, '2025-11-01', 10, 'churn'),
			{ ...past(id, PORTFOLIO_END, 10, 'churn'), run_id: 'run-1' },
		];
		const { rows } = await predict({ history });
		const row = rows[0]?.find(({ account_id }) => account_id === id);
		expect(row?.change_30d).toBeNull();
		expect(row?.delta).toBeCloseTo(Number(row?.value) - 10, 9);
	});
});

describe('options', () => {
	test('only table columns', async () => {
		const { rows } = await predict({ parameters: { options: { onlyTableColumns: true } } });
		for (const row of [...(rows[0] ?? []), ...(rows[1] ?? [])]) expect(Object.keys(row)).toEqual(COLUMNS);
	});

	test('fields of the input beside the prediction', async () => {
		const { rows } = await predict({ parameters: { options: { includeInputFields: true } } });
		expect(rows[0]?.[0]).toHaveProperty('started_on', '2024-06-03');
		expect(rows[0]?.[0]?.name).toMatch(/^Company/);
	});

	test('reasons of the top of the list, of all, or of none', async () => {
		const reasoned = async (options: IDataObject) =>
			((await predict({ parameters: { options } })).rows[0] ?? []).map(
				({ details }) => (((details as IDataObject | null)?.contributions as unknown[]) ?? []).length > 0,
			);
		const top = await reasoned({ explain: 'top', explainLimit: 3 });
		expect(top.slice(0, 5)).toEqual([true, true, true, false, false]);
		expect((await reasoned({ explain: 'all' })).every(Boolean)).toBe(true);
		const none = (await predict({ parameters: { options: { explain: 'none' } } })).rows;
		expect(none[0]?.[0]).toMatchObject({ detail_json: null, details: null });
		expect(none[1]?.[0]).toMatchObject({ detail_json: null, details: null });
		expectSchema(none[0] ?? [], schema);
	});

	test('at risk from a probability on', async () => {
		const { rows } = await predict({ parameters: { options: { atRiskFrom: 5 } } });
		for (const { value, at_risk } of rows[0] ?? []) expect(at_risk).toBe(Number(value) >= 5);
	});
});
