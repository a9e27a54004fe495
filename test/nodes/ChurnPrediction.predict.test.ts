import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/account/predict.json';
import { scores as scoresTable } from '../../shared/tables/scores';
import { expectSchema } from '../support/churnPrediction';
import { PORTFOLIO_END } from '../support/churnPortfolio';
import {
	everything,
	portfolioAccounts as accounts,
	portfolioRecords,
	predictPortfolio as predict,
} from '../support/predictPortfolio';

// Training takes seconds on a busy machine.
const COLUMNS = scoresTable.columns.map(({ name }) => name);
const detail = (row: IDataObject | undefined) => JSON.parse(String(row?.detail_json)) as IDataObject;

describe('a prediction', () => {
	test('is a row of cs_scores, then what a person reads, linked to its account', async () => {
		const { rows, outputs } = await predict();
		const [predictions = []] = rows;
		const first = predictions[0] as IDataObject;
		expect(Object.keys(first).slice(0, COLUMNS.length)).toEqual(COLUMNS);
		expect(first).toMatchObject({
			run_id: 'run-2',
			score: 'churn',
			as_of_on: PORTFOLIO_END,
			model_version: 'm1',
			basis: 'model',
			horizon_days: 90,
		});
		expect(first.value).toBeCloseTo(100 * Number(first.probability), 9);
		expect(Number(first.low)).toBeLessThanOrEqual(Number(first.high));
		expect(first.reason).toMatch(/churn within 90 days \(accounts predicted .*: .* to .* churned\)/);
		for (const [index, { pairedItem }] of (outputs[0] ?? []).entries()) {
			const { item } = pairedItem as { item: number };
			expect(accounts[item]?.account_id).toBe(predictions[index]?.account_id);
		}
		expectSchema(predictions, schema);
	});

	test('has contributions that add up, and reasons with direction and size', async () => {
		let reasoned = 0;
		const { rows } = await predict();
		for (const row of (rows[0] ?? []).slice(0, 10)) {
			const { base, log_odds, contributions, reasons } = detail(row);
			const sum = (contributions as Array<[string, unknown, number]>).reduce(
				(all, [, , part]) => all + part,
				0,
			);
			expect(Number(base) + sum).toBeCloseTo(Number(log_odds), 9);
			expect(1 / (1 + Math.exp(-Number(log_odds)))).toBeCloseTo(Number(row.probability), 9);
			for (const reason of reasons as string[])
				expect(reason).toMatch(/: (raises|lowers) the risk from (.*) to (?!\2$)/);
			reasoned += (reasons as string[]).length;
		}
		expect(reasoned).toBeGreaterThan(10);
	});

	test('stands beside the risk of the rules, which is a score of its own', async () => {
		const { rows } = await predict();
		const [predictions = [], risks = []] = rows;
		expect(risks.map(({ account_id }) => account_id)).toEqual(
			predictions.map(({ account_id }) => account_id),
		);
		for (const [index, risk] of risks.entries()) {
			expect(risk).toMatchObject({ score: 'churn_risk', model_version: 'churn-rule-1' });
			expect(risk.value).toBe(predictions[index]?.risk);
			const terms = detail(risk).contributions as Array<[string, string, number]>;
			if (risk.value !== null)
				expect(terms.reduce((sum, [, , points]) => sum + points, 0)).toBeCloseTo(Number(risk.value), 9);
		}
		expect(Object.keys(risks[0] ?? {}).slice(0, COLUMNS.length)).toEqual(COLUMNS);
	});

	test('comes in the order of the ARR to lose, in one currency', async () => {
		const { rows, warnings } = await predict();
		const dollars = (rows[0] ?? []).map(
			(row) => Number(row.expected_arr_loss_minor) * (row.currency === 'EUR' ? 2 : 1),
		);
		expect(dollars).toEqual([...dollars].sort((a, b) => b - a));
		expect(warnings.join()).not.toContain('No rate');
		expect(new Set((rows[0] ?? []).map(({ currency }) => currency))).toEqual(new Set(['EUR', 'USD']));
		const loss = rows[0]?.[0];
		expect(loss?.expected_arr_loss_minor).toBe(
			Math.round(Number(loss?.probability) * Number(loss?.arr_minor)),
		);
	});

	test('without a rate is ordered within each currency, and says so', async () => {
		const { rows, warnings } = await predict({ records: portfolioRecords });
		expect(warnings.join()).toContain('No rate from EUR to USD');
		const currencies = (rows[0] ?? []).map(({ currency }) => String(currency));
		expect(currencies).toEqual([...currencies].sort().reverse());
		for (const own of ['EUR', 'USD']) {
			const losses = (rows[0] ?? [])
				.filter(({ currency }) => currency === own)
				.map((row) => Number(row.expected_arr_loss_minor));
			expect(losses).toEqual([...losses].sort((a, b) => b - a));
		}
	});

	test('does not depend on the order of the items', async () => {
		const backwards = await predict({ items: [...accounts].reverse(), records: [...everything].reverse() });
		expect(backwards.rows).toEqual((await predict()).rows);
	});

	test('is the same whatever became known after its day', async () => {
		const asOf = '2025-10-01';
		const before = await predict({ parameters: { asOf } });
		const later = everything.filter(
			(row) => String(row.starts_on ?? row.opened_at ?? row.occurred_on ?? '') < `${asOf}T99`,
		);
		const corrupted = [
			...later,
			...everything
				.filter((row) => String(row.starts_on ?? '') > asOf)
				.map((row) => ({ ...row, active_users: 0, sessions: 0 })),
			...accounts.map(({ account_id }) => ({ account_id, kind: 'churned', occurred_on: '2025-11-01' })),
		];
		const after = await predict({ parameters: { asOf }, records: corrupted });
		expect(after.rows).toEqual(before.rows);
		expect(before.rows[0]?.length).toBeGreaterThan(20);
	});
});

