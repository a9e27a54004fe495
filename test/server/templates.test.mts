// Every template in a real n8n, with a small generated portfolio: what stands in the tables afterwards, row by row.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { FRAMEWORK_SCORECARD, ONBOARDING_SCORECARD } from '../../scoring/health/presets.ts';
import { roundHalfUp } from '../../scoring/core/roundHalfUp.ts';
import { scoreHealth } from '../../scoring/health/scoreHealth.ts';
import { groupRecords } from '../../scoring/measures/groupRecords.ts';
import { measureAccount } from '../../scoring/measures/measureAccount.ts';
import { REVENUE_TABLES, TABLES as RUN_TABLES } from '../../shared/tables/index.ts';
import { SETTING_DEFAULTS } from '../../shared/tables/settingDefaults.ts';
import {
	installTemplates,
	leaveOutRevenue,
	itemsOf,
	Listener,
	loadAccounts,
	makeEverybodyFine,
	mustSucceed,
	readTemplate,
	setSetting,
	startBench,
	today,
	type Bench,
	type Row,
} from './support.mts';

const TABLES = [...RUN_TABLES, ...REVENUE_TABLES];
const ACCOUNTS = 60;
const HUB = 'csDailyHealthRun';
const DAY = today();
const HEALTH = { score: 'health' };
const RECORDS = [
	'cs_usage',
	'cs_tickets',
	'cs_invoices',
	'cs_survey_answers',
	'cs_interactions',
	'cs_entitlements',
];

let bench: Bench;
let listener: Listener;
const rowsOf = (table: string, filter = {}) => bench.server.getRows<Row>(table, filter);
const runRow = async (stage: string, runId = DAY) =>
	(await rowsOf('cs_runs', { stage, run_id: runId }))[0] ?? {};

/** The template with other values in its Settings node. */
function withSettings(name: string, values: Record<string, unknown>) {
	const template = structuredClone(readTemplate(name));
	const settings: any = template.nodes.find((node) => node.name === 'Settings');
	for (const assignment of settings.parameters.assignments.assignments) {
		if (assignment.name in values) assignment.value = values[assignment.name];
	}
	return template;
}

before(async () => {
	listener = await Listener.start();
	bench = await startBench();
	await installTemplates(bench.server);
	await leaveOutRevenue(bench.server);
	await loadAccounts(bench.server, ACCOUNTS);
});

after(async () => {
	await bench?.close();
	await listener?.close();
});

describe('create-tables', () => {
	test('makes exactly the tables and columns of the contract', async () => {
		const { data } = await bench.server.api('GET', `/data-tables-global?take=250`);
		const made = new Map<string, Array<{ name: string; type: string }>>(
			data.map((table: Row) => [table.name, table.columns]),
		);
		assert.deepEqual([...made.keys()].sort(), TABLES.map(({ name }) => name).sort());
		for (const { name, columns } of TABLES) {
			const actual = made.get(name)?.map((column) => `${column.name}:${column.type}`);
			assert.deepEqual(actual?.sort(), columns.map((column) => `${column.name}:${column.type}`).sort(), name);
		}
	});

	test('changes nothing when it runs again', async () => {
		await setSetting(bench.server, 'health.alert_below', 71);
		await mustSucceed(bench.server, 'csCreateTables');
		const settings = await rowsOf('cs_settings');
		assert.equal(settings.find(({ key }) => key === 'health.alert_below')?.value_json, '71');
		for (const { key } of SETTING_DEFAULTS)
			assert.equal(settings.filter((row) => row.key === key).length, 1, key);
		assert.equal(await bench.server.countRows('cs_leases'), 1);
		await setSetting(bench.server, 'health.alert_below', 70);
	});

	test('finds every node type and version of all templates in this n8n', async () => {
		const names = [
			'alert-stage',
			'churn-daily',
			'churn-train-weekly',
			'create-tables',
			'daily-health-run',
			'health-stage',
			'portfolio-overview',
			'run-watch',
			'score-backtest',
			'send-messages',
			'table-upkeep',
		];
		const used = names
			.flatMap((name) => readTemplate(name).nodes)
			.filter(({ type }) => !type.endsWith('.stickyNote'))
			.map(({ type, typeVersion }) => ({ name: type, version: typeVersion }));
		const nodeInfos = [...new Map(used.map((info) => [`${info.name} ${info.version}`, info])).values()];
		const found: Row[] = await bench.server.api('POST', '/node-types', { nodeInfos });
		const bare = (name: string) => name.split('.').at(-1); // n8n answers without the package
		const versions = new Map(found.map(({ name, version }) => [bare(name), [version].flat()]));
		for (const { name, version } of nodeInfos) {
			assert.ok(versions.get(bare(name))?.includes(version), `${name} ${version}`);
		}
	});
});

