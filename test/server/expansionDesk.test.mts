// The expansion desk in a real n8n: what a seller sees by hand and can look up in the tables, and as stage of the daily run every opportunity
// once, also after kill -9 in the middle; the CRM stays untouched until somebody switches it on.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createRandom } from '../../scoring/learn/createRandom.ts';
import { trainModel } from '../../scoring/learn/trainModel.ts';
import { writeModelRows } from '../../shared/learn/writeModelRows.ts';
import { startDesk, type Desk } from './deskBench.mts';
import { itemsOf, mustSucceed, readTemplate, setSetting, today, type Row } from './support.mts';

const ACCOUNTS = 100;
const DESK = 'csExpansionDesk';
const DAY = today();

let desk: Desk;
let bench: Desk['bench'];
let listener: Desk['listener'];
const rowsOf: Desk['rowsOf'] = (table, filter) => desk.rowsOf(table, filter);
const alerts = async () =>
	(await rowsOf('cs_outbox')).filter(({ effect_key }) => effect_key.startsWith('expansion-alert:'));
const scoresOf = async () => await rowsOf('cs_scores', { score: 'expansion' });
const pick = (rows: Row[], ...columns: string[]) =>
	rows.map((row) => columns.map((column) => row[column]).join(' | ')).sort();

/** A model trained where happy customers expand. */
function trainedOnExpansions(): Row[] {
	const random = createRandom(3);
	const rows = Array.from({ length: 600 }, () => {
		const nps = Math.round(10 * random());
		return { nps, adoption: 100 * random(), expanded: random() < 0.05 + 0.07 * nps ? 1 : 0 };
	});
	const columns = [rows.map(({ nps }) => nps), rows.map(({ adoption }) => adoption)];
	const table = { names: ['nps_score', 'feature_adoption'], columns, rows: rows.length };
	const labels = Uint8Array.from(rows, ({ expanded }) => expanded);
	const training = { table, labels, groups: null, times: null, asOf: null, notes: [] };
	const steps = trainModel(training, { kind: 'lr', seed: 1, context: { label: 'expanded' } });
	let step = steps.next();
	while (!step.done) step = steps.next();
	assert.ok(step.value.ok);
	const stored = { modelId: 'expansion-1', trainedAt: `${DAY}T00:00:00.000Z` };
	return writeModelRows(step.value.value, stored);
}

/** What must be the same however the day went. */
const endState = async (): Promise<unknown> => ({
	opportunities: pick(
		await rowsOf('cs_opportunities'),
		'opportunity_id',
		'kind',
		'stage',
		'amount_minor',
		'probability',
		'owner_id',
		'status',
	),
	messages: pick(await alerts(), 'effect_key', 'target'),
	scores: pick(await scoresOf(), 'account_id', 'value', 'band', 'low', 'high', 'delta', 'reason'),
	runs: pick(await rowsOf('cs_runs', { stage: 'expansion' }), 'run_id', 'status', 'read', 'scored'),
});

before(async () => {
	desk = await startDesk('expansion', { template: 'expansion-desk', id: DESK, accounts: ACCOUNTS });
	({ bench, listener } = desk);
	// Somebody wrote an account twice: the desk names it and goes on.
	const [{ id, createdAt, updatedAt, ...twice } = {}] = await rowsOf('cs_accounts', {
		account_id: 'CUST_0001',
	});
	await bench.server.insertRows('cs_accounts', [twice]);
});

after(async () => await desk?.close());