describe('who is left out', () => {
	test('accounts that churned, are known to leave, are deleted or have not started are counted', async () => {
		const kept = accounts.filter(({ lifecycle_stage }) => lifecycle_stage === 'growth');
		const [leaver] = kept as [IDataObject];
		const items = [
			...accounts,
			{ account_id: 'new', started_on: '2027-01-01' },
			{ account_id: 'gone', deleted: true },
		];
		const leaving = {
			account_id: leaver.account_id,
			kind: 'churned',
			occurred_on: '2026-03-01',
			known_at: '2026-01-20T00:00:00.000Z',
		};
		const { rows, hints } = await predict({ items, records: [...everything, leaving] });
		expect(rows[0]).toHaveLength(kept.length - 1);
		expect(rows[2]?.[0]).toMatchObject({
			accounts: kept.length - 1,
			details: {
				left_out: {
					'already churned': accounts.length - kept.length,
					'known to leave': 1,
					deleted: 1,
					'not started': 1,
				},
			},
		});
		expect(hints.join()).toContain(`left out (already churned) ${accounts.length - kept.length}`);
	});

	test('a repeated account and one without an ID stop the node, or are error items', async () => {
		const items = [...accounts, accounts[0] as IDataObject, { name: 'nobody' }];
		await expect(predict({ items })).rejects.toMatchObject({ context: { itemIndex: 45 } });
		const { rows, outputs } = await predict({ items, continueOnFail: true });
		const errors = (rows[0] ?? []).filter(({ error }) => error !== undefined);
		expect(errors.map(({ error }) => error)).toEqual([
			expect.stringContaining('acc-0000 came before'),
			expect.stringContaining("has no 'account_id'"),
		]);
		expect(outputs[0]?.[1]?.pairedItem).toEqual({ item: 46 });
		expect(rows[0]?.length).toBeGreaterThan(20);
	});
});
