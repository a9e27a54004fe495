import type { IDataObject, INodeParameters } from 'n8n-workflow';
import Ajv from 'ajv';

import { ExpansionDetection } from '../../nodes/ExpansionDetection/ExpansionDetection.node';
import detectSchema from '../../nodes/ExpansionDetection/__schema__/v1.0.0/detect.json';
import handOffSchema from '../../nodes/ExpansionDetection/__schema__/v1.0.0/handOff.json';
import { opportunities } from '../../shared/tables/opportunities';
import { scores as scoresTable } from '../../shared/tables/scores';
import { GROWING, GROWTH_PRICES } from '../scoring/expansion/growing';
import { AS_OF, PRICES, RECORDS, TECH_CORP } from '../scoring/expansion/techCorp';
import { strictContext } from '../support/strictContext';

const COLUMNS = opportunities.columns.map(({ name }) => name);
const ACCOUNT = TECH_CORP as IDataObject;
const ROWS = [
	...Object.values(RECORDS).flat(),
	...PRICES.map((price) => ({ ...price, tier: '' })),
] as IDataObject[];
const PRODUCTS = {
	product: [
		{
			productId: 'analytics',
			name: 'Advanced Data Analytics Platform',
			type: 'cross_sell',
			answers: 'advanced_adoption, integrations',
			needs: 'platform',
			complexity: 'medium',
		},
		{ productId: '', type: 'add_on' },
	],
};

interface Setup {
	readonly accounts?: readonly IDataObject[];
	readonly records?: readonly IDataObject[] | null;
	readonly scores?: readonly IDataObject[] | null;
	readonly model?: readonly IDataObject[];
	readonly options?: INodeParameters;
	readonly parameters?: INodeParameters;
	readonly continueOnFail?: boolean;
}

async function detect(setup: Setup = {}) {
	const { accounts = [ACCOUNT], records = ROWS, scores = null, model, options = {}, parameters } = setup;
	const { run, hints, reads } = strictContext({
		nodeType: new ExpansionDetection(),
		parameters: {
			operation: 'detect',
			asOf: AS_OF,
			runId: 'run-1',
			products: PRODUCTS,
			options,
			...parameters,
		},
		inputs: [accounts, records, scores, model ?? null],
		...(setup.continueOnFail === undefined ? {} : { continueOnFail: setup.continueOnFail }),
	});
	const outputs = await run();
	const [found = [], signals = [], summary = [], scored = []] = outputs;
	const rowsOf = (items: typeof found): IDataObject[] => items.map(({ json }) => json);
	return {
		items: found,
		rows: rowsOf(found),
		signals: rowsOf(signals),
		scored: rowsOf(scored),
		outputs: outputs.length,
		summary: summary[0]?.json ?? {},
		hints: hints.map(({ message }) => message),
		reads,
	};
}

const of = (rows: readonly IDataObject[], kind: string): IDataObject =>
	rows.find((row) => row.kind === kind) ?? {};

function expectSchema(rows: readonly IDataObject[], schema: { properties: object }): void {
	const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) {
		expect([validate(row), validate.errors]).toEqual([true, null]);
		expect(Object.keys(row)).toEqual(Object.keys(schema.properties));
	}
}

