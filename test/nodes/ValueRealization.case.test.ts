import type { IDataObject } from 'n8n-workflow';

import caseSchema from '../../nodes/ValueRealization/__schema__/v1.0.0/value/businessCase.json';
import inactionSchema from '../../nodes/ValueRealization/__schema__/v1.0.0/value/costOfInaction.json';
import { account, expectSchema, LEDGER, runValue } from '../support/valueRealization';

describe('cost of inaction', () => {
	const assumptions = {
		hours_per_month: { low: 80, base: 100, high: 130 },
		hourly_cost: 60,
		labour_avoidable_share: 0.75,
	};

	test('a ledger row that the ledger check accepts, and a bar per assumption', async () => {
		const { outputs } = await runValue({ operation: 'costOfInaction' }, [account({ assumptions })]);
		expectSchema(outputs[0] ?? [], inactionSchema);
		const [[row], bars, [summary]] = outputs as [IDataObject[], IDataObject[], IDataObject[]];
		expect(row).toMatchObject({
			kind: 'cost_of_inaction',
			base_minor: 5_400_000,
			low_minor: 4_320_000,
			formula: 'labour',
		});
		expect(row?.words).toBe(
			'12 months of waiting cost USD 54,000 (USD 43,200 to USD 70,200). What matters most: Hours of work by hand per month.',
		);
		expect(bars).toMatchObject([{ assumption: 'hours_per_month', rank: 1, swing_minor: 2_700_000 }]);
		expect(summary).toMatchObject({ calculated: 1, left_out: { external: 1, risk: 1, revenue: 1 } });
		const checked = await runValue({ operation: 'ledger', asOf: '2026-01-01' }, [row ?? {}]);
		expect(checked.outputs[0]?.[0]).toMatchObject({ state: 'counted', why: null });
	});

	test('assumptions of the node, an own model, and what is wrong', async () => {
		const parameters = {
			operation: 'costOfInaction',
			assumptions: { assumption: [{ name: 'months', base: '6', low: '', high: '', source: 'plan' }] },
			ownModel: '[{ "id": "fines", "formula": "fine * chance / 12" }]',
		};
		const { outputs } = await runValue(parameters, [
			account({ assumptions: { fine: 120_000, chance: { base: 0.2 } } }),
		]);
		expect(outputs[0]?.[0]).toMatchObject({ base_minor: 1_200_000, months: 6 });
		const { assumptions: used } = outputs[0]?.[0]?.details as { assumptions: IDataObject[] };
		expect(used.find(({ name }) => name === 'months')).toMatchObject({ source: 'plan' });
		expect(used.find(({ name }) => name === 'fine')).toMatchObject({ source: 'the account' });
		await expect(runValue({ ...parameters, ownModel: '{' }, [account()])).rejects.toThrow(
			/no list of components/,
		);
		const wrong = account({ assumptions: { hourly_cost: { low: 9, base: 5 } } });
		await expect(runValue({ operation: 'costOfInaction' }, [wrong])).rejects.toThrow(/not in order/);
		const { outputs: kept } = await runValue(
			{ operation: 'costOfInaction' },
			[wrong, account({ assumptions })],
			[],
			true,
		);
		expect(kept[0]?.[0]?.error).toMatch(/not in order/);
		expect(kept[0]?.[1]?.base_minor).toBe(5_400_000);
		const bare = account({ currency: null });
		await expect(runValue({ operation: 'costOfInaction' }, [bare])).rejects.toThrow(/no currency/);
	});
});

describe('business case', () => {
	test('three scenarios from evidence, alternatives with their claims, a baseline that cannot be', async () => {
		const item = account({
			benefits: [{ name: 'EU', base_minor: 10_000_000 }, { name: 'unknown' }],
			alternatives: [{ name: 'X', one_time_minor: 0, yearly_minor: 180_000_000, claimed_percent: 34 }],
			baseline: {
				parts: { labour: 38_200_000, external: 18_000_000 },
				hours: 280,
				savings_minor: 56_000_000,
			},
		});
		const { outputs, hints } = await runValue({ operation: 'businessCase' }, [item], LEDGER);
		expectSchema(outputs[0] ?? [], caseSchema);
		const [[row], scenarios, [other]] = outputs as [IDataObject[], IDataObject[], IDataObject[]];
		expect(row).toMatchObject({
			business_case_strength: 'strong',
			scenario: 'realistic',
			benefit_minor: 3 * 173_500_000,
			cost_minor: 3 * 87_500_000,
			words: expect.stringMatching(
				/^Strong\. It pays even in the conservative scenario\. Net present value over 3 years at 10\.0 % a year: conservative USD .+ \(ROI .+ gross, .+ net\), realistic .+\. Gross is value \/ cost/,
			),
		});
		expect(row?.details).toMatchObject({
			without_amount: ['unknown'],
			evidence: { entry_ids: ['d', 'o', 's'] },
			baseline: { totalMinor: 56_200_000 },
		});
		expect(scenarios.map(({ scenario }) => scenario)).toEqual(['conservative', 'realistic', 'optimistic']);
		expect(other).toMatchObject({ alternative: 'X', claim_holds: false, months_earlier: null });
		expect(hints).toMatch(/280 hours/);
	});

	test('what stands in custom_json counts as a field does; a field goes first, broken JSON says nothing', async () => {
		const alternatives = [{ name: 'X', one_time_minor: 0, yearly_minor: 180_000_000 }];
		const benefits = [{ name: 'EU', base_minor: 10_000_000 }];
		const custom_json = JSON.stringify({
			alternatives,
			benefits,
			arr_minor: 1,
			claims: { payback_months: 4.7 },
		});
		const run = async (item: IDataObject) => await runValue({ operation: 'businessCase' }, [item], LEDGER);
		const { outputs } = await run(account({ custom_json }));
		expect(outputs[0]?.[0]).toMatchObject({ benefit_minor: 3 * 173_500_000, cost_minor: 3 * 87_500_000 });
		expect(outputs[2]).toMatchObject([{ alternative: 'X' }]);
		const { outputs: own } = await run(account({ custom_json, alternatives: [] }));
		expect(own[2]).toEqual([]);
		const { outputs: broken } = await run(account({ custom_json: custom_json.slice(0, -4) }));
		expect(broken[0]?.[0]).toMatchObject({ benefit_minor: 3 * 163_500_000 });
		const roi = await runValue({ operation: 'roi', period: 'all' }, [account({ custom_json })], LEDGER);
		expect(roi.outputs[0]?.[0]).toMatchObject({ wrong_claims: 1 });
	});

	test('own scenarios; nothing to build a case from is a fault of the account alone', async () => {
		const caseOptions = {
			scenarios: {
				scenario: [{ id: 'half', take: 'base', benefitFactor: 0.5, costFactor: 1, delayMonths: 0 }],
			},
			years: 1,
		};
		const { outputs } = await runValue({ operation: 'businessCase', caseOptions }, [account()], LEDGER);
		expect(outputs[1]).toMatchObject([{ scenario: 'half', benefit_minor: 81_750_000 }]);
		await expect(runValue({ operation: 'businessCase' }, [account()])).rejects.toThrow(
			/no benefit with an amount/,
		);
		const mixed = await runValue(
			{ operation: 'businessCase' },
			[account({ account_id: 'b' }), account()],
			LEDGER,
			true,
		);
		expect(mixed.outputs[0]?.[0]?.error).toMatch(/no benefit/);
		expect(mixed.outputs[0]?.[1]?.business_case_strength).toBe('strong');
	});
});