describe('daily-health-run', () => {
	let fallen: Row[] = [];

	before(async () => {
		await setSetting(bench.server, 'notify_url', `${listener.url}/notify`);
		await setSetting(bench.server, 'heartbeat_url', `${listener.url}/heartbeat`);
		await makeEverybodyFine(bench.server);
		await bench.server.updateRows(
			'cs_accounts',
			{ account_id: 'CUST_0002' },
			{ csm_id: 'nobody', ae_id: null },
		);
		await mustSucceed(bench.server, HUB);
		fallen = (await rowsOf('cs_scores', HEALTH)).filter(
			({ value }) => value !== null && roundHalfUp(value) < 70,
		);
	});

	test('leaves one row per stage and says in words what was done and what was left out', async () => {
		const runs = await rowsOf('cs_runs', { business_day_on: DAY });
		assert.deepEqual(runs.map(({ stage, status }) => `${stage} ${status}`).sort(), [
			'alert done',
			'churn done',
			'health done',
			'hub done',
			'upkeep done',
		]);
		const { message, detail_json, ended_at } = await runRow('hub');
		assert.match(
			message,
			/Done: health, churn, alert, upkeep\. Left out, not installed: sync, usage, segment, expansion, /,
		);
		assert.equal(JSON.parse(detail_json).late, ended_at.slice(11, 16) >= '04:00');
		assert.equal(/after the deadline of 04:00/.test(message), ended_at.slice(11, 16) >= '04:00');
	});

	test('scores every account as the library does', async () => {
		const asOf = (await runRow('hub')).started_at;
		const accounts = (await rowsOf('cs_accounts')).filter(
			({ deleted, lifecycle_stage }) => deleted !== true && lifecycle_stage !== 'churned',
		);
		const since = new Date(Date.parse(DAY) - 27 * 7 * 86_400_000).toISOString().slice(0, 10);
		const records = (await Promise.all(RECORDS.map((table) => rowsOf(table)))).flat();
		const known = records.filter(
			(row) =>
				row.period === undefined ||
				row.limit_value !== undefined ||
				(row.period === 'week' && row.starts_on >= since),
		);
		const grouped = groupRecords(known).accounts;
		const scores = new Map((await rowsOf('cs_scores', HEALTH)).map((row) => [row.account_id, row]));
		assert.equal(scores.size, accounts.length);
		const empty = groupRecords([{ account_id: '-', ticket_id: 1 }]).accounts.get('-')!;
		const alternatives = { [ONBOARDING_SCORECARD.id]: ONBOARDING_SCORECARD };
		for (const account of accounts) {
			const own = grouped.get(account.account_id) ?? { ...empty, tickets: [] };
			const measures = Object.entries(measureAccount(account, own, asOf)).filter(
				([, { value }]) => value !== null,
			);
			const outcome = scoreHealth(
				{
					accountId: account.account_id,
					asOfOn: DAY,
					observations: Object.fromEntries(measures),
					startedOn: account.started_on,
					override: null,
				},
				FRAMEWORK_SCORECARD,
				alternatives,
			);
			assert.ok(outcome.ok, account.account_id);
			const { value, band, low, high, coverage, confidence } = outcome.value;
			const row = scores.get(account.account_id);
			assert.ok(row, account.account_id);
			const expected = { run_id: DAY, score: 'health', as_of_on: DAY, band, confidence };
			const { run_id, score, as_of_on, band: actualBand, confidence: actualConfidence } = row;
			assert.deepEqual(
				{ run_id, score, as_of_on, band: actualBand, confidence: actualConfidence },
				expected,
				account.account_id,
			);
			for (const [name, one] of Object.entries({ value, low, high, coverage })) {
				if (one === null) assert.equal(row[name], null, `${account.account_id} ${name}`);
				else
					assert.ok(
						Math.abs(row[name] - one) < 1e-9,
						`${account.account_id} ${name}: ${row[name]}, library ${one}`,
					);
			}
		}
		const values = [...scores.values()].map(({ value }) => value).filter((value) => value !== null);
		const { read, scored, insufficient, failed, mean } = await runRow('health');
		assert.deepEqual(
			{ read, scored, insufficient, failed },
			{
				read: accounts.length,
				scored: values.length,
				insufficient: accounts.length - values.length,
				failed: 0,
			},
		);
		assert.ok(Math.abs(mean - values.reduce((sum, value) => sum + value, 0) / values.length) < 1e-9);
	});

	test('adds the day to the history once', async () => {
		const scores = await rowsOf('cs_scores', HEALTH);
		const added = await rowsOf('cs_score_history', { as_of_on: DAY, ...HEALTH });
		assert.deepEqual(
			added.map(({ account_id, value, band, coverage, delta }) => ({
				account_id,
				value,
				band,
				coverage,
				delta,
			})),
			scores.map(({ account_id, value, band, coverage, delta }) => ({
				account_id,
				value,
				band,
				coverage,
				delta,
			})),
		);
	});

	test('tells people of every account that fell below 70, once each', async () => {
		assert.ok(fallen.length > 3, `${fallen.length} accounts below 70`);
		const alerts = await rowsOf('cs_alerts', { cause: 'health_below_70' });
		assert.deepEqual(
			alerts.map(({ account_id }) => account_id).sort(),
			fallen.map(({ account_id }) => account_id).sort(),
		);
		const posted = listener.received.filter(({ path }) => path === '/notify');
		const outbox = await rowsOf('cs_outbox');
		assert.deepEqual(
			posted.map(({ headers }) => headers['idempotency-key']).sort(),
			outbox.map(({ effect_key }) => effect_key).sort(),
		);
		for (const { status, attempts, error, payload_json, effect_key } of outbox) {
			assert.deepEqual({ status, attempts, error }, { status: 'sent', attempts: 1, error: null });
			assert.equal(
				posted.find(({ headers }) => headers['idempotency-key'] === effect_key)?.body,
				payload_json,
			);
		}
		assert.match(
			(await runRow('alert')).message,
			new RegExp(
				`^${(await rowsOf('cs_alerts')).length} alerts opened, 0 closed\\. ${outbox.length} messages sent, 0 waiting\\.`,
			),
		);
	});

	test('names the alert that reaches nobody', async () => {
		const account = (await rowsOf('cs_accounts', { account_id: 'CUST_0002' }))[0];
		const alerted = (await rowsOf('cs_alerts', { account_id: 'CUST_0002' })).length > 0;
		const { message } = await runRow('alert');
		assert.equal(message.includes(account?.name), alerted, message);
	});

	test('sends one heartbeat and lets the lease go', async () => {
		assert.equal(listener.received.filter(({ path }) => path === '/heartbeat').length, 1);
		const [lease] = await rowsOf('cs_leases');
		assert.ok(Date.parse(lease?.until) <= Date.now());
	});

	test('repeats nothing when it is started again the same day', async () => {
		const before = await Promise.all(
			['cs_scores', 'cs_alerts', 'cs_outbox', 'cs_audit'].map((table) => rowsOf(table)),
		);
		const history = await bench.server.countRows('cs_score_history');
		const posts = listener.received.filter(({ path }) => path === '/notify').length;
		await mustSucceed(bench.server, HUB);
		const now = await Promise.all(
			['cs_scores', 'cs_alerts', 'cs_outbox', 'cs_audit'].map((table) => rowsOf(table)),
		);
		assert.deepEqual(now, before);
		assert.equal(await bench.server.countRows('cs_score_history'), history);
		assert.equal(listener.received.filter(({ path }) => path === '/notify').length, posts);
	});

	test('runs the day anew under another run id when asked to, and alerts nobody twice', async () => {
		const posts = listener.received.filter(({ path }) => path === '/notify').length;
		const accounts = await rowsOf('cs_accounts');
		const { id, createdAt, updatedAt, ...first } = accounts.find(
			({ account_id }) => account_id === 'CUST_0001',
		)!;
		await bench.server.insertRows('cs_accounts', [first]);
		await bench.server.importWorkflow(withSettings('daily-health-run', { rerun: true }));
		await mustSucceed(bench.server, HUB);
		const hub = (await rowsOf('cs_runs', { stage: 'hub' })).at(-1);
		assert.equal(hub?.status, 'done', hub?.message);
		const health = await runRow('health', hub?.run_id);
		assert.deepEqual(
			[health.failed, health.skipped],
			[1, 0],
			'a repeated account is named, not dropped silently',
		);
		assert.match(health.message, /1 could not be scored\.$/);
		await bench.server.deleteRows('cs_accounts', [
			{ columnName: 'id', condition: 'gt', value: Math.max(...accounts.map((row) => row.id)) },
		]);
		const scores = await rowsOf('cs_scores', HEALTH);
		assert.match(scores[0]?.run_id, new RegExp(`^${DAY}-\\d{6}$`));
		assert.equal(new Set(scores.map(({ run_id }) => run_id)).size, 1);
		assert.equal(listener.received.filter(({ path }) => path === '/notify').length, posts);
		const history = await rowsOf('cs_score_history', { as_of_on: DAY, ...HEALTH });
		assert.equal(history.length, scores.length);
		await bench.server.importWorkflow(readTemplate('daily-health-run'));
	});

	test('stops and says so when another run holds the lease', async () => {
		const until = new Date(Date.now() + 600_000).toISOString();
		await bench.server.updateRows('cs_leases', { lease: 'daily-run' }, { holder: 'somebody', until });
		const execution = await mustSucceed(bench.server, HUB);
		const [stopped] = itemsOf(execution, 'Stopped: not ours');
		assert.match(stopped?.message, /Another run \(somebody\) holds the lease until .* Nothing was done\./);
		const [lease] = await rowsOf('cs_leases');
		assert.equal(lease?.holder, 'somebody');
		await bench.server.updateRows(
			'cs_leases',
			{ lease: 'daily-run' },
			{ holder: '', until: '1970-01-01T00:00:00.000Z' },
		);
	});

	test('names a stage that failed, goes on, and leaves out what needs it', async () => {
		const broken = structuredClone(readTemplate('health-stage'));
		const node: any = broken.nodes.find(({ name }) => name === 'Health Score');
		node.parameters.scorecard = 'json';
		node.parameters.scorecardJson = '{ "nonsense": true }';
		await bench.server.importWorkflow(broken);
		await bench.server.importWorkflow(withSettings('daily-health-run', { rerun: true }));
		await mustSucceed(bench.server, HUB);
		const hub = (await rowsOf('cs_runs', { stage: 'hub' })).at(-1);
		assert.equal(hub?.status, 'failed');
		assert.match(
			hub?.message,
			/^Failed: health \(.+\)\. Not run: alert \(health is not done\)\. Done: churn, upkeep\. /,
		);
		assert.equal((await runRow('health', hub?.run_id)).status, 'failed');
		assert.equal(await bench.server.countRows('cs_scores', { run_id: hub?.run_id, ...HEALTH }), 0);
		assert.ok((await bench.server.countRows('cs_scores', HEALTH)) > 0, 'the scores before are still there');
		await bench.server.importWorkflow(readTemplate('health-stage'));
		await bench.server.importWorkflow(readTemplate('daily-health-run'));
		await bench.server.deleteRows('cs_runs', { run_id: hub?.run_id });
	});

	test('leaves out a stage whose workflow is not there', async () => {
		await setSetting(bench.server, 'stage.value', 'csNowhere');
		await bench.server.importWorkflow(withSettings('daily-health-run', { rerun: true }));
		await mustSucceed(bench.server, HUB);
		const hub = (await rowsOf('cs_runs', { stage: 'hub' })).at(-1);
		assert.equal(hub?.status, 'done', JSON.stringify(await rowsOf('cs_runs'), null, 1));
		assert.match(hub?.message, /Left out, not installed: .*value/);
		await setSetting(bench.server, 'stage.value', '');
		await bench.server.importWorkflow(readTemplate('daily-health-run'));
	});

	test('names a stage that has run before and whose workflow is gone', async () => {
		await setSetting(bench.server, 'stage.churn', 'csNowhere');
		await bench.server.importWorkflow(withSettings('daily-health-run', { rerun: true }));
		await mustSucceed(bench.server, HUB);
		const hub = (await rowsOf('cs_runs', { stage: 'hub' })).at(-1);
		assert.equal(hub?.status, 'failed', hub?.message);
		assert.match(
			hub?.message,
			/^Failed: churn \(.+ publish it, or empty the setting stage\.churn .+\)\. Done: health, /,
		);
		await setSetting(bench.server, 'stage.churn', 'csChurnStage');
		await bench.server.importWorkflow(readTemplate('daily-health-run'));
	});
});

