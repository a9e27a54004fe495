// The hub as its clock starts it: n8n then runs what is published and nothing else. Somebody who wants health only has imported no more than
// that; somebody who unpublishes a stage that has run before is told.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { importTemplates } from '../../demo/importTemplates.mts';
import { addDays } from '../../scoring/core/addDays.ts';
import {
	loadAccounts,
	mustSucceed,
	readTemplate,
	setSetting,
	startBench,
	today,
	type Bench,
	type Row,
} from './support.mts';

const HEALTH_ONLY = [
	'create-tables',
	'daily-health-run',
	'health-stage',
	'alert-stage',
	'send-messages',
	'table-upkeep',
	'run-watch',
];
const HUB = 'csDailyHealthRun';
const DAY = today();
const PAST_ALL = addDays(DAY, -2600);

let bench: Bench;
const rowsOf = async (table: string, filter = {}) => await bench.server.getRows<Row>(table, filter);

/** A workflow that calls the hub when it is called itself: what it starts is no test of the editor. */
const CLOCK = {
	id: 'csTestClock',
	name: 'Clock',
	nodes: [
		{
			id: 'call',
			name: 'Call',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'clock',
			parameters: { path: 'clock', responseMode: 'lastNode', options: {} },
		},
		{
			id: 'hub',
			name: 'Hub',
			type: 'n8n-nodes-base.executeWorkflow',
			typeVersion: 1.2,
			position: [224, 0],
			parameters: {
				workflowId: { __rl: true, mode: 'id', value: HUB },
				workflowInputs: {
					mappingMode: 'defineBelow',
					value: { businessDay: DAY, resume: false },
					matchingColumns: [],
					schema: [],
				},
			},
		},
	],
	connections: { Call: { main: [[{ node: 'Hub', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
};

/** The row that the hub answers with. */
async function strikeTheHour(): Promise<Row> {
	const response = await fetch(`${bench.server.n8n.base}/webhook/clock`);
	assert.equal(response.status, 200, await response.clone().text());
	return (await response.json()) as Row;
}

before(async () => {
	bench = await startBench();
	const imported = HEALTH_ONLY.map((name) => ({ template: readTemplate(name), hash: name }));
	await importTemplates(bench.server, imported, {});
	// A failed stage would start it, and it the day once more.
	await bench.server.unpublish('csRunWatch');
	await mustSucceed(bench.server, 'csCreateTables');
	await loadAccounts(bench.server, 20);
	await bench.server.importWorkflow(CLOCK as never);
	await bench.server.publish(CLOCK.id);
	await pause(500);
});
after(async () => await bench?.close());

test('stages that were never imported are left out by name, and the day is done', async () => {
	await bench.server.insertRows('cs_forecasts', [
		{ forecast_id: 'old', scope: 'portfolio', made_on: PAST_ALL },
		{ forecast_id: 'new', scope: 'portfolio', made_on: DAY },
		{ forecast_id: 'new', scope: 'contract:c1/model', made_on: DAY },
		{ forecast_id: 'last year', scope: 'portfolio', made_on: addDays(DAY, -401) },
		{ forecast_id: 'last year', scope: 'contract:c1/model', made_on: addDays(DAY, -401) },
	]);
	await bench.server.insertRows('cs_milestones', [{ milestone_id: 'old', due_on: PAST_ALL, rev: 1 }]);
	const hub = await strikeTheHour();
	assert.equal(hub['status'], 'done', hub['message']);
	assert.match(
		hub['message'],
		/^Done: health, alert, upkeep\. Left out, not installed: sync, usage, segment, churn, expansion, renewal, value, writeback, /,
	);
	assert.deepEqual((await rowsOf('cs_runs')).map(({ stage, status }) => `${stage} ${status}`).sort(), [
		'alert done',
		'health done',
		'hub done',
		'upkeep done',
	]);
});

test('the upkeep of that day cleared the tables of renewals and passed over those that nobody created', async () => {
	assert.equal((await bench.server.tableNames()).includes('cs_dead_letters'), false);
	const planted = ['old', 'new', 'last year'];
	const forecasts = (await rowsOf('cs_forecasts')).filter((row) => planted.includes(row['forecast_id']));
	assert.deepEqual(
		forecasts.map(({ forecast_id, scope }) => `${forecast_id}: ${scope}`),
		['new: portfolio', 'new: contract:c1/model', 'last year: portfolio'],
	);
	assert.equal(await bench.server.countRows('cs_milestones', { milestone_id: 'old' }), 0);
	const [run] = await rowsOf('cs_runs', { stage: 'upkeep' });
	assert.match(run?.['message'], /^\d+ rows past their retention deleted/);
});

test('a stage that has run before and is not published any more is a failure that says what to do', async () => {
	await bench.server.unpublish('csTableUpkeep');
	const hub = await strikeTheHour();
	assert.equal(hub['status'], 'failed', hub['message']);
	assert.match(
		hub['message'],
		/^Failed: upkeep \(its workflow, or one that it calls, is not published: publish it, or empty the setting stage\.upkeep to leave the stage out\)\. Done: health, alert\. /,
	);
	assert.equal((await rowsOf('cs_runs', { stage: 'upkeep' }))[0]?.['status'], 'failed');
	await setSetting(bench.server, 'stage.upkeep', '');
	const without = await strikeTheHour();
	assert.equal(without['status'], 'done', without['message']);
	assert.match(without['message'], /^Done: health, alert\. Left out, not installed: .*upkeep\./);
});
