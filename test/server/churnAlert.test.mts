// The alert stage in a real n8n for churn: crossings are told once, beside those of health; a day of thin data is held back and made up for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { installTemplates, mustSucceed, startBench, type Bench, type Row } from './support.mts';

const CALLER = 'csTestCallsAlert';
const dayOf = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

let bench: Bench;
const rowsOf = (table: string, filter = {}) => bench.server.getRows<Row>(table, filter);

/** What the hub does: calls the stage for a day. */
async function callStage(day: string): Promise<Row> {
	const inputs = { runId: `run-${day}`, businessDay: day, asOf: `${day}T00:05:00.000Z`, resume: false };
	await bench.server.importWorkflow({
		id: CALLER,
		name: 'Calls the alert stage',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'call',
				name: 'Call',
				type: 'n8n-nodes-base.executeWorkflow',
				typeVersion: 1.2,
				position: [220, 0],
				parameters: {
					workflowId: { __rl: true, mode: 'id', value: 'csAlertStage' },
					workflowInputs: { mappingMode: 'defineBelow', value: inputs, matchingColumns: [], schema: [] },
					mode: 'once',
					options: {},
				},
			},
		],
		connections: { Start: { main: [[{ node: 'Call', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	} as never);
	await mustSucceed(bench.server, CALLER);
	return (await rowsOf('cs_runs', { stage: 'alert', business_day_on: day }))[0] ?? {};
}

const scoreRow = (day: string, accountId: string, before: number, value: number) => ({
	run_id: `run-${day}`,
	score: 'churn',
	account_id: accountId,
	as_of_on: day,
	value,
	reason: 'Usage fell.',
	detail_json: JSON.stringify({ basis: 'model', previous: { on: dayOf(3), value: before }, reasons: [] }),
});
const churnRun = (day: string, scored: number) => ({
	run_id: `run-${day}`,
	stage: 'churn',
	business_day_on: day,
	status: 'done',
	started_at: `${day}T00:01:00.000Z`,
	ended_at: `${day}T00:02:00.000Z`,
	scored,
});

before(async () => {
	bench = await startBench();
	await installTemplates(bench.server);
	await bench.server.unpublish('csRunWatch');
	await bench.server.insertRows('cs_people', [
		{ person_id: 'cara', name: 'Cara', role: 'csm' },
		{ person_id: 'abe', name: 'Abe', role: 'ae' },
		{ person_id: 'eve', name: 'Eve', role: 'executive' },
	]);
	await bench.server.insertRows(
		'cs_accounts',
		['a', 'b', 'c'].map((id) => ({
			account_id: id,
			name: `Account ${id}`,
			csm_id: 'cara',
			ae_id: 'abe',
			tier: 'starter',
			arr_minor: 1_000_000,
			currency: 'USD',
			deleted: false,
		})),
	);
});
after(() => bench?.close());

test('a rise is told once to the account team, a steep one to an executive too', async () => {
	const day = dayOf(2);
	await bench.server.insertRows('cs_runs', [churnRun(dayOf(3), 100), churnRun(day, 100)]);
	await bench.server.insertRows('cs_scores', [scoreRow(day, 'a', 39, 73), scoreRow(day, 'b', 40, 90)]);
	const run = await callStage(day);
	assert.equal(run['status'], 'done');
	assert.match(run['message'], /^3 alerts opened, 0 closed\./);
	const opened = await rowsOf('cs_alerts');
	assert.deepEqual(opened.map((row) => [row['account_id'], row['sent_to']]).sort(), [
		['a', 'cara,abe'],
		['b', 'cara,abe'],
		['b', 'eve'],
	]);
	await bench.server.deleteRows('cs_runs', { stage: 'alert' });
	await callStage(day);
	assert.equal((await rowsOf('cs_alerts')).length, 3);
	assert.equal((await rowsOf('cs_outbox', { kind: 'message' })).length, 2);
});

test('on a day of thin data nobody is told, the run says so, and the next day makes up for it', async () => {
	const thin = dayOf(1);
	await bench.server.insertRows('cs_runs', [churnRun(thin, 40)]);
	await bench.server.insertRows('cs_scores', [scoreRow(thin, 'c', 20, 80)]);
	const run = await callStage(thin);
	assert.match(run['message'], /Churn alerts of 1 account were held back: Only 40 accounts were scored/);
	assert.deepEqual(JSON.parse(run['detail_json']), { suppressed: ['churn'] });
	assert.equal((await rowsOf('cs_alerts')).length, 3);
	assert.equal((await rowsOf('cs_audit', { action: 'alerts.suppressed' })).length, 1);

	const day = dayOf(0);
	const later = scoreRow(day, 'c', 80, 81);
	const detail = JSON.stringify({ previous: { on: thin, value: 80 }, reasons: [] });
	await bench.server.insertRows('cs_runs', [churnRun(day, 100)]);
	await bench.server.insertRows('cs_scores', [{ ...later, detail_json: detail }]);
	await callStage(day);
	assert.equal((await rowsOf('cs_outbox', { effect_key: `churn-digest:${day}` })).length, 1);
	assert.equal((await rowsOf('cs_alerts', { account_id: 'c' })).length, 1);
});
