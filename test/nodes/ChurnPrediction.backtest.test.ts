import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/score/backtest.json';
import { addDays } from '../../scoring/core/addDays';
import { createRandom } from '../../scoring/learn/createRandom';
import { expectSchema, runChurn } from '../support/churnPrediction';

// Training takes seconds on a busy machine.
const AS_OF = '2026-03-01';

/** Weekly health of accounts over a year; half of them churn in the last months, and health says so `early` or not at all. */
function history(count: number, tells: boolean): { scores: IDataObject[]; records: IDataObject[] } {
	const random = createRandom(3);
	const scores: IDataObject[] = [];
	const records: IDataObject[] = [];
	for (let index = 0; index < count; index++) {
		const account_id = `a${index}`;
		const churned = index % 2 === 0;
		const on = addDays(AS_OF, -20 - (index % 50));
		records.push({ account_id, name: `Company ${index}`, arr_minor: 1000 * (index + 1), currency: 'USD' });
		records.push({
			account_id,
			kind: churned ? 'churned' : 'renewed',
			occurred_on: on,
			known_at: `${on}T00:00:00.000Z`,
			arr_change_minor: churned ? -1000 * (index + 1) : 0,
			currency: 'USD',
		});
		for (let week = 1; week < 40; week++) {
			const day = addDays(on, -7 * week);
			const low = tells && churned && week < 30;
			const usage = (low ? 40 : 80) + 20 * (random() - 0.5);
			const noise = 50 + 40 * (random() - 0.5);
			scores.push({
				score: 'health',
				account_id,
				as_of_on: day,
				computed_at: `${day}T02:00:00.000Z`,
				value: 0.5 * usage + 0.5 * noise + 5,
				usage,
				noise,
			});
		}
	}
	return { scores, records };
}

const backtest = async (
	{ scores, records }: { scores: IDataObject[]; records: IDataObject[] },
	parameters: IDataObject = {},
	continueOnFail = false,
) => await runChurn('backtest', [scores, null, records], { asOf: AS_OF, ...parameters }, continueOnFail);

test('a score that knew it is told so, with the accounts it got wrong', async () => {
	const data = history(80, true);
	const { rows, outputs, hints } = await backtest(data);
	const [[verdict] = [], accounts = []] = rows;
	expect(verdict).toMatchObject({
		score: 'health',
		risk_is: 'low',
		threshold: 70,
		horizon_days: 90,
		accounts: 80,
		churned: 40,
		renewed: 40,
	});
	expect(['useful', 'strong']).toContain(verdict?.verdict);
	expect(Number(verdict?.auc)).toBeGreaterThan(0.8);
	expect(hints).toContain(verdict?.text);
	const details = verdict?.details as { horizons: IDataObject[]; promises: IDataObject[] };
	expect(details.horizons.map(({ horizonDays }) => horizonDays)).toEqual([30, 60, 90, 180]);
	expect(details.promises.map(({ promised }) => promised)).toEqual([0.9, 0.9, 0.85, 0.95]);
	expectSchema([verdict ?? {}], schema);
	for (const [index, { list, account_id, outcome }] of accounts.entries()) {
		expect(outcome === 'churned').toBe(list === 'green but churned');
		const paired = outputs[1]?.[index]?.pairedItem as Array<{ item: number }>;
		expect(paired).toHaveLength(39);
		for (const { item } of paired) expect(data.scores[item]?.account_id).toBe(account_id);
	}
	expect(accounts.length).toBeGreaterThan(0);
});

test('a score that knew nothing is told so, as a warning', async () => {
	const { rows, warnings } = await backtest(history(80, false));
	expect(rows[0]?.[0]?.verdict).toBe('no-better-than-chance');
	expect(warnings).toContain(rows[0]?.[0]?.text);
});

test('better weights are suggested where the parts are known', async () => {
	const { scores, records } = history(120, true);
	const blurred = scores.map((row) => ({ ...row, value: 0.1 * Number(row.usage) + 0.9 * Number(row.noise) }));
	const options = { componentFields: 'usage=10, noise=90' };
	const { rows } = await backtest({ scores: blurred, records }, { backtestOptions: options });
	const weights = rows[2] ?? [];
	expect(weights.map(({ component }) => component)).toEqual(['usage', 'noise']);
	expect(weights[0]).toMatchObject({ current_weight: 10, status: 'change' });
	expect(Number(weights[0]?.suggested_weight)).toBeGreaterThan(50);
	expect(rows[0]?.[0]?.weights_text).toBe(weights[0]?.text);
	const without = await backtest(history(40, true));
	expect(without.rows[2]).toEqual([]);
	expect(without.rows[0]?.[0]?.weights_text).toBeNull();
});

test('under 30 outcomes there is no verdict', async () => {
	const { rows } = await backtest(history(20, true));
	expect(rows[0]?.[0]?.verdict).toBe('not-enough-outcomes');
});

test('without outcomes it says what to connect', async () => {
	const { scores } = history(40, true);
	const { rows, warnings } = await backtest({ scores, records: [] });
	expect(warnings.join()).toContain('Connect the rows of cs_outcomes');
	expect(rows[0]?.[0]).toMatchObject({ verdict: 'not-enough-outcomes', churned: 0 });
});

test('other columns, another score and a threshold', async () => {
	const { scores, records } = history(60, true);
	const renamed = scores.map(({ account_id, as_of_on, computed_at, value }) => ({
		customer: account_id,
		day: as_of_on,
		computed_at,
		danger: 100 - Number(value),
	}));
	const { rows } = await backtest(
		{ scores: renamed, records },
		{
			scoreName: '',
			riskIs: 'high',
			mainHorizon: 60,
			threshold: '40',
			backtestOptions: {
				accountField: 'customer',
				dayField: 'day',
				valueField: 'danger',
				currency: 'USD',
			},
		},
	);
	expect(rows[0]?.[0]).toMatchObject({ score: 'danger', risk_is: 'high', threshold: 40, horizon_days: 60 });
	expect(Number(rows[0]?.[0]?.auc)).toBeGreaterThan(0.8);
});

test('rows of other scores and without an account are counted, not judged', async () => {
	const { scores, records } = history(40, true);
	const more = [
		...scores,
		{ score: 'churn', account_id: 'a1', as_of_on: AS_OF, value: 1 },
		{ score: 'health', value: 3 },
	];
	const { hints } = await backtest({ scores: more, records });
	expect(hints[0]).toMatch(/left out \(score without account\) 1/);
	expect(hints[0]).toMatch(/left out \(other score\) 1/);
});

test('a threshold that is no number stops with the remedy', async () => {
	await expect(backtest(history(4, true), { threshold: 'seventy' })).rejects.toThrow(/threshold/);
});

test('a bad as-of stops, or is an error item', async () => {
	const data = history(4, true);
	await expect(backtest(data, { asOf: '31.12.2025' })).rejects.toThrow("'As Of'");
	const { rows } = await backtest(data, { asOf: '31.12.2025' }, true);
	expect(rows[0]?.[0]?.error).toContain("'As Of'");
});
