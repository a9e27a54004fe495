import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CustomerAlert } from '../../nodes/CustomerAlert/CustomerAlert.node';
import raiseSchema from '../../nodes/CustomerAlert/__schema__/v1.0.0/raiseHealthAlerts.json';
import watchSchema from '../../nodes/CustomerAlert/__schema__/v1.0.0/watchDailyRun.json';
import { alerts } from '../../shared/tables/alerts';
import { audit } from '../../shared/tables/audit';
import { outbox } from '../../shared/tables/outbox';
import { strictContext } from '../support/strictContext';

const DAY = '2024-01-15';
const SET = { digestPersonId: 'ops', runId: 'run-1', asOf: '2024-01-15T01:05:00+01:00', businessDayOn: DAY };

const scoreRow = (account_id: string, previous: number | null, value: number | null): IDataObject => ({
	run_id: 'run-1',
	score: 'health',
	account_id,
	value,
	band: 'fair',
	reason: 'Health is fair.',
	detail_json: JSON.stringify({
		rounded: value,
		previous: previous === null ? null : { on: '2024-01-14', value: previous, rounded: previous },
		lost: [['Active users', 12.4, 'Active users 31 %: costs 12.4 points']],
	}),
});
const CONTEXT: IDataObject[] = [
	{
		id: 1,
		account_id: 'a',
		name: 'Acme',
		csm_id: 'cara',
		ae_id: 'abe',
		tier: 'starter',
		arr_minor: 100,
		currency: 'USD',
	},
	{ id: 2, account_id: 'b', name: 'Bolt', csm_id: null, ae_id: null, tier: 'starter' },
	{ id: 1, person_id: 'cara', name: 'Cara', role: 'csm' },
	{ id: 2, person_id: 'abe', name: 'Abe', role: 'ae' },
	{ id: 3, person_id: 'eve', name: 'Eve', role: 'executive' },
	{ id: 4, person_id: 'ops', name: 'Ops', role: 'ops' },
];
const SCORES = [scoreRow('x', null, 40), scoreRow('a', 74, 66), scoreRow('b', 90, 65), scoreRow('c', 60, 80)];
const OPEN: IDataObject = {
	id: 7,
	alert_key: 'c:health_below_70:2024-01-02',
	account_id: 'c',
	cause: 'health_below_70',
	opened_at: '2024-01-02T00:00:00.000Z',
	sent_to: 'cara',
	closed_at: null,
	rev: 1,
	createdAt: 'x',
};

function node(
	inputs: ReadonlyArray<readonly IDataObject[] | null>,
	parameters: INodeParameters = {},
	continueOnFail = false,
) {
	return strictContext({
		nodeType: new CustomerAlert(),
		parameters: { ...SET, ...parameters },
		inputs,
		continueOnFail,
	});
}
const WATCH = { operation: 'watchDailyRun', watchPersonId: 'ops', asOf: '2024-01-15T05:00:00.000Z' };
const run = (stage: string, status: string): IDataObject => ({
	run_id: DAY,
	stage,
	business_day_on: DAY,
	status,
	started_at: '2024-01-15T00:00:01.000Z',
	ended_at: '2024-01-15T00:00:09.000Z',
	scored: 1000,
});
const columns = (table: { columns: ReadonlyArray<{ name: string }> }) =>
	table.columns.map(({ name }) => name);