describe('detect', () => {
	test('each opportunity is a row of cs_opportunities, then what a person reads', async () => {
		const { rows, items } = await detect();
		expectSchema(rows, detectSchema);
		expect(Object.keys(rows[0] ?? {}).slice(0, COLUMNS.length)).toEqual(COLUMNS);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
		expect(of(rows, 'geographic')).toMatchObject({
			amount_minor: 28_000_000,
			currency: 'USD',
			confidence: 89,
			change: 'new',
			stage: 'qualified',
			product_id: 'multi_region',
			name: 'TechCorp: geographic (multi_region)',
			weighted_minor: 8_696_800,
			run_id: 'run-1',
			as_of_on: AS_OF,
		});
		expect(of(rows, 'cross_sell')).toMatchObject({ amount_minor: 14_000_000, product_id: 'analytics' });
		expect(of(rows, 'upsell')).toMatchObject({
			name: 'TechCorp: upsell (api calls)',
			amount_minor: null,
			currency: null,
			horizon: 'months_2_6',
			contact_id: 'c1',
		});
	});

	test('signals name the table, key and column they were read from', async () => {
		const { signals } = await detect();
		expect(
			of(
				signals.map((row) => ({ ...row, kind: row.signal as string })),
				'api_growth',
			),
		).toMatchObject({
			account_id: 'techcorp',
			table: 'cs_usage',
			key_json: '{"account_id":"techcorp","period":"week","starts_on":"2024-11-11"}',
			column: 'api_calls',
			method: 'level',
			half_life_days: 45,
		});
		for (const row of signals) expect([typeof row.table, typeof row.words]).toEqual(['string', 'string']);
	});

	test('a self-service trigger says what to show in the product, and when', async () => {
		const accounts = [{ account_id: 'free', tier: 'community', started_on: '2024-10-01' }];
		const records = [1, 2, 3].map((n) => ({
			event_id: `e${n}`,
			account_id: 'free',
			kind: 'workflow_created',
			at: `2024-11-2${n}T09:00:00Z`,
		}));
		const { signals, rows, hints } = await detect({ accounts, records });
		expect(signals).toMatchObject([
			{
				signal: 'three_workflows',
				kind: 'upgrade',
				prompt: 'Try advanced workflow templates with 200+ options',
				prompt_timing: 'immediate',
				table: 'cs_events',
			},
		]);
		expect(rows).toMatchObject([{ kind: 'upgrade', amount_minor: null, blocked: false }]);
		expect(hints.join()).toContain('1 of 1 opportunity has no amount: prices are never guessed.');
	});

	test('the summary says how many, how much, which probability and how many were sold in time', async () => {
		const { summary, hints } = await detect();
		expect(summary).toMatchObject({
			accounts: 1,
			accounts_with_growth: 1,
			conversion_n: 0,
			conversion_rate: null,
			conversion_target: 0.85,
			probability_basis: 'base_rate',
			amount_minor: 42_000_000,
			currency: 'USD',
		});
		const [top] = (summary.details as { accounts: IDataObject[] }).accounts;
		expect(top).toMatchObject({ account_id: 'techcorp', share_of_arr: 0.48 });
		expect(summary.text).toContain('Base rates are used');
		expect(hints[0]).toMatch(/^Read 1, deleted 0, faulty 0, accounts with growth 1, signals \d+/);
		expect(hints.join()).toContain('prices are never guessed');
	});

	test('more calls and the next tier for one limit: both are listed, the larger one is in the totals', async () => {
		const records = [...Object.values(RECORDS).flat(), ...GROWTH_PRICES] as IDataObject[];
		const { rows, summary, hints } = await detect({ accounts: [GROWING as IDataObject], records });
		expectSchema(rows, detectSchema);
		const [upgrade, upsell] = [of(rows, 'upgrade'), of(rows, 'upsell')];
		expect(upgrade.amount_minor).toBe(27_500_000);
		expect(upsell.amount_minor).toBeGreaterThan(0);
		expect(upsell.details).toMatchObject({ alternative_to: upgrade.opportunity_id });
		expect(upgrade.details).toMatchObject({ alternative_to: null });
		expect(summary).toMatchObject({
			opportunities: rows.length,
			alternatives: 1,
			amount_minor: 42_000_000 + 27_500_000,
		});
		const [top] = (summary.details as { accounts: IDataObject[] }).accounts;
		expect(top).toMatchObject({ amount_minor: 69_500_000, opportunities: rows.length, alternatives: 1 });
		const said = '1 opportunity is in no total, because it is an alternative to another one';
		expect(summary.text).toContain(said);
		expect(hints.join()).toContain(said);
		const alone = await detect();
		expect([alone.summary.alternatives, alone.summary.text]).toEqual([
			0,
			expect.not.stringContaining('no total'),
		]);
	});

	test('run again over its own rows: nothing new, same bytes', async () => {
		const first = await detect();
		const stored = first.rows.map(
			(row) => Object.fromEntries(COLUMNS.map((name) => [name, row[name]])) as IDataObject,
		);
		const again = await detect({ records: [...ROWS, ...stored] });
		expect(again.rows.map(({ change }) => change)).toEqual(first.rows.map(() => 'unchanged'));
		expect(again.rows.map(({ opportunity_id }) => opportunity_id)).toEqual(
			first.rows.map(({ opportunity_id }) => opportunity_id),
		);
		expect((await detect()).rows).toEqual(first.rows);
		const only = await detect({ records: [...ROWS, ...stored], options: { onlyTableColumns: true } });
		expect(only.rows).toEqual([]);
		const table = await detect({ options: { onlyTableColumns: true } });
		expect(Object.keys(table.rows[0] ?? {})).toEqual(COLUMNS);
	});

	test('records in one item are the same as one item each', async () => {
		const [one, each] = [await detect({ records: [{ records: ROWS }] }), await detect()];
		expect(one.rows).toEqual(each.rows);
	});

	test('a deal won in the CRM closes our row and is counted', async () => {
		const { rows } = await detect();
		const ours = of(rows, 'geographic');
		const copy = {
			opportunity_id: 'crm:1',
			account_id: 'techcorp',
			kind: 'expansion',
			effect_key: ours.effect_key,
			external_id: '1',
			status: 'won',
			close_on: '2024-12-20',
			amount_minor: 1,
			currency: 'USD',
		};
		const stored = Object.fromEntries(COLUMNS.map((name) => [name, ours[name]])) as IDataObject;
		const later = await detect({ records: [...ROWS, stored, copy], parameters: { asOf: '2024-12-21' } });
		expect(of(later.rows, 'geographic')).toMatchObject({
			change: 'closed',
			status: 'won',
			stage: 'closed_won',
		});
		expect(later.summary).toMatchObject({ conversion_n: 0, closed: 1, resting: 1 });
		expectSchema(later.rows, detectSchema);
		const spring = await detect({ records: [...ROWS, stored, copy], parameters: { asOf: '2025-03-01' } });
		expect(spring.summary).toMatchObject({ conversion_n: 1, conversion_rate: 1 });
		expect(spring.summary.text).toContain('1 of 1 opportunity was sold within 90 days: 100 %');
	});

	test('scores block: health under 70, churn risk of 60 or more', async () => {
		const score = (name: string, value: number) => ({
			run_id: 'r',
			score: name,
			account_id: 'techcorp',
			as_of_on: AS_OF,
			value,
		});
		const low = await detect({ scores: [score('health', 52), score('churn', 78)] });
		expect(of(low.rows, 'geographic')).toMatchObject({ blocked: true, stage: 'identified' });
		expect((of(low.rows, 'geographic').details as { blockers: unknown[] }).blockers).toHaveLength(2);
		const fine = await detect({ scores: [score('health', 52)], options: { fixBelow: 50 } });
		expect(of(fine.rows, 'geographic').blocked).toBe(false);
	});

	describe('the score of an account', () => {
		const columns = scoresTable.columns.map(({ name }) => name);
		const previous = (as_of_on: string, value: number) => ({
			run_id: 'earlier',
			score: 'expansion',
			account_id: 'techcorp',
			as_of_on,
			value,
		});

		test('is a row of cs_scores, then what a person reads', async () => {
			const { scored, rows, outputs } = await detect();
			expect(outputs).toBe(4);
			expect(scored).toHaveLength(1);
			const [row = {}] = scored;
			expect(Object.keys(row).slice(0, columns.length)).toEqual(columns);
			const upsell = of(rows, 'upsell');
			expect(row).toMatchObject({
				run_id: 'run-1',
				score: 'expansion',
				account_id: 'techcorp',
				as_of_on: AS_OF,
				value: 100 * Number(upsell.probability),
				band: 'high',
				coverage: 1,
				confidence: 'high',
				trend: null,
				delta: null,
				model_version: 'expansion-1',
				name: 'TechCorp',
				open: rows.length,
				opportunity_id: upsell.opportunity_id,
				amount_minor: 42_000_000,
				share_of_arr: 0.48,
			});
			expect(row.reason).toMatch(/^The likeliest of \d open opportunities is upsell with 81 %: /);
			expect([row.low, row.high]).toEqual([row.value, row.value]);
			expect(row.input_hash).toMatch(/^[0-9a-f]{12}$/);
			expect(JSON.parse(String(row.detail_json))).toEqual(row.details);
			expect((await detect()).scored).toEqual(scored);
			const table = await detect({ options: { onlyTableColumns: true } });
			expect(Object.keys(table.scored[0] ?? {})).toEqual(columns);
		});

		test('is compared with that of an earlier day; rows of this day and other scores are none', async () => {
			const of = async (...scores: IDataObject[]) => (await detect({ scores })).scored[0] ?? {};
			const now = Number((await of()).value);
			expect(await of(previous('2024-11-23', now - 5), previous('2024-11-20', 1))).toMatchObject({
				delta: expect.closeTo(5, 6) as number,
				trend: 'improving',
			});
			expect(await of(previous(AS_OF, 10))).toMatchObject({ delta: null, trend: null });
			expect(await of({ ...previous('2024-11-23', 10), score: 'health' })).toMatchObject({ delta: null });
		});

		test('is given to nobody without a signal, without an open opportunity, or who is gone', async () => {
			const accounts = [
				{ account_id: 'calm', tier: 'starter' },
				{ ...ACCOUNT, account_id: 'left', lifecycle_stage: 'churned' },
			];
			expect((await detect({ accounts })).scored).toEqual([]);
			expect((await detect({ options: { leastTogether: 1 } })).scored).toEqual([]);
		});
	});

	test('a deal of unknown type in the CRM is named, because it may be the same', async () => {
		const deal = {
			opportunity_id: 'crm:5',
			account_id: 'techcorp',
			kind: 'expansion',
			external_id: '5',
			status: 'open',
		};
		const { rows, hints } = await detect({ records: [...ROWS, deal] });
		expect((rows[0]?.details as IDataObject).check_first).toEqual(['5']);
		expect(hints.join()).toContain('type is not known: 1');
	});

	test('options: signals left out, an unknown one is refused', async () => {
		const { signals } = await detect({ options: { leaveOut: 'api_growth, data_growth' } });
		expect(signals.map(({ signal }) => signal)).not.toContain('api_growth');
		await expect(detect({ options: { leaveOut: 'apigrowth' } })).rejects.toThrow(
			/"apigrowth", which is no signal/,
		);
	});

	test('an item without an account stops the node, or becomes an error item; deleted ones are counted', async () => {
		const accounts = [{ name: 'x' }, ACCOUNT, ACCOUNT, { account_id: 'gone', deleted: true }];
		await expect(detect({ accounts })).rejects.toThrow(/no account ID/);
		const { items, hints } = await detect({ accounts, continueOnFail: true });
		expect(items[0]?.json.error).toMatch(/no account ID/);
		expect(items[1]?.json).toMatchObject({
			account_id: 'techcorp',
			error: expect.stringContaining('came before'),
		});
		expect(hints[0]).toMatch(/^Read 4, deleted 1, faulty 2/);
	});

	test('without records there is no signal but what was entered; input is left as it was', async () => {
		const before = JSON.stringify([ACCOUNT, ROWS]);
		const { signals } = await detect({ records: null });
		expect(signals.every(({ table }) => table === 'cs_accounts')).toBe(true);
		await detect();
		expect(JSON.stringify([ACCOUNT, ROWS])).toBe(before);
	});

	test('configuration is read once, however many accounts there are', async () => {
		const many = Array.from({ length: 50 }, (_, index) => ({ ...ACCOUNT, account_id: `a${index}` }));
		const [one, fifty] = [await detect(), await detect({ accounts: many })];
		expect(fifty.reads).toEqual(one.reads);
	});
});

