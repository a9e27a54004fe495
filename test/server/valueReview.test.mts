// The value review in a real n8n: by hand, called with an account, and as stage of the daily run. What has no evidence is in no total.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	installTemplates,
	itemsOf,
	loadAccounts,
	mustSucceed,
	setSetting,
	startBench,
	type Bench,
	type Row,
} from './support.mts';

const ACCOUNTS = 120;
const REVIEW = 'csValueReview';
const HUB = 'csDailyHealthRun';
const VALUE = ['direct', 'operational', 'strategic'];

let bench: Bench;
const rowsOf = (table: string, filter = {}) => bench.server.getRows<Row>(table, filter);
const digits = (currency: string) => ({ JPY: 0, KWD: 3 })[currency] ?? 2;
const lastRun = async () => (await rowsOf('cs_runs', { stage: 'value' })).at(-1) ?? {};

/** A workflow of somebody's own that wants a review. */
function caller(accountId: string) {
	const node = (name: string, type: string, typeVersion: number, x: number, parameters: Row) => ({
		id: name,
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		position: [x, 0],
		parameters,
	});
	return {
		id: 'csTestCaller',
		name: 'Caller',
		nodes: [
			node('Start', 'manualTrigger', 1, 0, {}),
			node('Ask', 'executeWorkflow', 1.2, 200, {
				workflowId: { __rl: true, mode: 'id', value: REVIEW },
				workflowInputs: {
					mappingMode: 'defineBelow',
					value: { accountId },
					matchingColumns: [],
					schema: [
						{ id: 'accountId', displayName: 'accountId', type: 'string', display: true, required: false },
					],
				},
				options: {},
			}),
		],
		connections: { Start: { main: [[{ node: 'Ask', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** The review as n8n hands it to a workflow that calls. */
async function reviewOf(accountId: string): Promise<Row> {
	await bench.server.importWorkflow(caller(accountId) as never);
	const [answer] = itemsOf(await mustSucceed(bench.server, 'csTestCaller'), 'Ask');
	return answer ?? {};
}

before(async () => {
	bench = await startBench();
	await installTemplates(bench.server);
	await bench.server.unpublish('csRunWatch');
	await loadAccounts(bench.server, ACCOUNTS);
	for (const { key } of await rowsOf('cs_settings'))
		if (String(key).startsWith('stage.') && key !== 'stage.value')
			await setSetting(bench.server, key, 'csNowhere');
});
after(() => bench.close());

test('by hand: the account with entries that renews next, from ROI to the cost of inaction', async () => {
	const [review] = itemsOf(await mustSucceed(bench.server, REVIEW), 'Review');
	assert.ok(review?.account && review.counts.length > 0, JSON.stringify(review));
	assert.deepEqual(
		review.scenarios.map(({ scenario }: Row) => scenario),
		['conservative', 'realistic', 'optimistic'],
	);
	assert.match(review.cost_of_inaction, /12 months of waiting cost/);
	assert.equal(review.matters_most.length, 3);
	assert.equal(review.years_to_come.length, 3);
	const [, , third] = review.years_to_come;
	const sum = review.years_to_come.reduce((total: number, { value }: Row) => total + value, 0);
	assert.ok(Math.abs(third.value_so_far - sum) < 0.01, JSON.stringify(review.years_to_come));
	assert.equal(await bench.server.countRows('cs_scores', { score: 'value' }), 0, 'nothing is written');
});

test('called with an account: its value is the sum of what counts, claims without evidence stay out', async () => {
	const entries = await rowsOf('cs_value_ledger');
	const claim = entries.find(({ kind, formula }) => kind === 'strategic' && formula === null);
	const live = new Map((await rowsOf('cs_accounts', { deleted: false })).map((row) => [row.account_id, row]));
	const accountId = entries.find(
		(row) => row.formula === null && live.has(row.account_id) && live.get(row.account_id)?.arr_minor > 0,
	)?.account_id;
	assert.ok(claim && accountId);
	const review = await reviewOf(accountId);
	assert.equal(review.account_id, accountId);
	const own = entries.filter((row) => row.account_id === accountId);
	const evidenced = own.filter((row) => VALUE.includes(row.kind) && row.formula !== null);
	const sum = evidenced.reduce((total, row) => total + row.base_minor, 0);
	assert.equal(Math.round(review.value * 10 ** digits(review.currency)), sum);
	const [left] = review.left_out;
	assert.equal(left.kind, 'strategic');
	assert.ok(left.why && left.remedy, JSON.stringify(left));
	assert.ok(
		Math.abs(review.roi_gross_percent - review.roi_net_percent - 100) < 0.11,
		`${review.roi_gross_percent} gross, ${review.roi_net_percent} net`,
	);
});

test('what was promised stands beside what came of it, and alternatives from custom_json beside the price', async () => {
	const live = new Map((await rowsOf('cs_accounts', { deleted: false })).map((row) => [row.account_id, row]));
	const target = (await rowsOf('cs_value_ledger')).find(
		(row) => row.kind === 'target' && row.formula !== null && live.get(row.account_id)?.arr_minor > 0,
	);
	const accountId = target?.account_id;
	const { arr_minor, currency } = live.get(accountId) as Row;
	const alternatives = [
		{ name: 'In-house', one_time_minor: 2 * arr_minor, yearly_minor: arr_minor, months_to_deploy: 18 },
	];
	const custom_json = JSON.stringify({ alternatives, months_to_deploy: 3 });
	await bench.server.updateRows('cs_accounts', { account_id: accountId }, { custom_json });
	const review = await reviewOf(accountId);
	if (process.env.SHOW) console.log(JSON.stringify(review, null, 1));
	assert.ok(review.promised.length > 0, JSON.stringify(review));
	for (const { promised, realised, achieved_percent } of review.promised)
		if (realised !== null) assert.ok(Math.abs(achieved_percent - (100 * realised) / promised) < 0.06);
	const [inHouse] = review.alternatives;
	assert.deepEqual([inHouse.name, inHouse.months_earlier], ['In-house', 15]);
	// Two more years' worth than ours over the same three.
	assert.equal(Math.round(inHouse.saved_with_us * 10 ** digits(currency)), 2 * arr_minor);
});

test('called with an account that is not there, it says so', async () => {
	await bench.server.importWorkflow(caller('CUST_9999') as never);
	const execution = await bench.server.run('csTestCaller');
	assert.equal(execution.status, 'error');
	assert.match(execution.data.resultData.error.message, /CUST_9999 is not in cs_accounts/);
});

test('as a stage: one score per account with entries, replaced by the next run', async () => {
	await mustSucceed(bench.server, HUB);
	const run = await lastRun();
	assert.equal(run.status, 'done', run.message);
	assert.match(run.message, /accounts with a value ledger: \d+ strong, \d+ moderate, \d+ weak, \d+ unproven/);
	const live = new Set((await rowsOf('cs_accounts', { deleted: false })).map(({ account_id }) => account_id));
	const owners = (await rowsOf('cs_value_ledger')).map(({ account_id }) => account_id);
	const scores = await rowsOf('cs_scores', { score: 'value' });
	assert.deepEqual(
		scores.map(({ account_id }) => account_id).sort(),
		[...new Set(owners)].filter((id) => live.has(id)).sort(),
	);
	await bench.server.deleteRows('cs_runs');
	await mustSucceed(bench.server, HUB);
	assert.equal(await bench.server.countRows('cs_scores', { score: 'value' }), scores.length);
});

test('without a ledger the stage has nothing to do and says it is done', async () => {
	await bench.server.deleteRows('cs_value_ledger');
	await bench.server.deleteRows('cs_runs');
	await mustSucceed(bench.server, HUB);
	const run = await lastRun();
	assert.deepEqual([run.status, run.message], ['done', 'No account has entries in cs_value_ledger.']);
});
