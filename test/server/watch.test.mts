// The run watch in a real n8n: the hub does not start, a run fails, a run dies; one message each, and the day is finished.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
	installTemplates,
	leaveOutRevenue,
	itemsOf,
	Listener,
	loadAccounts,
	mustSucceed,
	readTemplate,
	setSetting,
	startBench,
	today,
	type Bench,
	type Row,
} from './support.mts';

const DAY = today();
const WATCH = 'csRunWatch';

let bench: Bench;
let listener: Listener;
const rowsOf = (table: string, filter = {}) => bench.server.getRows<Row>(table, filter);
const messages = () =>
	listener.received.filter(({ path }) => path === '/notify').map(({ body }) => JSON.parse(body) as Row);

/** The watch as if it looked at this time of the day. */
async function watchAt(time: string) {
	const template = structuredClone(readTemplate('run-watch'));
	const settings: any = template.nodes.find((node) => node.name === 'Settings');
	settings.parameters.assignments.assignments.find(({ name }: Row) => name === 'now').value =
		`${DAY}T${time}:00.000Z`;
	await bench.server.importWorkflow(template);
	const execution = await mustSucceed(bench.server, WATCH);
	// Early in the day that time is still ahead, and what the watch wrote at it is not due for the sender, whose clock is real.
	await bench.server.updateRows('cs_outbox', { status: 'planned' }, { next_at: `${DAY}T00:00:00.000Z` });
	await mustSucceed(bench.server, 'csSendMessages');
	return execution;
}

const verdictOf = (execution: Awaited<ReturnType<typeof watchAt>>) => itemsOf(execution, 'Verdict')[0];

async function forgetTheDay(): Promise<void> {
	for (const table of ['cs_runs', 'cs_outbox', 'cs_alerts', 'cs_audit', 'cs_scores'])
		await bench.server.deleteRows(table);
	await bench.server.deleteRows('cs_score_history', { as_of_on: DAY });
	await bench.server.updateRows(
		'cs_leases',
		{ lease: 'daily-run' },
		{ holder: '', until: '1970-01-01T00:00:00.000Z' },
	);
	listener.received.length = 0;
}

before(async () => {
	listener = await Listener.start();
	bench = await startBench();
	await installTemplates(bench.server);
	await leaveOutRevenue(bench.server);
	await loadAccounts(bench.server, 30);
	await setSetting(bench.server, 'notify_url', `${listener.url}/notify`);
	await setSetting(bench.server, 'heartbeat_url', `${listener.url}/heartbeat`);
	await setSetting(bench.server, 'run.deadline', '23:59');
	await setSetting(bench.server, 'watch.person_id', (await rowsOf('cs_people'))[0]?.person_id);
});

after(async () => {
	await bench?.close();
	await listener?.close();
});

describe('run-watch', () => {
	test('says nothing while the run is not due yet', async () => {
		await forgetTheDay();
		const verdict = verdictOf(await watchAt('00:15'));
		assert.deepEqual([verdict?.finding_count, verdict?.resume, verdict?.heartbeat], [0, false, false]);
		assert.equal(messages().length, 0);
	});

	test('tells the named person once when the schedule is stopped, and runs the day', async () => {
		await forgetTheDay();
		await bench.server.unpublish('csDailyHealthRun');
		const verdict = verdictOf(await watchAt('01:15'));
		assert.equal(verdict?.codes, 'run-not-started');
		const [person] = await rowsOf('cs_people');
		const notStarted = () => messages().filter(({ codes }) => codes?.includes('run-not-started'));
		const told = notStarted();
		assert.equal(told.length, 1);
		assert.match(told[0]?.title, new RegExp(`The daily run of ${DAY} did not start`));
		assert.deepEqual(
			told[0]?.to.map(({ person_id }: Row) => person_id),
			[person?.person_id],
		);
		const runs = await rowsOf('cs_runs', { business_day_on: DAY });
		assert.deepEqual(runs.map(({ stage, status }) => `${stage} ${status}`).sort(), [
			'alert done',
			'churn done',
			'health done',
			'hub done',
			'upkeep done',
		]);
		await bench.server.publish('csDailyHealthRun');
		await watchAt('02:15');
		assert.equal(notStarted().length, 1, 'not told again');
	});

	test('sends the heartbeat for a day that is done, and only then', async () => {
		listener.received.length = 0;
		const verdict = verdictOf(await watchAt('02:15'));
		assert.deepEqual([verdict?.heartbeat, verdict?.resume], [true, false]);
		assert.equal(listener.received.filter(({ path }) => path === '/heartbeat').length, 1);
	});

	test('is started by a failed stage and names it, once; the next hour finishes the day', async () => {
		await forgetTheDay();
		const quick = structuredClone(readTemplate('run-watch'));
		const wait: any = quick.nodes.find(({ name }) => name === 'Give the hub time to end');
		wait.parameters.amount = 4;
		await bench.server.importWorkflow(quick);
		await bench.server.publish(WATCH);
		const broken = structuredClone(readTemplate('health-stage'));
		const node: any = broken.nodes.find(({ name }) => name === 'Health Score');
		node.parameters.scorecard = 'json';
		node.parameters.scorecardJson = '{ "nonsense": true }';
		await bench.server.importWorkflow(broken);
		await mustSucceed(bench.server, 'csDailyHealthRun');
		assert.equal((await rowsOf('cs_runs', { stage: 'health' }))[0]?.status, 'failed');
		const told = () => messages().filter(({ codes }) => codes?.includes('stage-failed:health'));
		for (let tries = 0; tries < 240 && told().length === 0; tries++) await pause(250);
		assert.equal(told().length, 1);
		assert.match(told()[0]?.text, /The stage health failed: .+/);
		await bench.server.importWorkflow(readTemplate('health-stage'));
		await watchAt(new Date().toISOString().slice(11, 16));
		assert.equal(told().length, 1, 'not told again');
		const runs = await rowsOf('cs_runs', { business_day_on: DAY });
		assert.deepEqual(runs.map(({ stage, status }) => `${stage} ${status}`).sort(), [
			'alert done',
			'churn done',
			'health done',
			'hub done',
			'upkeep done',
		]);
	});

	test('reports a run that scored far fewer accounts than the day before, and a stale source', async () => {
		await forgetTheDay();
		await mustSucceed(bench.server, 'csDailyHealthRun');
		const yesterday = new Date(Date.parse(DAY) - 86_400_000).toISOString().slice(0, 10);
		await bench.server.insertRows('cs_runs', [
			{
				run_id: yesterday,
				stage: 'health',
				business_day_on: yesterday,
				status: 'done',
				started_at: `${yesterday}T00:00:05.000Z`,
				ended_at: `${yesterday}T00:01:00.000Z`,
				scored: 500,
			},
		]);
		await bench.server.updateRows('cs_accounts', [{ columnName: 'id', condition: 'gte', value: 0 }], {
			source_updated_at: '2020-01-01T00:00:00.000Z',
		});
		listener.received.length = 0;
		const verdict = verdictOf(await watchAt('02:15'));
		assert.match(verdict?.codes, /scored/);
		assert.match(verdict?.codes, /source-stale/);
		assert.equal(verdict?.resume, false);
		assert.equal(messages().length, 1, 'both findings in one message');
	});
});