describe('health-stage as a dry run', () => {
	test('shows what a changed weight moves, the largest first, and writes nothing', async () => {
		const before = await rowsOf('cs_scores', HEALTH);
		const changed = structuredClone(readTemplate('health-stage'));
		const node: any = changed.nodes.find(({ name }) => name === 'Health Score');
		node.parameters.productUsageWeight = 60;
		await bench.server.importWorkflow(changed);
		const execution = await mustSucceed(bench.server, 'csHealthStage', 'Try it (dry run)');
		const moves = itemsOf(execution, 'What moved and why');
		const sizes = moves.filter(({ delta }) => delta !== null).map(({ delta }) => Math.abs(delta));
		assert.ok((sizes[0] ?? 0) > 0.5, `largest move ${sizes[0]}`);
		assert.deepEqual(
			sizes,
			[...sizes].sort((a, b) => b - a),
		);
		const [first] = moves;
		assert.ok(Math.abs(first?.by_weights - first?.delta) < 0.011, JSON.stringify(first));
		assert.match(first?.what_changed, /weight/, JSON.stringify(first));
		assert.deepEqual(await rowsOf('cs_scores', HEALTH), before);
		await bench.server.importWorkflow(readTemplate('health-stage'));
	});
});

describe('send-messages', () => {
	const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
	const message = (key: string, more: Row = {}) => ({
		effect_key: key,
		kind: 'message',
		payload_json: `{"title":"${key}"}`,
		status: 'planned',
		attempts: 0,
		first_at: at(-1),
		next_at: at(-1),
		rev: 1,
		...more,
	});
	const statusOf = async (key: string) =>
		(await rowsOf('cs_outbox', { effect_key: key })).map(({ status }) => status);
	const send = () => mustSucceed(bench.server, 'csSendMessages');

	test('tries again later when the receiver refuses, and gives up after five times', async () => {
		listener.answer = () => 500;
		await bench.server.insertRows('cs_outbox', [
			message('refused'),
			message('refused often', { attempts: 4 }),
		]);
		await send();
		listener.answer = () => 200;
		const [again] = await rowsOf('cs_outbox', { effect_key: 'refused' });
		assert.deepEqual([again?.status, again?.attempts], ['planned', 1]);
		assert.ok(Date.parse(again?.next_at) > Date.now() + 9 * 60_000);
		assert.match(again?.error, /500/);
		assert.deepEqual(await statusOf('refused often'), ['dead']);
		const posts = listener.received.length;
		await send();
		assert.equal(listener.received.length, posts, 'not before its time');
	});

	test('asks a person when a claim expired, or sends again where the receiver drops repeated keys', async () => {
		await bench.server.insertRows('cs_outbox', [
			message('lost', { status: 'claimed', claimed_by: 'x', claimed_until: at(-1) }),
		]);
		await send();
		assert.deepEqual(await statusOf('lost'), ['unknown']);
		await setSetting(bench.server, 'notify_idempotent', true);
		await bench.server.insertRows('cs_outbox', [
			message('lost safely', { status: 'claimed', claimed_by: 'x', claimed_until: at(-1) }),
		]);
		await send();
		assert.deepEqual(await statusOf('lost safely'), ['sent']);
		await setSetting(bench.server, 'notify_idempotent', false);
	});

	test('sends one effect of several rows with one key', async () => {
		await bench.server.insertRows('cs_outbox', [message('twice'), message('twice')]);
		await send();
		assert.deepEqual(await statusOf('twice'), ['sent', 'dead']);
		assert.equal(listener.received.filter(({ headers }) => headers['idempotency-key'] === 'twice').length, 1);
	});

	test('sends each row once when two senders start together', async () => {
		const keys = Array.from({ length: 6 }, (_, index) => `both ${index}`);
		await bench.server.insertRows(
			'cs_outbox',
			keys.map((key) => message(key)),
		);
		const ids = await Promise.all([
			bench.server.startRun('csSendMessages'),
			bench.server.startRun('csSendMessages'),
		]);
		for (const id of ids) assert.equal((await bench.server.waitExecution(id)).status, 'success');
		const sent = listener.received
			.map(({ headers }) => headers['idempotency-key'])
			.filter((key) => keys.includes(String(key)));
		assert.deepEqual(sent.sort(), keys);
	});

	test('leaves rows planned when nobody listens, and the run says so', async () => {
		await setSetting(bench.server, 'notify_url', '');
		await bench.server.insertRows('cs_outbox', [message('unheard')]);
		const [answer] = itemsOf(await mustSucceed(bench.server, 'csAlertStage', 'Send what waits'), 'Words');
		assert.match(
			answer?.sending,
			/^Nobody listens yet \(notify_url is empty\): \d+ messages wait in cs_outbox/,
		);
		assert.deepEqual(await statusOf('unheard'), ['planned']);
		await setSetting(bench.server, 'notify_url', `${listener.url}/notify`);
		await bench.server.deleteRows('cs_outbox');
	});
});

