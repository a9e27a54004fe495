import type { IDataObject, INodeParameters } from 'n8n-workflow';
import Ajv, { type AnySchema } from 'ajv';

import checkSchema from '../../nodes/HealthScore/__schema__/v1.0.0/checkScorecard.json';
import compareSchema from '../../nodes/HealthScore/__schema__/v1.0.0/compareScorecards.json';
import rollUpSchema from '../../nodes/HealthScore/__schema__/v1.0.0/rollUp.json';
import { HealthScore } from '../../nodes/HealthScore/HealthScore.node';
import { addDays } from '../../scoring/core/addDays';
import { strictContext } from '../support/strictContext';

const AS_OF = '2026-01-15';

type Lists = ReadonlyArray<readonly IDataObject[] | null>;
async function run(operation: string, inputs: Lists, parameters: IDataObject = {}, continueOnFail = false) {
	const all = { operation, asOf: AS_OF, ...parameters } as INodeParameters;
	const context = strictContext({ nodeType: new HealthScore(), parameters: all, inputs, continueOnFail });
	const before = JSON.stringify(inputs);
	const [items = []] = await context.run();
	expect(JSON.stringify(inputs)).toBe(before);
	return { items, rows: items.map((item) => item.json), hints: context.hints.map((hint) => hint.message) };
}

function expectSchema(rows: readonly IDataObject[], schema: AnySchema & { properties: object }): void {
	const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
	for (const row of rows) {
		validate(row);
		expect(validate.errors).toBeNull();
		expect(Object.keys(row).filter((key) => !(key in schema.properties))).toEqual([]);
	}
}

const scored = (account_id: string, value: number | null, columns: IDataObject = {}): IDataObject => ({
	account_id,
	score: 'health',
	value,
	band:
		value === null ? null : value >= 85 ? 'excellent' : value >= 70 ? 'good' : value >= 50 ? 'fair' : 'poor',
	detail_json: JSON.stringify({ previous: { rounded: 80 }, lost: [['NPS', 9, 'NPS 2: costs 9 points']] }),
	...columns,
});
const account = (account_id: string, columns: IDataObject): IDataObject => ({
	account_id,
	name: account_id.toUpperCase(),
	currency: 'USD',
	...columns,
});

