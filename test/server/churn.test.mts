// Learning and predicting churn in a real n8n: rules until something was trained, a training that is killed, one that is cancelled, one that
// is watched by a webhook, a second one that changes nothing, the stage of the daily run with the model and with a model that was tampered with.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { train, TRAINING_ID } from '../../demo/trainChurn.mts';
import { CHURN_TABLES } from '../../shared/tables/index.ts';
import {
	installTemplates,
	itemsOf,
	Listener,
	loadAccounts,
	mustSucceed,
	readTemplate,
	startBench,
	stopAfter,
	today,
	type Bench,
	type Row,
} from './support.mts';

const ACCOUNTS = 300;
const HUB = 'csDailyHealthRun';
const DAY = today();
const CHURN = { score: 'churn' };

let bench: Bench;
let listener: Listener;
const rowsOf = (table: string, filter = {}) => bench.server.getRows<Row>(table, filter);
const championOf = async () =>
	JSON.parse((await rowsOf('cs_settings', { key: 'churn.champion' }))[0]?.value_json);
const runOf = async (stage: string) =>
	(await rowsOf('cs_runs', { stage, business_day_on: DAY })).at(-1) ?? {};

/** Undoes the day, so that the hub does it again under the same run id. */
async function forgetTheDay(): Promise<void> {
	await bench.server.deleteRows('cs_runs', { business_day_on: DAY });
	await bench.server.deleteRows('cs_score_history', { as_of_on: DAY });
	for (const table of ['cs_alerts', 'cs_outbox', 'cs_audit']) await bench.server.deleteRows(table);
}

async function runTheDay(): Promise<Row> {
	await forgetTheDay();
	await mustSucceed(bench.server, HUB);
	return await runOf('churn');
}

async function install(
	template: Parameters<typeof bench.server.importWorkflow>[0] & { id: string },
): Promise<void> {
	await bench.server.importWorkflow(template);
	await bench.server.publish(template.id);
}

/** Starts the training and comes back when it is at the node; it goes on, or hangs there when `hold`. */
async function startTrainingUpTo(node: string, hold: boolean): Promise<string> {
	const arrived = new Promise<void>((resolve, reject) => {
		setTimeout(() => reject(new Error(`The training did not come to ${node}.`)), 120_000).unref();
		listener.answer = () => {
			resolve();
			return hold ? new Promise(() => undefined) : 200;
		};
	});
	await install(stopAfter(readTemplate('churn-train-weekly'), node, `${listener.url}/boundary`) as never);
	const id = await bench.server.startRun(TRAINING_ID);
	await arrived;
	return id;
}

async function isRunning(id: string): Promise<boolean> {
	return (await bench.server.executionsOf(TRAINING_ID)).some(
		(execution) => execution.id === id && ['new', 'running'].includes(execution.status),
	);
}