describe('portfolio-overview', () => {
	test('shows the portfolio, its groups, whom to call and what stands out', async () => {
		const execution = await mustSucceed(bench.server, 'csPortfolioOverview');
		const scores = (await rowsOf('cs_scores', HEALTH)).map(({ account_id, value }) => ({
			account_id,
			value,
			rounded: value === null ? null : roundHalfUp(value),
		}));
		const scored = scores.filter(({ rounded }) => rounded !== null);
		const [portfolio] = itemsOf(execution, 'Portfolio');
		assert.deepEqual(
			{ accounts: portfolio?.accounts, scored: portfolio?.scored, at_risk: portfolio?.at_risk },
			{
				accounts: scores.length,
				scored: scored.length,
				at_risk: scored.filter(({ rounded }) => rounded! < 70).length,
			},
		);
		assert.ok(
			Math.abs(portfolio?.mean - scored.reduce((sum, { value }) => sum + value, 0) / scored.length) < 1e-9,
		);
		assert.ok(portfolio?.arr_minor > 0, 'amounts of several currencies are converted with cs_rates');
		const accounts = new Map((await rowsOf('cs_accounts')).map((row) => [row.account_id, row]));
		const groups = itemsOf(execution, 'Groups');
		for (const field of ['tier', 'industry', 'company_size', 'csm_id']) {
			const ofField = groups.filter(({ group_field }) => group_field === field);
			for (const { group_key, accounts: count } of ofField) {
				assert.equal(
					count,
					scores.filter(({ account_id }) => (accounts.get(account_id)?.[field] ?? null) === group_key).length,
					`${field} ${group_key}`,
				);
			}
			assert.equal(
				ofField.reduce((sum, { accounts: count }) => sum + count, 0),
				scores.length,
				field,
			);
		}
		const calls = itemsOf(execution, 'Accounts to call today');
		assert.ok(calls.length > 0 && calls.length <= 10);
		const money = calls.map(({ arr_at_risk_minor }) => arr_at_risk_minor);
		assert.deepEqual(
			money,
			[...money].sort((a, b) => b - a),
		);
		for (const { words } of calls) assert.ok(words, 'says why');
	});
});

