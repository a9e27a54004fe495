// The renewal desk in a real n8n: what a renewal manager and a finance person see by hand, and as stage of the daily run each stage once,
// also after kill -9 in the middle and after days on which nobody looked.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { HUB, startDesk, type Desk } from './deskBench.mts';
import { itemsOf, mustSucceed, today, type Row } from './support.mts';

const ACCOUNTS = 120;
const DESK = 'csRenewalDesk';
const DAY = today();
const TABLES = ['cs_renewal_stages', 'cs_tasks', 'cs_forecasts'] as const;

let desk: Desk;
let bench: Desk['bench'];
const rowsOf: Desk['rowsOf'] = (table, filter) => desk.rowsOf(table, filter);
const ofRenewal = (rows: Row[]) => rows.filter(({ effect_key }) => String(effect_key).startsWith('renewal:'));
const scores = async () => (await rowsOf('cs_scores')).filter(({ score }) => score.startsWith('renewal'));

/** What must be the same however the day went. */
async function endState(): Promise<unknown> {
	const pick = (rows: Row[], ...columns: string[]) =>
		rows.map((row) => columns.map((column) => row[column]).join(' | ')).sort();
	return {
		scores: pick(await scores(), 'run_id', 'score', 'account_id', 'value', 'delta', 'input_hash'),
		stages: pick(await rowsOf('cs_renewal_stages'), 'contract_id', 'stage', 'due_on', 'late'),
		tasks: pick(await rowsOf('cs_tasks'), 'effect_key', 'owner_id', 'due_at'),
		messages: pick(ofRenewal(await rowsOf('cs_outbox')), 'effect_key', 'target'),
		forecasts: pick(await rowsOf('cs_forecasts'), 'forecast_id', 'scope', 'category', 'amount_minor'),
		runs: pick(await rowsOf('cs_runs', { stage: 'renewal' }), 'run_id', 'status', 'read', 'scored', 'mean'),
	};
}

async function forgetEverything(): Promise<void> {
	for (const table of [...TABLES, 'cs_runs', 'cs_scores', 'cs_outbox']) await bench.server.deleteRows(table);
}

before(async () => {
	desk = await startDesk('renewal', { template: 'renewal-desk', id: DESK, accounts: ACCOUNTS });
	({ bench } = desk);
});

after(async () => await desk?.close());

describe('by hand', () => {
	let renewals: Row[];
	let execution: Awaited<ReturnType<typeof mustSucceed>>;
	before(async () => {
		execution = await mustSucceed(bench.server, DESK);
		renewals = itemsOf(execution, "This quarter's renewals");
	});

	test("this quarter's renewals come by date, with probability, reason and amount", async () => {
		assert.ok(renewals.length > 2, `${renewals.length} renewals`);
		const contracts = new Map((await rowsOf('cs_contracts')).map((row) => [row.contract_id, row]));
		const lines = await rowsOf('cs_contract_lines');
		const quarter = (day: string) => Math.ceil(Number(day.slice(5, 7)) / 3);
		const ends = renewals.map(({ ends_on }) => ends_on);
		assert.deepEqual(ends, [...ends].sort());
		for (const row of renewals) {
			assert.ok(row.ends_on < DAY || quarter(row.ends_on) === quarter(DAY), row.ends_on);
			assert.equal(row.ends_on, contracts.get(row.contract_id)?.ends_on);
			assert.ok(row.probability_percent > 0 && row.probability_percent <= 100, JSON.stringify(row));
			assert.match(row.reason, /^End(s|ed)\son\s\d{4}-\d\d-\d\d,\s.*Probability\sof\srenewal\s\d/);
			const sum = lines
				.filter((line) => line.contract_id === row.contract_id && line.ends_on === row.ends_on)
				.reduce((total, line) => total + line.arr_minor, 0);
			const digits = row.currency === 'JPY' ? 0 : row.currency === 'KWD' ? 3 : 2;
			assert.equal(Math.round(row.amount_a_year * 10 ** digits), sum, row.contract_id);
		}
	});

	test('the calendar is a file', () => {
		const [item] = execution.data.resultData.runData['Calendar file'][0].data.main[0];
		assert.equal(item.binary.data.fileName, 'renewals.ics');
		assert.ok(item.binary.data.bytes > 500);
	});

	test('the bridge adds up by hand to the closing ARR, which is what the accounts pay', async () => {
		const rows = itemsOf(execution, 'ARR bridge with its sum');
		const amounts = rows.map(({ amount }) => Math.round(amount * 100));
		const [closing = NaN] = amounts.splice(-1);
		assert.deepEqual([rows[0]?.what, rows.at(-1)?.what], ['Opening ARR', 'Closing ARR']);
		assert.equal(
			amounts.reduce((sum, amount) => sum + amount, 0),
			closing,
		);
		assert.equal(Math.round(rows.at(-1)?.sum_so_far * 100), closing);
		const steps = new Set(rows.filter(({ amount }) => amount !== 0).map(({ what }) => what));
		for (const step of ['New customers', 'Expansion', 'Price and uplift', 'Contraction', 'Churn'])
			assert.ok(steps.has(step), `${step} in ${[...steps].join(', ')}`);
		const closings = new Map(
			itemsOf(execution, 'Bridge', 1).map(({ account_id, closing_minor }) => [account_id, closing_minor]),
		);
		const inDollars = (await rowsOf('cs_accounts', { currency: 'USD' })).filter(
			({ arr_minor }) => arr_minor > 0,
		);
		assert.ok(inDollars.length > 20);
		for (const { account_id, arr_minor } of inDollars)
			assert.equal(closings.get(account_id), arr_minor, account_id);
	});

	test('the forecast stands by month, owner and segment with its interval', () => {
		const parts = itemsOf(execution, 'Forecast by month, owner, segment');
		const whole = parts.find(({ part }) => part === 'portfolio');
		assert.ok(
			whole && whole.commit <= whole.most_likely && whole.most_likely <= whole.best,
			JSON.stringify(whole),
		);
		assert.ok(whole.low_80 <= whole.weighted && whole.weighted <= whole.high_80, JSON.stringify(whole));
		for (const name of ['month:', 'owner:', 'segment:'])
			assert.ok(
				parts.some(({ part }) => part.startsWith(name)),
				name,
			);
	});

	test('nothing is written', async () => {
		for (const table of TABLES) assert.equal(await bench.server.countRows(table), 0, table);
		assert.deepEqual(await scores(), []);
	});
});

