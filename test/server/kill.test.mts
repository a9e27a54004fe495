// kill -9 of n8n at each boundary of the daily run, then again: the same end state, each message once.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
	installTemplates,
	leaveOutRevenue,
	Listener,
	loadAccounts,
	makeEverybodyFine,
	mustSucceed,
	readTemplate,
	setSetting,
	startBench,
	stopAfter,
	today,
	type Bench,
	type Row,
} from './support.mts';

const HUB = 'csDailyHealthRun';
const DAY = today();

let bench: Bench;
let listener: Listener;
let reference: unknown;
const rowsOf = (table: string, filter = {}) => bench.server.getRows<Row>(table, filter);
const posted = () =>
	listener.received
		.filter(({ path }) => path === '/notify')
		.map(({ headers }) => String(headers['idempotency-key']))
		.sort();

/** What must be the same however the day went; instants and row ids may differ. */
async function endState() {
	const pick = (rows: Row[], ...columns: string[]) =>
		rows.map((row) => columns.map((column) => row[column]).join(' | ')).sort();
	return {
		scores: pick(
			await rowsOf('cs_scores'),
			'run_id',
			'score',
			'account_id',
			'value',
			'band',
			'delta',
			'trend',
			'input_hash',
		),
		history: pick(
			await rowsOf('cs_score_history', { as_of_on: DAY }),
			'score',
			'account_id',
			'value',
			'band',
			'delta',
		),
		runs: pick(
			await rowsOf('cs_runs'),
			'run_id',
			'stage',
			'status',
			'read',
			'scored',
			'insufficient',
			'mean',
		),
		alerts: pick(await rowsOf('cs_alerts'), 'alert_key', 'sent_to', 'closed_at'),
		messages: pick(await rowsOf('cs_outbox'), 'effect_key', 'target', 'status'),
		audit: pick(await rowsOf('cs_audit'), 'audit_id', 'action', 'subject'),
	};
}

async function forgetTheDay(): Promise<void> {
	for (const table of ['cs_runs', 'cs_outbox', 'cs_alerts', 'cs_audit', 'cs_scores'])
		await bench.server.deleteRows(table);
	await bench.server.deleteRows('cs_score_history', { as_of_on: DAY });
	listener.received.length = 0;
}

/** As if the fifteen minutes of lease and claims had passed. */
async function letLeasesExpire(): Promise<void> {
	const until = '1970-01-01T00:00:00.000Z';
	await bench.server.updateRows('cs_leases', { lease: 'daily-run' }, { until });
	await bench.server.updateRows('cs_outbox', { status: 'claimed' }, { claimed_until: until });
}

/** Runs the day until the boundary, kills n8n there, starts it again. */
async function killAt(file: string, node: string): Promise<void> {
	const template = readTemplate(file);
	const arrived = new Promise<void>((resolve, reject) => {
		setTimeout(() => reject(new Error(`The run did not come to ${node} within a minute.`)), 60_000).unref();
		listener.answer = ({ path }) => {
			if (path !== '/boundary') return 200;
			resolve();
			return new Promise(() => undefined);
		};
	});
	await bench.server.importWorkflow(stopAfter(template, node, `${listener.url}/boundary`));
	await bench.server.publish(template.id); // what a stage calls is the published version
	await bench.server.startRun(HUB);
	await arrived;
	await bench.server.kill9();
	listener.answer = () => 200;
	await bench.server.restart();
	await bench.server.importWorkflow(template);
	await bench.server.publish(template.id);
	await letLeasesExpire();
}

before(async () => {
	listener = await Listener.start();
	bench = await startBench();
	await installTemplates(bench.server);
	await leaveOutRevenue(bench.server);
	// The watch would finish the day by itself; here each step is taken by hand.
	await bench.server.unpublish('csRunWatch');
	await loadAccounts(bench.server, 60);
	await setSetting(bench.server, 'notify_url', `${listener.url}/notify`);
	await makeEverybodyFine(bench.server);
	await mustSucceed(bench.server, 'csTableUpkeep');
	await forgetTheDay();
	await mustSucceed(bench.server, HUB);
	reference = await endState();
	assert.ok(posted().length > 3, `${posted().length} messages`);
});

after(async () => {
	await bench?.close();
	await listener?.close();
});

describe('after kill -9 the day ends as if nothing had happened', () => {
	const boundaries: Array<[when: string, file: string, node: string]> = [
		['after the scores were inserted', 'health-stage', 'Insert scores'],
		['before the stage is marked done', 'health-stage', 'Result of the run'],
		['before the older scores are deleted', 'health-stage', 'Mark done'],
		['after the churn predictions were inserted', 'churn-daily', 'Insert scores'],
		['before the churn stage is marked done', 'churn-daily', 'Result of the run'],
		['when messages are written and alerts are not', 'alert-stage', 'Messages to the outbox'],
		['when a message is claimed and not yet posted', 'send-messages', 'Message'],
	];
	for (const [when, file, node] of boundaries) {
		test(when, async () => {
			await forgetTheDay();
			await killAt(file, node);
			if (node === 'Message') await setSetting(bench.server, 'notify_idempotent', true);
			await mustSucceed(bench.server, HUB);
			assert.deepEqual(await endState(), reference);
			const keys = posted();
			assert.equal(new Set(keys).size, keys.length, 'no message twice');
			assert.equal(keys.length, (await rowsOf('cs_outbox')).length);
			await setSetting(bench.server, 'notify_idempotent', false);
		});
	}

	test('a message that was posted, but not marked, is never posted again to a receiver that would take it twice', async () => {
		await forgetTheDay();
		await killAt('send-messages', 'Post');
		assert.equal(posted().length, 1);
		await mustSucceed(bench.server, HUB);
		const keys = posted();
		assert.equal(new Set(keys).size, keys.length, 'no message twice');
		const unknown = await rowsOf('cs_outbox', { status: 'unknown' });
		assert.ok(
			unknown.length > 0 &&
				unknown.some(({ effect_key }) => effect_key === keys[0] || keys.includes(effect_key)),
		);
		assert.match(
			(await rowsOf('cs_runs', { stage: 'alert' }))[0]?.message,
			/with an unknown result need a person/,
		);
	});
});
