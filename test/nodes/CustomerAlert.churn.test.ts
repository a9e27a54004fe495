import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CustomerAlert } from '../../nodes/CustomerAlert/CustomerAlert.node';
import churnSchema from '../../nodes/CustomerAlert/__schema__/v1.0.0/raiseChurnAlerts.json';
import { alerts } from '../../shared/tables/alerts';
import { audit } from '../../shared/tables/audit';
import { outbox } from '../../shared/tables/outbox';
import { strictContext } from '../support/strictContext';

const DAY = '2024-01-15';
const SET = {
	operation: 'raiseChurnAlerts',
	digestPersonId: 'ops',
	runId: 'run-1',
	asOf: '2024-01-15T00:05:00.000Z',
	businessDayOn: DAY,
};

const scoreRow = (account_id: string, previous: number | null, value: number | null): IDataObject => ({
	run_id: 'run-1',
	score: 'churn',
	account_id,
	value,
	reason: '73 % of accounts like this left.',
	detail_json: JSON.stringify({
		basis: 'model',
		previous: previous === null ? null : { on: '2024-01-14', value: previous },
		reasons: ['Usage fell 40 %'],
	}),
});
const FRESH = '2024-01-14T20:00:00.000Z';
const CONTEXT: IDataObject[] = [
	{
		id: 1,
		account_id: 'a',
		name: 'Acme',
		csm_id: 'cara',
		ae_id: 'abe',
		tier: 'starter',
		arr_minor: 10_000_000,
		currency: 'USD',
		source: 'crm',
		source_updated_at: FRESH,
	},
	{ id: 2, account_id: 'b', name: 'Bolt', tier: 'starter', source: 'crm', source_updated_at: FRESH },
	{ id: 1, person_id: 'cara', name: 'Cara', role: 'csm' },
	{ id: 2, person_id: 'abe', name: 'Abe', role: 'ae' },
	{ id: 3, person_id: 'eve', name: 'Eve', role: 'executive' },
	{ id: 4, person_id: 'ops', name: 'Ops', role: 'ops' },
];
const run = (on: string, scored: number): IDataObject => ({
	run_id: on,
	stage: 'churn',
	business_day_on: on,
	status: 'done',
	ended_at: `${on}T00:04:00.000Z`,
	scored,
});

const node = (inputs: readonly IDataObject[][], parameters: INodeParameters = {}, continueOnFail = false) =>
	strictContext({
		nodeType: new CustomerAlert(),
		parameters: { ...SET, ...parameters },
		inputs,
		continueOnFail,
	});
const columns = (table: { columns: ReadonlyArray<{ name: string }> }) =>
	table.columns.map(({ name }) => name);

test('every output item is a row of its table, linked to the score it was made from', async () => {
	const scores = [
		scoreRow('b', 50, 60),
		scoreRow('a', 39, 72.5),
		{ ...scoreRow('a', 90, 20), score: 'health' },
	];
	const outputs = await node([scores, CONTEXT]).run();
	expect(outputs.map((items) => items.length)).toEqual([1, 0, 1, 2]);
	[alerts, alerts, outbox, audit].forEach((table, output) => {
		for (const { json, pairedItem } of outputs[output] ?? []) {
			expect(Object.keys(json)).toEqual(columns(table));
			expect(pairedItem).toEqual({ item: 1 });
		}
	});
	expect(Object.keys(churnSchema.properties)).toEqual(columns(alerts));
	expect(outputs[0]?.[0]?.json).toMatchObject({ cause: 'churn_above_70', sent_to: 'cara,abe' });
});

test('the thresholds are parameters', async () => {
	const [opened = []] = await node([[scoreRow('a', 39, 72.5)], CONTEXT], {
		alertAbove: 50,
		executiveAbove: 73,
	}).run();
	expect(opened.map(({ json }) => json.cause)).toEqual(['churn_above_50', 'churn_above_73']);
});

test('a data outage is said in a hint and in the audit, and nobody is alarmed', async () => {
	const state = [...CONTEXT, run('2024-01-14', 100), run(DAY, 50)];
	const { run: execute, hints } = node([[scoreRow('a', 39, 73)], state]);
	const [opened = [], , messages = [], written = []] = await execute();
	expect([opened.length, messages.length]).toEqual([0, 0]);
	expect(written.map(({ json }) => json.audit_id)).toEqual([`alerts.suppressed:churn:${DAY}`]);
	expect(hints.map(({ message }) => message).join(' ')).toContain(
		'Churn alerts of 1 account were held back, because the data of the day is incomplete or old. Only 50 accounts',
	);
	const [again = []] = await node([[scoreRow('a', 39, 73)], state], {
		raiseOptions: { minScoredShare: 0.4 },
	}).run();
	expect(again).toHaveLength(1);
});

test('two churn values of one account are a fault of that row', async () => {
	const twice = [scoreRow('a', 39, 73), scoreRow('a', 39, 20)];
	await expect(node([twice, CONTEXT]).run()).rejects.toThrow('more than one churn score');
	const [opened = []] = await node([twice, CONTEXT], {}, true).run();
	expect(opened.map(({ json }) => json.account_id)).toEqual(['a', 'a']);
	expect(opened.some(({ json }) => json.error !== undefined)).toBe(true);
});