describe('as a stage of the daily run', () => {
	let reference: unknown;
	let first: Row;
	before(async () => {
		first = await desk.runTheDay();
		reference = await endState();
	});

	test('leaves its row, a score per renewal, tasks and messages under keys of their own', async () => {
		assert.equal(first.status, 'done', first.message);
		assert.match(first.message, /contracts planned, \d+ to be renewed \(mean probability/);
		const stages = await rowsOf('cs_renewal_stages');
		const tasks = await rowsOf('cs_tasks');
		assert.ok(stages.length > 10 && tasks.length > 5, `${stages.length} stages, ${tasks.length} tasks`);
		assert.equal(new Set(stages.map((row) => `${row.contract_id} ${row.stage}`)).size, stages.length);
		assert.equal(new Set(tasks.map(({ effect_key }) => effect_key)).size, tasks.length);
		const messages = ofRenewal(await rowsOf('cs_outbox'));
		const owners = new Set(messages.map(({ target }) => target));
		assert.equal(owners.size, messages.length, 'one message per person');
		const absent = (await rowsOf('cs_people')).find((row) => row.absent_from_on !== null);
		assert.ok(!owners.has(absent?.person_id), 'who is absent is replaced by the deputy');
		assert.ok(
			(await scores()).every(({ reason, value }) => reason !== null && (value === null || value <= 100)),
		);
	});

	test('the forecast of the week is frozen', async () => {
		const frozen = await rowsOf('cs_forecasts');
		assert.ok(frozen.length > 20);
		assert.equal(new Set(frozen.map((row) => `${row.forecast_id} ${row.scope}`)).size, frozen.length);
		assert.equal(new Set(frozen.map(({ made_on }) => made_on)).size, 1);
	});

	test('the same day again repeats nothing', async () => {
		await mustSucceed(bench.server, HUB);
		assert.deepEqual(await endState(), reference);
	});

	test('another run says no stage twice', async () => {
		await bench.server.deleteRows('cs_runs');
		const again = await desk.runTheDay();
		assert.match(again.message, / 0 stages reached, 0 tasks\./);
		const { stages, tasks, messages, forecasts } = (await endState()) as Record<string, unknown>;
		const before = reference as Record<string, unknown>;
		assert.deepEqual(
			[stages, tasks, messages, forecasts],
			[before.stages, before.tasks, before.messages, before.forecasts],
		);
	});

	for (const node of ['Insert tasks', 'Keep the stages']) {
		test(`killed after "${node}" and started again it ends as if nothing had happened`, async () => {
			await forgetEverything();
			await desk.killAfter(node);
			await desk.runTheDay();
			assert.deepEqual(await endState(), reference);
		});
	}
});

test('what an old forecast came to is written beside it, once its month is settled', async () => {
	await forgetEverything();
	const months = [4, 5, 6].map((ago) => {
		const day = new Date(`${DAY.slice(0, 7)}-01T00:00:00Z`);
		day.setUTCMonth(day.getUTCMonth() - ago);
		return day.toISOString().slice(0, 7);
	});
	const old = months.map((period) => ({
		forecast_id: 'old',
		scope: `month:${period}/weighted`,
		made_on: `${months[2]}-01`,
		period,
		category: 'weighted',
		currency: 'USD',
		amount_minor: 1_000_000,
		model_version: 'forecast-1',
	}));
	await bench.server.insertRows('cs_forecasts', old);
	const run = await desk.runTheDay();
	assert.equal(run.status, 'done', run.message);
	const scored = await rowsOf('cs_forecasts', { forecast_id: 'old' });
	assert.ok(
		scored.every(({ actual_minor }) => Number.isInteger(actual_minor)),
		JSON.stringify(scored),
	);
});