describe('roll up portfolio', () => {
	const scores = [scored('a', 90), scored('b', 72), scored('c', 60.4), scored('d', 40), scored('e', null)];
	const accounts = [
		account('a', { tier: 'enterprise', arr_minor: 100_000 }),
		account('b', { tier: 'enterprise', arr_minor: 200_000 }),
		account('c', { tier: 'starter', arr_minor: 300_000, currency: 'EUR' }),
		account('d', { tier: 'starter', arr_minor: 400_000 }),
		account('e', { tier: 'starter', arr_minor: null }),
	];
	const rate = { day_on: '2026-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 2 };

	test('gives the portfolio first, then each group, linked to its items', async () => {
		const { items, rows, hints } = await run('rollUp', [scores, null, [...accounts, rate]], {
			groupBy: 'tier',
		});
		expect(rows.map((row) => [row.group_field, row.group_key, row.accounts])).toEqual([
			[null, null, 5],
			['tier', 'starter', 3],
			['tier', 'enterprise', 2],
		]);
		expect(rows[0]).toMatchObject({
			scored: 4,
			insufficient: 1,
			at_risk: 2,
			churn_risk: 1,
			band_excellent: 1,
			band_poor: 1,
			arr_minor: 1_300_000,
			arr_at_risk_minor: 1_000_000,
			currency: 'USD',
		});
		expect(rows[0]?.mean).toBeCloseTo(65.6, 9);
		expect(rows[0]?.words).toBe('Portfolio: 5 accounts, mean 65.6 (-14.5), 2 at risk with USD 10,000');
		expect(items[2]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(items[0]?.pairedItem).toHaveLength(5);
		expect(hints[0]).toBe('Read 5, scored 4, insufficient data 1, groups 2, skipped 0.');
		expectSchema(rows, rollUpSchema);
	});

	test('lists whom to call, most ARR at risk first, with the reason', async () => {
		const { rows } = await run('rollUp', [scores, null, [...accounts, rate]], {
			groupBy: 'tier',
			callListLength: 1,
		});
		const { call_list } = rows[0]?.details as { call_list: IDataObject[] };
		expect(call_list).toHaveLength(1);
		expect(call_list[0]).toMatchObject({
			rank: 1,
			account_id: 'c',
			name: 'C',
			rounded: 60,
			arr_minor: 300_000,
			currency: 'EUR',
			arr_at_risk_minor: 600_000,
			arr_at_risk_currency: 'USD',
		});
		expect(call_list[0]?.words).toContain('NPS 2: costs 9 points');
	});

	test('without a rate there is no total, and a hint says why', async () => {
		const { rows, hints } = await run('rollUp', [scores, null, accounts], { groupBy: '' });
		expect(rows).toHaveLength(1);
		expect(rows[0]?.arr_minor).toBeNull();
		expect(hints.join()).toContain('No rate from EUR to USD');
	});

	test('insights come from the numbers', async () => {
		const many = Array.from({ length: 80 }, (_, index) =>
			scored(`x${index}`, index < 40 ? 88 + (index % 5) : 58 + (index % 5), {
				tier: index < 40 ? 'enterprise' : 'starter',
			}),
		);
		const sentences = async (rows: IDataObject[]) =>
			(
				(await run('rollUp', [rows], { groupBy: 'tier' })).rows[0]?.details as { insights: string[] }
			).insights.join(' ');
		expect(await sentences(many)).toContain('"enterprise" has the highest mean health');
		expect(await sentences(many.map((row) => ({ ...row, value: 150 - Number(row.value) })))).toContain(
			'"starter" has the highest mean health',
		);
	});

	test('tickets and falls are brought together', async () => {
		const rows = Array.from({ length: 60 }, (_, index) =>
			scored(`x${index}`, 70, { detail_json: JSON.stringify({ days30: { delta: -index } }) }),
		);
		const tickets = Array.from({ length: 60 }, (_, index) =>
			Array.from({ length: index % 60 }, (_, ticket) => ({
				account_id: `x${index}`,
				ticket_id: `${index}.${ticket}`,
				opened_at: '2026-01-10T00:00:00Z',
			})),
		).flat();
		const { rows: out } = await run('rollUp', [rows, null, tickets], { groupBy: '' });
		expect((out[0]?.details as { insights: string[] }).insights.join()).toContain(
			'more tickets lost more health',
		);
	});

	test('parents are made from their children', async () => {
		const children = [
			scored('n', 90, { parent_id: 'p', arr_minor: 300, currency: 'USD' }),
			scored('s', 50, { parent_id: 'p', arr_minor: 100, currency: 'USD' }),
		];
		const { rows, items } = await run('rollUp', [[...children, scored('alone', 70)]], {
			groupBy: '',
			rollUpOptions: { families: 'arr_weighted' },
		});
		expect(rows[1]).toMatchObject({ group_field: 'parent_id', group_key: 'p', accounts: 2, mean: 80 });
		expect(items[1]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expectSchema(rows, rollUpSchema);
	});

	test('an item without an account stops the node, or is an error item beside the rest', async () => {
		const broken = [scored('a', 90), { value: 3 }];
		await expect(run('rollUp', [broken])).rejects.toMatchObject({
			message: 'The item has no account_id.',
			context: { itemIndex: 1 },
		});
		const { items } = await run('rollUp', [broken], { groupBy: '' }, true);
		expect(items.map((item) => item.json.accounts ?? item.json.error)).toEqual([
			'The item has no account_id.',
			1,
		]);
		expect(items[0]?.pairedItem).toEqual({ item: 1 });
	});

	test('broken details and nothing scored do no harm', async () => {
		const { rows } = await run(
			'rollUp',
			[
				[
					scored('a', null, { detail_json: '{' }),
					scored('b', null, { detail_json: 'null', previous_rounded: 7 }),
				],
			],
			{ groupBy: '', reportCurrency: '' },
		);
		expect(rows[0]).toMatchObject({ scored: 0, mean: null, currency: null, arr_minor: null });
		expect(rows[0]?.words).toBe('Portfolio: 2 accounts, nothing scored, 0 at risk');
	});
});

describe('check scorecard', () => {
	test('the presets have no findings of their own', async () => {
		const { rows, items } = await run('checkScorecard', [[{ start: true }]], {});
		expect(rows).toEqual([
			{
				scorecard: 'framework',
				severity: 'none',
				code: 'no-findings',
				path: null,
				message: 'No findings: the scorecard was looked at by itself, without accounts',
				remedy: null,
				accounts: 0,
			},
		]);
		expect(items[0]?.pairedItem).toEqual([{ item: 0 }]);
		expectSchema(rows, checkSchema);
	});

	test('a scorecard that cannot be scored with is a finding, not a failure', async () => {
		const { rows, hints } = await run('checkScorecard', [[{}]], {
			scorecard: 'json',
			scorecardJson: '{"dimensions":[]}',
		});
		expect(rows[0]).toMatchObject({ severity: 'error', code: 'no-dimensions', scorecard: null });
		expect(rows[0]?.remedy).toBeTruthy();
		expect(hints[0]).toBe('Accounts 0, errors 1, warnings 0.');
		expectSchema(rows, checkSchema);
	});

	test('accounts show what is mostly missing', async () => {
		const accounts = Array.from({ length: 30 }, (_, index) => ({
			account_id: `a${index}`,
			active_users: index * 3,
			nps_score: index % 11,
		}));
		const { rows } = await run('checkScorecard', [accounts]);
		expect(rows.length).toBeGreaterThan(1);
		expect(rows.every((row) => row.severity === 'warning' && row.accounts === 30)).toBe(true);
		expectSchema(rows, checkSchema);
	});
});

describe('compare scorecards', () => {
	const points = { business_value: 80, engagement: 80, technical_health: 80 };
	const accounts = [
		{
			account_id: 'low',
			name: 'Low',
			arr_minor: 5_000,
			currency: 'USD',
			product_usage: 80,
			growth_potential: 10,
			...points,
		},
		{
			account_id: 'same',
			name: 'Same',
			arr_minor: 7_000,
			currency: 'USD',
			product_usage: 80,
			growth_potential: 80,
			...points,
		},
	];

	test('summarises, then names who changes band, from the other to the one of the panel', async () => {
		const { rows, items, hints } = await run('compareScorecards', [accounts], { growthPotentialWeight: 60 });
		expect(rows).toHaveLength(2);
		expect(rows[0]).toMatchObject({ result: 'summary', arr_minor: 5_000, currency: 'USD' });
		expect(rows[0]?.words).toMatch(/^1 of 2 accounts change band, the mean moves by -/);
		expect(rows[1]).toMatchObject({
			result: 'account',
			account_id: 'low',
			name: 'Low',
			from_band: 'good',
			to_band: 'fair',
			arr_minor: 5_000,
		});
		expect(rows[1]?.words).toBe(
			'Low: from 73 (good) to 52 (fair)'.replace('52', String(Math.round(Number(rows[1]?.to_value)))),
		);
		expect(items[1]?.pairedItem).toEqual({ item: 0 });
		expect(hints.join()).toContain('To: Customer success framework, with the weights of the panel');
		expectSchema(rows, compareSchema);
	});

	test('takes the other one as JSON, and earlier weeks from the records', async () => {
		const weeks = Array.from({ length: 20 }, (_, back) => ({
			account_id: 'low',
			period: 'week',
			starts_on: addDays('2026-01-05', -7 * back),
			active_users: 50,
			licensed_users: 100,
			features_used: 5,
			features_available: 10,
			more_json: '{"limit_share":0.5,"first_value_days":20}',
		}));
		const { rows } = await run('compareScorecards', [[{ account_id: 'low' }], null, weeks], {
			otherScorecard: 'json',
			otherScorecardJson: '{"preset":"framework","weights":{"product_usage":0.9},"minCoverage":0.2}',
			scorecardFromSettings: '{"preset":"framework","minCoverage":0.2}',
			compareWeeks: 4,
		});
		expect(rows[0]?.details).toMatchObject({ compared: 5 });
		expectSchema(rows, compareSchema);
	});

	test('a faulty scorecard stops the node', async () => {
		await expect(
			run('compareScorecards', [accounts], { otherScorecard: 'json', otherScorecardJson: '{' }),
		).rejects.toThrow('not valid JSON');
	});
});
