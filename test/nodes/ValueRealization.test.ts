import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ValueRealization/__schema__/v1.0.0/value/roi.json';
import { account, entry, expectSchema, LEDGER, runValue } from '../support/valueRealization';

describe('measure ROI', () => {
	test('1,635 over 875: gross and net, payback, three years, and where each number comes from', async () => {
		const claim = entry('x', 'strategic', 890, { formula: null, evidence_json: null });
		const item = account({ claims: { roi_gross_percent: 187, payback_months: 4.7 } });
		const { outputs, hints } = await runValue({ operation: 'roi' }, [item], [...LEDGER, claim]);
		const [[row], years, [summary]] = outputs as [IDataObject[], IDataObject[], IDataObject[]];
		expect(row).toMatchObject({
			run_id: 'run-1',
			score: 'value',
			account_id: 'tech',
			as_of_on: '2024-12-31',
			band: 'strong',
			value_minor: 163_500_000,
			cost_minor: 87_500_000,
			acknowledged_minor: 163_500_000,
			roi_words: '186.9 % gross (value / cost), 86.9 % net ((value - cost) / cost)',
			unevidenced: 1,
			wrong_claims: 1,
		});
		expect(row?.payback_months).toBeCloseTo(6.42, 2);
		expectSchema(outputs[0] ?? [], schema);
		const details = row?.details as IDataObject;
		expect(details.evidence).toHaveLength(3);
		expect(details.unevidenced).toMatchObject([
			{ entry_id: 'x', why: expect.stringMatching(/no source.*no formula/) },
		]);
		expect(years.map(({ cumulative_minor }) => cumulative_minor)).toEqual([
			163_500_000, 327_000_000, 490_500_000,
		]);
		expect(summary).toMatchObject({ accounts: 1, strong: 1, entries_left_out: 1 });
		expect(hints).toMatch(/Left out of all totals, e\.g\. x/);
	});

	test('the price is taken for the period, and own effort is on top of it', async () => {
		const half = LEDGER.map((row) => ({ ...row, period: '2024-Q4' }));
		const effort = entry('effort', 'cost', 10, { period: 'once', formula: null });
		const { outputs } = await runValue(
			{ operation: 'roi', period: 'own', ownPeriod: '2024-Q4' },
			[account()],
			[...half, effort],
		);
		const price = Math.round((87_500_000 * 92) / 365);
		expect(outputs[0]?.[0]).toMatchObject({ value_minor: 163_500_000, cost_minor: price + 1_000_000 });
		const ledgerOnly = await runValue(
			{ operation: 'roi', costFrom: 'ledger' },
			[account()],
			[...LEDGER, effort],
		);
		expect(ledgerOnly.outputs[0]?.[0]?.cost_minor).toBe(1_000_000);
		await expect(
			runValue({ operation: 'roi', period: 'own', ownPeriod: 'soon' }, [account()]),
		).rejects.toThrow(/Own Period/);
	});

	test('the last four quarters are whole ones, and nobody pays before the start', async () => {
		const quarters = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map((period) =>
			entry(period, 'direct', 100, { period }),
		);
		const at = async (asOf: string, over: IDataObject = {}, parameters = {}) =>
			(await runValue({ operation: 'roi', asOf, ...parameters }, [account(over)], quarters)).outputs[0]?.[0];
		expect(await at('2025-11-20')).toMatchObject({ value_minor: 40_000_000, cost_minor: 87_500_000 });
		expect(await at('2025-12-31')).toMatchObject({ value_minor: 40_000_000, cost_minor: 87_500_000 });
		expect(await at('2025-11-20', {}, { period: 'last12' })).toMatchObject({ value_minor: 30_000_000 });
		expect(await at('2025-11-20', { started_on: '2025-07-01' })).toMatchObject({
			cost_minor: Math.round((87_500_000 * 92) / 365),
		});
	});

	test('all periods: the price is taken from the first to the last day of value; without a currency nothing is measured', async () => {
		const both = [
			entry('a', 'direct', 100, { period: '2022' }),
			entry('b', 'direct', 100, { period: '2023' }),
		];
		const { outputs } = await runValue({ operation: 'roi', period: 'all' }, [account()], both);
		expect(outputs[0]?.[0]).toMatchObject({ value_minor: 20_000_000, cost_minor: 175_000_000 });
		expect(outputs[1]?.[0]).toMatchObject({ value_minor: 10_000_000, cost_minor: 87_500_000 });
		const bare = await runValue({ operation: 'roi', period: 'all' }, [
			account({ currency: null }),
			account({ account_id: 'b' }),
		]);
		expect(bare.outputs[0]?.[0]).toMatchObject({ account_id: 'b', cost_minor: null, band: 'unproven' });
		expect(bare.hints).toMatch(/Skipped \(no currency\) 1|skipped \(no currency\) 1/);
	});

	test('an own trajectory, from the account', async () => {
		const year = (savings: number, growth: number) => ({ parts: { savings, growth } });
		const item = account({ trajectory: [year(560, 120), year(580, 200), year(600, 350)] });
		const { outputs } = await runValue({ operation: 'roi' }, [item], LEDGER);
		expect(outputs[1]?.map(({ value_minor }) => value_minor)).toEqual([680, 780, 950]);
		expect(outputs[1]?.[2]?.cumulative_minor).toBe(2410);
	});

	test('fields instead of a ledger; without an amount nothing is made up', async () => {
		const parameters = { operation: 'roi', valueFrom: 'fields', costFrom: 'field' };
		const { outputs } = await runValue(
			parameters,
			[account({ value_minor: 56_000_000, cost_minor: 87_500_000 }), account({ account_id: 'b' })],
			null,
		);
		expect(outputs[0]?.[0]).toMatchObject({ payback_months: 18.75, roi_gross_rate: 0.64, band: 'weak' });
		expect(outputs[0]?.[1]).toMatchObject({
			value_minor: null,
			roi_gross_rate: null,
			band: 'unproven',
			value: null,
		});
	});

	test('several currencies need rates; an account twice or without id is skipped and said', async () => {
		const euro = entry('e', 'direct', 100, { currency: 'EUR' });
		const without = await runValue(
			{ operation: 'roi' },
			[account(), account(), { name: 'x' }],
			[...LEDGER, euro],
		);
		expect(without.outputs[0]).toHaveLength(1);
		expect(without.outputs[0]?.[0]).toMatchObject({ value_minor: null });
		expect(without.outputs[0]?.[0]?.reason).toMatch(/no rate from EUR/);
		expect(without.outputs[2]?.[0]?.details).toMatchObject({
			skipped: { 'same account twice': 1, 'no account_id': 1 },
		});
		const rate = { day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 };
		const rated = await runValue({ operation: 'roi' }, [account()], [...LEDGER, euro, rate]);
		expect(rated.outputs[0]?.[0]?.value_minor).toBe(174_500_000);
	});

	test('only table columns are those of cs_scores, and the input is left as it was', async () => {
		const items = [account()];
		const before = JSON.stringify([items, LEDGER]);
		const { outputs, raw } = await runValue(
			{ operation: 'roi', roiOptions: { onlyTableColumns: true } },
			items,
			LEDGER,
		);
		expect(Object.keys(outputs[0]?.[0] ?? {})).toHaveLength(17);
		expect(raw[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		expect(JSON.stringify([items, LEDGER])).toBe(before);
	});
});