describe('hand off', () => {
	const run = async (
		items: IDataObject[],
		records: IDataObject[],
		options: INodeParameters = {},
		continueOnFail = false,
	) => {
		const context = strictContext({
			nodeType: new ExpansionDetection(),
			parameters: {
				operation: 'handOff',
				asOf: AS_OF,
				runId: 'run-1',
				products: PRODUCTS,
				handOffOptions: options,
			},
			inputs: [items, records],
			continueOnFail,
		});
		const outputs = await context.run();
		expect(outputs).toHaveLength(1);
		return {
			rows: (outputs[0] ?? []).map(({ json }) => json),
			hints: context.hints.map(({ message }) => message),
		};
	};
	const records = [...ROWS, ACCOUNT, { score: 'health', account_id: 'techcorp', as_of_on: AS_OF, value: 87 }];

	test('each open opportunity becomes a package with a text', async () => {
		const { rows: found } = await detect();
		const { rows, hints } = await run([...found, { ...found[0], status: 'won' }], records);
		expectSchema(rows, handOffSchema);
		expect(rows).toHaveLength(found.length);
		expect(of(rows, 'cross_sell')).toMatchObject({
			ready: true,
			missing: '',
			csm_id: 'csm-1',
			confidence: 89,
			account_name: 'TechCorp',
		});
		expect(of(rows, 'cross_sell').text).toContain('## Milestones');
		expect(hints[0]).toContain('already closed 1');
		const ready = await run(found, records, { onlyReady: true });
		expect(ready.rows.every((row) => row.ready === true)).toBe(true);
	});

	test('what is no opportunity is named', async () => {
		await expect(run([{ name: 'x' }], records)).rejects.toThrow(/no opportunity/);
		const { rows } = await run([{ name: 'x' }], records, {}, true);
		expect(rows[0]?.error).toMatch(/no opportunity/);
	});
});
