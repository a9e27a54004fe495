import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/account/rankInterventions.json';
import { expectSchema, runChurn } from '../support/churnPrediction';

const rank = async (
	items: IDataObject[],
	parameters: IDataObject = {},
	records: IDataObject[] = [],
	continueOnFail = false,
) =>
	await runChurn(
		'rankInterventions',
		[items, null, records],
		{ asOf: '2026-01-15', runId: 'r1', ...parameters },
		continueOnFail,
	);
const acme = { account_id: 'acme', name: 'Acme', probability: 0.78, arr_minor: 1_000_000, currency: 'USD' };

test('retention of 22, 45, 73 and 89 % at a churn probability of 78 %, the target decides', async () => {
	const { rows, outputs } = await rank([acme]);
	const helps = rows[0] ?? [];
	expect(helps.map(({ strategy, retention }) => [strategy, Math.round(100 * Number(retention))])).toEqual([
		['executive', 89],
		['comprehensive', 73],
		['standard', 45],
		['no_action', 22],
	]);
	expect(helps.filter(({ recommended }) => recommended).map(({ strategy }) => strategy)).toEqual([
		'executive',
	]);
	expect(helps[0]).toMatchObject({ run_id: 'r1', account_id: 'acme', arr_saved_minor: 670_020 });
	expect(outputs[0]?.[3]?.pairedItem).toEqual({ item: 0 });
	expectSchema(helps, schema);
	const modest = (await rank([acme], { targetRetention: 70 })).rows[0] ?? [];
	expect(modest.find(({ recommended }) => recommended)?.strategy).toBe('comprehensive');
});

test('takes rows of cs_scores, where the value is in percent', async () => {
	const row = { score: 'churn', account_id: 'acme', value: 78, as_of_on: '2026-01-10' };
	const [helps = []] = (await rank([row])).rows;
	expect(helps[0]).toMatchObject({ churn_probability: 0.78, as_of_on: '2026-01-10', arr_saved_minor: null });
});

test('says that the rates are a rule of thumb, until own runs are there', async () => {
	expect((await rank([acme])).warnings.join()).toContain('rule of thumb');
	const runs = Array.from({ length: 40 }, (_, index) => ({
		strategy: 'standard',
		churned: index % 10 === 0,
		probability: 0.6,
	}));
	const { rows, warnings, hints } = await rank([acme], {}, [...runs, { strategy: 'standard' }]);
	const standard = rows[0]?.find(({ strategy }) => strategy === 'standard');
	expect(standard).toMatchObject({ basis: 'own outcomes', own_accounts: 40 });
	expect(Number(standard?.save)).toBeGreaterThan(0.5);
	expect(hints.join()).toContain('Standard Intervention (40 accounts)');
	expect(warnings).toEqual([expect.stringContaining('were left out: 1')]);
});

test('an account without a probability is counted, not ranked', async () => {
	const { rows, hints } = await rank([{ ...acme, probability: null }, acme]);
	expect(rows[0]).toHaveLength(4);
	expect(hints[0]).toBe('Read 2, ranked 1, without a probability 1, faulty 0.');
});

test.each([
	[{ account_id: 'a' }, 'is no prediction'],
	[{ probability: 0.5 }, 'is no prediction'],
	[{ score: 'health', account_id: 'a', value: 50 }, 'is no prediction'],
	[{ account_id: 'a', probability: 78 }, 'not a number from 0 to 1'],
	[{ account_id: 'a', probability: 'high' }, 'not a number from 0 to 1'],
])('%j stops the node, or is an error item beside the rest', async (item, message) => {
	await expect(rank([acme, item])).rejects.toMatchObject({
		message: expect.stringContaining(message),
		context: { itemIndex: 1 },
	});
	const { rows, outputs } = await rank([acme, item], {}, [], true);
	expect(rows[0]).toHaveLength(5);
	expect(rows[0]?.[4]?.error).toContain(message);
	expect(outputs[0]?.[4]?.pairedItem).toEqual({ item: 1 });
});