describe('Raise Health Alerts', () => {
	test('every output item is a row of its table, columns in table order', async () => {
		const outputs = await node([SCORES, [...CONTEXT, OPEN]]).run();
		expect(outputs.map((items) => items.length)).toEqual([4, 1, 3, 8]);
		[alerts, alerts, outbox, audit].forEach((table, output) => {
			for (const { json } of outputs[output] ?? []) expect(Object.keys(json)).toEqual(columns(table));
		});
		expect(Object.keys(raiseSchema.properties)).toEqual(columns(alerts));
	});

	test('every output item is linked to the scores it was made from', async () => {
		const [opened = [], changes = [], messages = [], written = []] = await node([
			SCORES,
			[...CONTEXT, OPEN],
		]).run();
		expect(opened.map(({ json, pairedItem }) => [json.account_id, pairedItem])).toEqual([
			['a', { item: 1 }],
			['b', { item: 2 }],
			['x', { item: 0 }],
			['x', { item: 0 }],
		]);
		expect(changes[0]).toMatchObject({ json: { account_id: 'c', rev: 2 }, pairedItem: { item: 3 } });
		expect(messages.map(({ json, pairedItem }) => [json.effect_key, pairedItem])).toEqual([
			[`alert:a:${DAY}`, { item: 1 }],
			[`digest:${DAY}`, [{ item: 0 }]],
			[`unreached:${DAY}`, [{ item: 2 }]],
		]);
		expect(written.every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
		expect(written.find(({ json }) => json.action === 'alert.closed')?.pairedItem).toEqual({ item: 3 });
	});

	test('rows of an earlier, interrupted call are linked too, when their audit rows are still missing', async () => {
		const state = [...CONTEXT, OPEN];
		const first = await node([SCORES, state]).run();
		const [opened = [], changes = [], messages = [], written = []] = first;
		const known = [...opened, ...changes, ...messages].map(({ json }) => json);
		const ledger = [...CONTEXT, ...known];
		const again = await node([SCORES, ledger]).run();
		expect(again.map((items) => items.length)).toEqual([0, 0, 0, 8]);
		const links = (items: typeof written) => items.map(({ json, pairedItem }) => [json.audit_id, pairedItem]);
		expect(links(again[3] ?? [])).toEqual(links(written));
		const done = await node([SCORES, [...ledger, ...written.map(({ json }) => json)]]).run();
		expect(done).toEqual([[], [], [], []]);
	});

	test('the parameters decide: thresholds, due time, link, and instants in UTC', async () => {
		const parameters = {
			alertBelow: 67,
			executiveBelow: 66.5,
			raiseOptions: { dueInHours: 48, accountLink: 'https://crm.example/{account_id}' },
		};
		const [opened = [], , messages = []] = await node([[scoreRow('a', 74, 66)], CONTEXT], parameters).run();
		expect(opened.map(({ json }) => [json.cause, json.opened_at])).toEqual([
			['health_below_67', '2024-01-15T00:05:00.000Z'],
			['health_below_66.5', '2024-01-15T00:05:00.000Z'],
		]);
		expect(messages[0]?.json.target).toBe('cara,abe,eve');
		expect(JSON.parse(String(messages[0]?.json.payload_json))).toMatchObject({
			due_at: '2024-01-17T00:05:00.000Z',
			link: 'https://crm.example/a',
		});
	});

	test('empty parameters mean now, its UTC day, and the id of the execution', async () => {
		const { run: execute } = strictContext({
			nodeType: new CustomerAlert(),
			inputs: [[scoreRow('a', 74, 66)], CONTEXT],
			members: { getExecutionId: () => 'execution-9' },
		});
		const before = new Date().toISOString();
		const [opened = [], , , written = []] = await execute();
		const at = String(opened[0]?.json.opened_at);
		expect(at >= before && at <= new Date().toISOString()).toBe(true);
		expect(opened[0]?.json.alert_key).toBe(`a:health_below_70:${at.slice(0, 10)}`);
		expect(written[0]?.json.run_id).toBe('execution-9');
	});

	test('hints count what happened and name whom nobody hears of', async () => {
		const { hints, run: execute } = node([SCORES, [...CONTEXT, { key: 'notify_url' }]]);
		await execute();
		const texts = hints.map(({ message }) => message);
		expect(texts[0]).toContain('Scores read 4, without enough data 0, skipped 0, faulty 0, alerts opened 4');
		expect(texts[1]).toContain('Bolt (CSM: nobody is assigned');
		expect(texts[2]).toContain('belong to no table this node reads, and were left out: 1.');
	});

	test('without context it warns instead of failing', async () => {
		const { hints, run: execute } = node([[scoreRow('a', 74, 66)], null]);
		const [opened = []] = await execute();
		expect(opened[0]?.json.sent_to).toBeNull();
		expect(hints.some(({ message }) => message.includes('No row of cs_accounts'))).toBe(true);
	});

	test('without scores it yields nothing', async () => {
		expect(await node([[], CONTEXT]).run()).toEqual([[], [], [], []]);
		expect(await node([[{}], CONTEXT]).run()).toEqual([[], [], [], []]);
	});

	test('leaves the incoming items untouched', async () => {
		const inputs = [structuredClone(SCORES), structuredClone([...CONTEXT, OPEN])];
		await node(inputs).run();
		expect(inputs).toEqual([SCORES, [...CONTEXT, OPEN]]);
	});

	test('a bad score stops the node with its item, or becomes an error item beside the good ones', async () => {
		const scores = [scoreRow('a', 74, 66), { ...scoreRow('b', 74, 66), value: 'good' }];
		await expect(node([scores, CONTEXT]).run()).rejects.toMatchObject({
			name: 'NodeOperationError',
			context: { itemIndex: 1 },
			description: 'Leave the value empty when there is no score.',
		});
		const [opened = [], , messages = []] = await node([scores, CONTEXT], {}, true).run();
		expect(opened.map(({ json }) => json.error ?? json.account_id)).toEqual([
			'The score of b is "good", expected a number from 0 to 100.',
			'a',
		]);
		expect(opened[0]?.pairedItem).toEqual({ item: 1 });
		expect(messages).toHaveLength(1);
	});

	test('configuration that cannot be used stops the node, or becomes one error item', async () => {
		const parameters = { businessDayOn: 'tomorrow' };
		await expect(node([SCORES, CONTEXT], parameters).run()).rejects.toThrow(
			"The business day 'tomorrow' is no calendar day.",
		);
		const [opened = []] = await node([SCORES, CONTEXT], parameters, true).run();
		expect(opened).toHaveLength(1);
		expect(opened[0]?.json).toHaveProperty('error');
	});
});

describe('Watch Daily Run', () => {
	test('a run that is done gives a verdict and no message', async () => {
		const outputs = await node([[], [run('health', 'done'), run('alert', 'done')]], WATCH).run();
		expect(outputs).toHaveLength(2);
		const [messages = [], verdicts = []] = outputs;
		expect(messages).toEqual([]);
		expect(verdicts).toEqual([
			{
				json: {
					business_day_on: DAY,
					resume: false,
					heartbeat: true,
					finding_count: 0,
					codes: '',
					words: `The daily run of ${DAY} is done.`,
					details: { findings: [] },
				},
				pairedItem: [
					{ item: 0, input: 1 },
					{ item: 1, input: 1 },
				],
			},
		]);
		expect(Object.keys(verdicts[0]?.json ?? {})).toEqual(Object.keys(watchSchema.properties));
	});

	test('the message is a row of cs_outbox; rows may come on either input', async () => {
		const rows = [...CONTEXT, run('health', 'failed')];
		for (const inputs of [
			[rows, null],
			[[], rows],
			[rows.slice(0, 3), rows.slice(3)],
		]) {
			const { hints, run: execute } = node(inputs, WATCH);
			const [messages = [], verdicts = []] = await execute();
			expect(Object.keys(messages[0]?.json ?? {})).toEqual(columns(outbox));
			expect(messages[0]?.json.target).toBe('ops');
			expect(messages[0]?.pairedItem).toBeDefined();
			expect(verdicts[0]?.json).toMatchObject({
				resume: true,
				heartbeat: false,
				codes: 'stage-failed:health,run-not-finished',
			});
			expect(hints.map(({ type }) => type)).toEqual(['info', 'warning']);
		}
	});

	test('a day without any row is a run that did not start', async () => {
		const [messages = [], verdicts = []] = await node([[{}], []], WATCH).run();
		expect(verdicts[0]).toMatchObject({
			json: { codes: 'run-not-started', resume: true },
			pairedItem: [{ item: 0, input: 0 }],
		});
		expect(messages).toHaveLength(1);
	});

	test('stale sources, unreached accounts and options are read', async () => {
		const rows = [
			run('health', 'done'),
			{ ...CONTEXT[0], source: 'crm', source_updated_at: '2024-01-01T00:00:00.000Z' },
			{ source: 'erp', object: 'orders', watermark: '2024-01-02T00:00:00.000Z' },
			{ ...OPEN, account_id: 'a', sent_to: null },
		];
		const [, verdicts = []] = await node([rows, []], { ...WATCH, expectedStages: 'health' }).run();
		expect(verdicts[0]?.json.codes).toBe('source-stale:crm,source-stale:erp,alerts-unreached');
		const late = { ...WATCH, asOf: '2024-01-15T00:10:00.000Z', watchOptions: { graceMinutes: 5 } };
		const [, missing = []] = await node([[{}], []], late).run();
		expect(missing[0]?.json.codes).toBe('run-not-started');
	});

	test('configuration that cannot be used stops the node, or becomes one error item', async () => {
		const parameters = { ...WATCH, deadline: '4 am' };
		await expect(node([[{}], []], parameters).run()).rejects.toMatchObject({
			message: "'4 am' is no time of day.",
			description: 'Enter hours and minutes in UTC, such as 04:00.',
		});
		const [messages = [], verdicts = []] = await node([[{}], []], parameters, true).run();
		expect(messages).toEqual([]);
		expect(verdicts[0]?.json).toEqual({
			error: "'4 am' is no time of day.",
			remedy: 'Enter hours and minutes in UTC, such as 04:00.',
		});
	});
});

test('parameters are read once per execution, not per item', async () => {
	const { reads, run: execute } = node([SCORES, CONTEXT]);
	await execute();
	expect(new Set(reads).size).toBe(reads.length);
});