describe('by hand', () => {
	let listed: Row[];
	let execution: Awaited<ReturnType<typeof mustSucceed>>;
	before(async () => {
		// A model may pass through, so n8n keeps no execution of it; here it must, to be looked at.
		const template = readTemplate('expansion-desk');
		const settings = { ...(template['settings'] as object), saveManualExecutions: true };
		await bench.server.importWorkflow({ ...template, settings });
		await bench.server.publish(DESK);
		execution = await mustSucceed(bench.server, DESK);
		listed = itemsOf(execution, 'Opportunities with evidence');
	});

	test('a seller sees at least three opportunities with amount, reason and evidence', () => {
		const ready = listed.filter(({ blocked_by }) => blocked_by === '');
		assert.ok(ready.length >= 3, `${ready.length} of ${listed.length}`);
		for (const row of ready.slice(0, 3)) {
			assert.ok(row.amount_a_year > 0 && row.currency && row.amount_from, JSON.stringify(row));
			assert.ok(row.probability_percent > 0 && row.probability_percent < 100);
			assert.ok(row.why.length > 10 && row.evidence.length > 0);
			for (const { read_from } of row.evidence) assert.ok(read_from.length > 0);
			assert.ok(
				row.next_step.length > 10 && row.until > DAY && row.decision_expected > row.until,
				row.next_step,
			);
			assert.match(row.horizon, /^(weeks 2 to 4|months 2 to 6)$/);
		}
	});

	test('the evidence stands in the tables as it was read', async () => {
		const found = itemsOf(execution, 'Expansion Detection').slice(0, 20);
		const tables = new Map<string, Row[]>();
		let looked = 0;
		for (const { details } of found) {
			for (const cell of details.signals.flatMap(({ current, before: earlier }: Row) => [
				...current,
				...earlier,
			])) {
				if (/[.]/.test(cell.column)) continue;
				if (!tables.has(cell.table)) tables.set(cell.table, await rowsOf(cell.table));
				const { week: starts_on, ...key } = cell.key;
				const wanted: Row = starts_on === undefined ? key : { ...key, starts_on };
				const row = tables
					.get(cell.table)
					?.find((each) =>
						Object.entries(wanted).every(([name, value]) => String(each[name]) === String(value)),
					);
				const seen = row?.[cell.column];
				// Of a text only the words that tell are evidence.
				const stands =
					typeof cell.value === 'string' ? String(seen).includes(cell.value) : seen === cell.value;
				assert.ok(stands, `${seen} for ${JSON.stringify(cell)}`);
				looked += 1;
			}
		}
		assert.ok(looked > 20, `${looked} cells`);
	});

	test('most rows name whom to talk to', () => {
		const named = listed.filter((row) => row.talk_to);
		assert.ok(named.length > listed.length / 2, `${named.length} of ${listed.length}`);
	});

	test('the best are packaged for sales; nothing is written', async () => {
		const packages = itemsOf(execution, 'Packages for sales');
		assert.equal(packages.length, 3);
		for (const { text, error } of packages) assert.match(text ?? error, /## Why they would buy/);
		assert.equal(await bench.server.countRows('cs_opportunities'), 0);
		assert.equal(await bench.server.countRows('cs_outbox'), 0);
		assert.deepEqual(await scoresOf(), []);
	});
});

describe('as a stage of the daily run', () => {
	let reference: unknown;
	before(async () => {
		const run = await desk.runTheDay();
		assert.equal(run.status, 'done', run.message);
		assert.match(
			run.message,
			/accounts looked at, \d+ of them grows?: \d+ opportunit(y|ies) \(\d+ new, 0 changed/,
		);
		assert.doesNotMatch(run.message, /\b1 (accounts|opportunities)\b/);
		assert.match(run.message, /Base rates are used: there is no trained model[.]/);
		reference = await endState();
	});

	test('one open opportunity per account and type, one message per seller, nothing for the CRM', async () => {
		const rows = await rowsOf('cs_opportunities');
		assert.ok(rows.length >= 3);
		assert.equal(new Set(rows.map((row) => `${row.account_id} ${row.kind}`)).size, rows.length);
		for (const { evidence_json } of rows) assert.ok(JSON.parse(evidence_json).signals.length > 0);
		const messages = await alerts();
		assert.equal(new Set(messages.map(({ target }) => target)).size, messages.length);
		assert.ok(messages.length > 0);
		assert.equal(await bench.server.countRows('cs_outbox', { kind: 'opportunity' }), 0);
	});

	test('one score per account that can grow, of this run only, with the likeliest of its opportunities', async () => {
		const [scores, rows, runs] = await Promise.all([
			scoresOf(),
			rowsOf('cs_opportunities', { status: 'open' }),
			rowsOf('cs_runs', { stage: 'expansion' }),
		]);
		assert.deepEqual(
			scores.map(({ account_id }) => account_id).sort(),
			[...new Set(rows.map(({ account_id }) => account_id))].sort(),
		);
		assert.equal(runs.at(-1)?.scored, scores.length);
		assert.deepEqual([...new Set(scores.map(({ run_id }) => run_id))], [runs.at(-1)?.run_id]);
		for (const { account_id, value, band, low, high, reason, as_of_on } of scores) {
			const chances = rows.filter((row) => row.account_id === account_id).map((row) => 100 * row.probability);
			assert.ok(
				chances.some((chance) => Math.abs(chance - value) < 1e-6),
				`${account_id}: ${value} of ${chances}`,
			);
			assert.equal(band, Math.round(value) >= 50 ? 'high' : Math.round(value) >= 22 ? 'medium' : 'low');
			assert.ok(low <= value && value <= high && as_of_on === DAY && reason.length > 20, reason);
		}
	});

	test('of two alternatives one is in the total, and names the other', async () => {
		const rows = await rowsOf('cs_opportunities', { status: 'open' });
		const [run] = await rowsOf('cs_runs', { stage: 'expansion' });
		const { alternatives, details } = JSON.parse(run?.detail_json);
		const out = rows.filter(({ evidence_json }) => JSON.parse(evidence_json).alternative_to !== null);
		assert.equal(out.length, alternatives);
		for (const { account_id, evidence_json } of out) {
			const other = rows.find((row) => row.opportunity_id === JSON.parse(evidence_json).alternative_to);
			assert.equal(other?.account_id, account_id);
		}
		for (const { currency, amountMinor } of details.by_currency) {
			const counted = rows.filter((row) => row.currency === currency && !out.includes(row));
			assert.equal(
				amountMinor,
				counted.reduce((sum, row) => sum + (row.amount_minor ?? 0), 0),
			);
		}
	});

	test('another run of the day doubles nothing and says so', async () => {
		await bench.server.deleteRows('cs_runs');
		const again = await desk.runTheDay();
		assert.match(again.message, /\(0 new, 0 changed, 0 closed/);
		assert.deepEqual(await endState(), reference);
	});

	for (const node of ['Messages to the outbox', 'Insert scores']) {
		test(`killed after "${node}" and started again it ends as if nothing had happened`, async () => {
			for (const table of ['cs_opportunities', 'cs_runs', 'cs_outbox']) await bench.server.deleteRows(table);
			await desk.killAfter(node);
			await desk.runTheDay();
			assert.deepEqual(await endState(), reference);
		});
	}

	test('what changed is updated under its key, and what a seller set stays', async () => {
		const [sold, other] = await rowsOf('cs_opportunities', { status: 'open' });
		await bench.server.updateRows(
			'cs_opportunities',
			{ opportunity_id: sold?.opportunity_id },
			{ stage: 'negotiating', amount_minor: 4_200_000 },
		);
		await bench.server.updateRows(
			'cs_opportunities',
			{ opportunity_id: other?.opportunity_id },
			{ probability: 0.999 },
		);
		const before = await bench.server.countRows('cs_opportunities');
		await bench.server.deleteRows('cs_runs');
		const run = await desk.runTheDay();
		assert.match(run.message, /\(0 new, [12] changed/);
		assert.equal(await bench.server.countRows('cs_opportunities'), before);
		const [kept] = await rowsOf('cs_opportunities', { opportunity_id: sold?.opportunity_id });
		assert.deepEqual([kept?.stage, kept?.amount_minor], ['negotiating', 4_200_000]);
		const [again] = await rowsOf('cs_opportunities', { opportunity_id: other?.opportunity_id });
		assert.ok(again?.probability < 0.999);
	});

	test('a model of expansion that the setting names says the probabilities; one that is not there is named', async () => {
		await bench.server.insertRows('cs_models', trainedOnExpansions());
		await bench.server.insertRows('cs_settings', [
			{ key: 'expansion.champion', value_json: '"expansion-1"' },
		]);
		await bench.server.deleteRows('cs_runs');
		assert.match((await desk.runTheDay()).message, /The trained model is used \(expansion-1\): its log-loss/);
		await setSetting(bench.server, 'expansion.champion', 'expansion-9');
		await bench.server.deleteRows('cs_runs');
		assert.match((await desk.runTheDay()).message, /expansion-9, but cs_models has no row of it/);
	});

	test('switched on without a login, deals wait in the outbox and are not sent as messages', async () => {
		await bench.server.insertRows('cs_settings', [{ key: 'expansion.crm', value_json: 'true' }]);
		for (const table of ['cs_opportunities', 'cs_runs', 'cs_outbox']) await bench.server.deleteRows(table);
		const run = await desk.runTheDay();
		assert.equal(run.status, 'done', run.message);
		const deals = await rowsOf('cs_outbox', { kind: 'opportunity' });
		assert.ok(deals.length > 0);
		for (const { status, error } of deals)
			assert.deepEqual([status, error], ['planned', 'the node Upsert in the CRM is not active']);
		await bench.server.updateRows('cs_outbox', { kind: 'opportunity' }, { next_at: `${DAY}T00:00:00.000Z` });
		listener.received.length = 0;
		await setSetting(bench.server, 'notify_url', `${listener.url}/notify`);
		await mustSucceed(bench.server, 'csSendMessages');
		assert.equal(listener.received.length, (await alerts()).length);
		assert.equal(
			await bench.server.countRows('cs_outbox', { kind: 'opportunity', status: 'planned' }),
			deals.length,
		);
	});
});