describe('table-upkeep', () => {
	test('deletes what is past its retention, thins out the history, and writes down how much', async () => {
		const ago = (days: number) => new Date(Date.parse(DAY) - days * 86_400_000).toISOString().slice(0, 10);
		await mustSucceed(bench.server, 'csTableUpkeep');
		await bench.server.deleteRows('cs_score_history');
		await bench.server.insertRows(
			'cs_score_history',
			Array.from({ length: 120 }, (_, days) => ({
				score: 'health',
				account_id: 'a',
				as_of_on: ago(days),
				value: 50,
			})),
		);
		await bench.server.insertRows('cs_audit', [
			{ audit_id: 'old', at: `${ago(1097)}T00:00:00.000Z` },
			{ audit_id: 'kept', at: `${ago(1000)}T00:00:00.000Z` },
		]);
		await bench.server.insertRows('cs_usage', [
			{ account_id: 'a', period: 'day', starts_on: ago(91) },
			{ account_id: 'a', period: 'day', starts_on: ago(89) },
			{ account_id: 'a', period: 'week', starts_on: ago(91) },
		]);
		await mustSucceed(bench.server, 'csTableUpkeep');
		const days = (await rowsOf('cs_score_history')).map(({ as_of_on }) => as_of_on);
		const recent = days.filter((day) => day > ago(35));
		assert.equal(recent.length, 35);
		const windows = new Set(
			days.filter((day) => day < ago(49) && day > ago(84)).map((day) => new Date(day).getUTCDay()),
		);
		assert.deepEqual([...windows], [1], 'of a closed week only its first day stays');
		assert.deepEqual(
			(await rowsOf('cs_audit'))
				.filter(({ audit_id }) => ['old', 'kept'].includes(audit_id))
				.map(({ audit_id }) => audit_id),
			['kept'],
		);
		assert.deepEqual((await rowsOf('cs_usage', { account_id: 'a' })).map(({ period }) => period).sort(), [
			'day',
			'week',
		]);
		const audit = (await rowsOf('cs_audit', { actor: 'table-upkeep' })).at(-1);
		const counts = JSON.parse(audit?.after_json);
		assert.deepEqual([counts.cs_audit, counts.cs_usage], [1, 1]);
		assert.ok(counts.cs_score_history > 30);
	});
});