before(async () => {
	listener = await Listener.start();
	bench = await startBench();
	await installTemplates(bench.server);
	// What the watch would start again is done by hand here.
	await bench.server.unpublish('csRunWatch');
	await loadAccounts(bench.server, ACCOUNTS);
	for (const { name, columns } of CHURN_TABLES) await bench.server.createTable(name, columns);
	await install({
		id: 'csTestPing',
		name: 'Ping',
		nodes: [
			{
				id: 'ping',
				name: 'Ping',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: 'ping',
				parameters: { path: 'ping', options: {} },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
	} as never);
});

after(async () => {
	await bench?.close();
	await listener?.close();
});

test('a training killed between storing and pointing leaves no champion, and the rules predict and say so', async () => {
	await startTrainingUpTo('Store the parts', true);
	await bench.server.kill9();
	await bench.server.restart();
	assert.ok((await bench.server.countRows('cs_models')) > 0, 'parts were stored');
	assert.equal(await championOf(), '');
	const run = await runTheDay();
	assert.equal(run.status, 'done', run.message);
	assert.match(run.message, /predicted by the rules, because no model is in use/);
	for (const { reason } of await rowsOf('cs_scores', CHURN)) assert.match(reason, /^Rule-based: /);
	await bench.server.deleteRows('cs_models');
});

test('a training that is cancelled ends within seconds and changes nothing', async () => {
	const id = await startTrainingUpTo('Earlier snapshots', false);
	await pause(700);
	assert.ok(await isRunning(id), 'it is at work');
	const began = Date.now();
	await bench.server.api('POST', `/executions/${id}/stop`);
	while (await isRunning(id)) await pause(100);
	assert.ok(Date.now() - began < 20_000, `${Date.now() - began} ms`);
	await pause(1_000);
	assert.equal(await bench.server.countRows('cs_models'), 0);
	assert.equal(await championOf(), '');
});

/** 95 of 100 calls of a webhook are answered within so many milliseconds while something goes on. */
async function pingWhile(something: Promise<unknown>): Promise<number> {
	const took: number[] = [];
	let isOver = false;
	const end = () => (isOver = true);
	void something.then(end, end);
	while (!isOver) {
		const began = performance.now();
		assert.equal((await fetch(`${bench.server.n8n.base}/webhook/ping`)).status, 200);
		took.push(performance.now() - began);
		await pause(25);
	}
	took.sort((a, b) => a - b);
	return took[Math.floor(took.length * 0.95)] ?? Infinity;
}

test('the first training learns, and n8n answers while it does', async (context) => {
	await install(readTemplate('churn-train-weekly'));
	const old = (id: string, day: number, parts = 1) => ({
		model_id: id,
		part: 1,
		parts,
		trained_at: `2025-01-0${day}T00:00:00.000Z`,
		body: '{}',
	});
	await bench.server.insertRows('cs_models', [
		...[1, 2, 3, 4, 5].flatMap((day) => [old(`churn-old-${day}`, day), old(`churn-old-${day}-trial`, day)]),
		old('churn-half-written', 6, 2),
		old('expansion-other', 1),
		old('made-by-hand', 1),
	]);
	const usual = await pingWhile(pause(3_000));
	const training = train(bench.server);
	const p95 = await pingWhile(training);
	const run = await training;
	context.diagnostic(`webhook p95 ${p95.toFixed(0)} ms while training, ${usual.toFixed(0)} ms before`);
	context.diagnostic(String(run.message));
	assert.equal(run.status, 'done', run.message ?? '');

	const champion = await championOf();
	assert.equal(champion, run.run_id);
	for (const id of [champion, `${champion}-trial`]) {
		const parts = await rowsOf('cs_models', { model_id: id });
		assert.ok(parts.length > 0 && parts.every((row) => row.parts === parts.length), id);
		assert.ok(parts.every(({ body }) => body.length <= 500_000));
	}
	const ids = [
		...new Set((await rowsOf('cs_models')).map(({ model_id }) => model_id.replace(/-trial$/, ''))),
	];
	const others = ['expansion-other', 'made-by-hand'];
	const kept = [champion, 'churn-old-3', 'churn-old-4', 'churn-old-5', ...others];
	assert.deepEqual(ids.sort(), kept.sort(), 'the champion and the three before it; what is not ours stays');
	const [audit] = await rowsOf('cs_audit', { action: 'promote' });
	assert.equal(audit?.after_json, JSON.stringify(champion));
	// n8n may keep the one that was cancelled before it had learned anything.
	const saved = (await bench.server.executionsOf(TRAINING_ID)).filter(({ status }) => status !== 'canceled');
	assert.deepEqual(saved, [], 'no execution that carries a model is saved');
	// The aim is 500 ms on a quiet machine; what else runs on this one delays both. A training that never rests holds calls up for all its seconds.
	assert.ok(p95 < 1_500 + 4 * usual, `p95 ${p95} ms, ${usual} ms before`);
});

test('the stage predicts with it: two rows per account, the day once in the history', async () => {
	const run = await runTheDay();
	assert.equal(run.status, 'done', run.message);
	assert.match(run.message, new RegExp(`predicted by the model ${await championOf()}`));
	const accounts = (await rowsOf('cs_accounts')).filter(
		({ deleted, lifecycle_stage }) => deleted !== true && lifecycle_stage !== 'churned',
	);
	for (const score of ['churn', 'churn_risk']) {
		const rows = await rowsOf('cs_scores', { score });
		assert.equal(rows.length, accounts.length, score);
		assert.deepEqual(new Set(rows.map(({ run_id }) => run_id)), new Set([DAY]));
		assert.equal(await bench.server.countRows('cs_score_history', { score, as_of_on: DAY }), rows.length);
	}
	const health = await bench.server.countRows('cs_scores', { score: 'health' });
	assert.equal(health, accounts.length, 'the scores of health are untouched');
});

test('the list comes by expected loss of ARR, with reasons', async () => {
	const template = structuredClone(readTemplate('churn-daily'));
	// A workflow that keeps no execution cannot be asked what it showed.
	await install({
		...template,
		settings: { ...(template['settings'] as object), saveManualExecutions: true },
	});
	const before = await rowsOf('cs_scores', CHURN);
	const execution = await mustSucceed(bench.server, 'csChurnStage');
	await install(template);
	const listed = itemsOf(execution, 'Whom to talk to');
	assert.equal(listed.length, 25);
	const losses = itemsOf(execution, 'Churn Prediction').map(
		(row) => row.details.expected_arr_loss.minor ?? -1,
	);
	assert.deepEqual(
		losses,
		[...losses].sort((a, b) => b - a),
	);
	for (const { account, reason, probability_percent } of listed) {
		assert.ok(reason?.length > 10, `${account}: ${reason}`);
		assert.ok(probability_percent >= 0 && probability_percent <= 100, account);
	}
	assert.deepEqual(await rowsOf('cs_scores', CHURN), before, 'nothing was written');
});

test('a second training with the same data changes nothing', async () => {
	const [champion, models] = [await championOf(), await bench.server.countRows('cs_models')];
	const run = await train(bench.server);
	assert.equal(run.status, 'done', run.message ?? '');
	assert.match(run.message ?? '', new RegExp(`The model ${champion} goes on predicting`));
	assert.equal(await championOf(), champion);
	assert.equal(await bench.server.countRows('cs_models'), models);
});

test('the training on expansions has models, a run and a champion of its own, and the desk says what it uses', async (context) => {
	await install(readTemplate('churn-train-weekly'));
	await bench.server.deleteRows('cs_models', { model_id: 'expansion-other' });
	const churn = async () =>
		(await rowsOf('cs_models')).filter(({ model_id }) => !model_id.startsWith('expansion-')).length;
	const [champion, before] = [await championOf(), await churn()];
	// An account written twice: the training leaves it out, and what it put out last is not what it learned.
	const [twice] = await rowsOf('cs_accounts');
	await bench.server.insertRows('cs_accounts', [{ account_id: twice?.account_id, name: 'Written twice' }]);
	const [told] = itemsOf(await mustSucceed(bench.server, 'csExpansionTraining'), 'What was learned');
	await bench.server.deleteRows('cs_accounts', { name: 'Written twice' });
	assert.equal(told?.['status'], 'done', told?.['message']);
	context.diagnostic(told?.['message']);
	assert.match(told?.['message'], /\d+ of them before an expansion \(base rate [\d.]+ %\)/);
	assert.doesNotMatch(told?.['message'], /churn|left|rule/);
	const [run] = await rowsOf('cs_runs', { stage: 'expansion-train' });
	assert.equal(run?.run_id, told?.['run_id']);
	assert.match(run?.run_id, /^expansion-/);
	assert.equal(await championOf(), champion);
	assert.equal(await churn(), before, 'the models of churn are untouched');

	const pointed = JSON.parse((await rowsOf('cs_settings', { key: 'expansion.champion' }))[0]?.value_json);
	const { promoted } = JSON.parse(run?.detail_json);
	assert.equal(pointed, promoted ? run?.run_id : '');
	const stored = (await rowsOf('cs_models')).filter(({ model_id }) => model_id === run?.run_id);
	assert.equal(stored.length > 0, promoted);
	await forgetTheDay();
	await mustSucceed(bench.server, HUB);
	const desk = await runOf('expansion');
	assert.equal(desk.status, 'done', desk.message);
	context.diagnostic(desk.message);
	assert.match(
		desk.message,
		promoted
			? new RegExp(
					`The trained model is used \\(${run?.run_id}\\)|Base rates are used: the model ${run?.run_id}`,
				)
			: /Base rates are used/,
	);
});

test('retention-review draws the curves of all and of each segment, and writes nothing', async () => {
	const [twice] = await rowsOf('cs_accounts');
	await bench.server.insertRows('cs_accounts', [{ account_id: twice?.account_id, name: 'Written twice' }]);
	const tables = async () => [
		await bench.server.countRows('cs_scores'),
		await bench.server.countRows('cs_runs'),
	];
	const before = await tables();
	const execution = await mustSucceed(bench.server, 'csRetentionReview');
	await bench.server.deleteRows('cs_accounts', { name: 'Written twice' });
	const [all, ...segments] = itemsOf(execution, 'Retention by group');
	assert.equal(all?.['group'], 'All accounts');
	assert.ok(segments.length > 1);
	const sum = (column: string) => segments.reduce((total, row) => total + row[column], 0);
	assert.equal(sum('accounts'), all?.['accounts']);
	assert.equal(sum('left'), all?.['left']);
	const months = itemsOf(execution, 'Retention by month').filter(({ group }) => group === 'All accounts');
	assert.equal(months[11]?.['still_there_percent'], all?.['retention_percent']);
	let [share, last] = [1, 100];
	for (const { seen, left, still_there_percent: told } of months) {
		share *= 1 - left / seen;
		// Within a month the curve goes by the day, by hand all leave at its end.
		assert.ok(told <= last && Math.abs(100 * share - told) < 1, `${told} % told, ${100 * share} % by hand`);
		last = told;
	}
	const listed = itemsOf(execution, 'Least likely to be here in a year').map(
		(row) => row['here_in_a_year_percent'],
	);
	assert.ok(listed.length > 10 && listed.every((percent) => percent > 0 && percent <= 100));
	assert.deepEqual(
		listed,
		[...listed].sort((a, b) => a - b),
	);
	const [fault] = itemsOf(execution, 'Could not be read');
	assert.match(fault?.['error'], /came before in this run/);
	assert.deepEqual(await tables(), before);
});

test('a model that was changed by hand, or is gone, fails the stage by name; health and the predictions before stay', async () => {
	const champion = await championOf();
	const [part] = await rowsOf('cs_models', { model_id: champion, part: 1 });
	const pointAt = async (id: string) =>
		await bench.server.updateRows(
			'cs_settings',
			{ key: 'churn.champion' },
			{ value_json: JSON.stringify(id) },
		);
	const keep = async (body: string) =>
		await bench.server.updateRows('cs_models', { model_id: champion, part: 1 }, { body });
	// As if they were of the day before: the day itself begins anew with nothing.
	await bench.server.updateRows('cs_scores', CHURN, { run_id: 'before' });
	const before = await rowsOf('cs_scores', CHURN);
	try {
		await keep(part?.body.replace(/\d\.\d/, '9.9'));
		const run = await runTheDay();
		assert.equal(run.status, 'failed');
		assert.match(run.message, /is not as it was written/);
		assert.match((await runOf('hub')).message, /^Failed: churn \(.*is not as it was written.*Done: health/);
		assert.equal((await runOf('health')).status, 'done');
		await keep(part?.body);
		await pointAt('churn-gone');
		const lost = await runTheDay();
		assert.match(lost.message, /names the model churn-gone, but cs_models has no row of it/);
		assert.deepEqual(await rowsOf('cs_scores', CHURN), before);
	} finally {
		await keep(part?.body);
		await pointAt(champion);
	}
});

test('usage that stops coming in everywhere is called an outage, not churn', async () => {
	const since = new Date(Date.parse(DAY) - 42 * 86_400_000).toISOString().slice(0, 10);
	await bench.server.deleteRows('cs_usage', [{ columnName: 'starts_on', condition: 'gte', value: since }]);
	const run = await runTheDay();
	assert.equal(run.status, 'done', run.message);
	assert.match(run.message, /That looks like a data outage/);
	const { outage } = JSON.parse(run.detail_json);
	assert.ok(outage.accounts > outage.of / 2);
});

test('score-backtest judges the health score and leaves its words', async () => {
	const execution = await mustSucceed(bench.server, 'csScoreBacktest');
	const [verdict] = itemsOf(execution, 'Verdict');
	const [run] = await rowsOf('cs_runs', { stage: 'score-backtest' });
	assert.equal(run?.status, 'done');
	assert.ok(verdict?.text && run?.message.startsWith(verdict.text), run?.message);
	for (const row of itemsOf(execution, 'Green but left')) assert.equal(row.outcome, 'churned');
	for (const row of itemsOf(execution, 'Red but stayed')) assert.notEqual(row.outcome, 'churned');
});
