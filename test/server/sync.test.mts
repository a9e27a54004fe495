// The stages sync and write-back in a real n8n: a HubSpot portal into the tables in several parts, the hub over it, what changes there and what is closed there.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
	itemsOf,
	mustSucceed,
	readTemplate,
	setSetting,
	startBench,
	type Bench,
	type Row,
} from './support.mts';
import { accountsOf, openVendor, requestsOf, setUp, type Vendor } from './vendors.mts';

const ACCOUNTS = 250;
const PER_PART = 100;
const pause = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

let bench: Bench;
let vendor: Vendor;
const rowsOf = async (table: string, filter = {}) => await bench.server.getRows<Row>(table, filter);
const sync = async () => itemsOf(await mustSucceed(bench.server, 'csSyncToDataTables'), 'Answer')[0] as Row;
const hub = async () => itemsOf(await mustSucceed(bench.server, 'csDailyHealthRun'), 'Answer')[0] as Row;

before(async () => {
	bench = await startBench();
	vendor = await openVendor(bench.server, 'hubspot', { accounts: ACCOUNTS, children: 1, prepared: true });
	for (const name of ['create-tables', 'health-stage', 'daily-health-run'])
		await bench.server.importWorkflow(readTemplate(name));
	for (const name of ['sync-to-data-tables', 'write-back-stage'])
		await bench.server.importWorkflow(setUp(readTemplate(name), vendor, { accountsPerPart: PER_PART }));
	await mustSucceed(bench.server, 'csCreateTables');
});
after(async () => {
	await bench?.close();
	await vendor?.close();
});

describe('sync-to-data-tables', () => {
	test('the first time everything comes, in parts, each row once; the watermark stands at the end', async () => {
		const answer = await sync();
		console.log(`  ${answer.message}`);
		assert.equal(answer.status, 'done');
		assert.deepEqual(
			(await rowsOf('cs_accounts')).map(({ account_id }) => account_id).sort(),
			vendor.fake
				.accountIds()
				.map((id) => `hubspot:${id}`)
				.sort(),
		);
		for (const [table, key] of [
			['cs_contacts', 'contact_id'],
			['cs_interactions', 'interaction_id'],
			['cs_tickets', 'ticket_id'],
			['cs_opportunities', 'opportunity_id'],
		] as const) {
			const rows = await rowsOf(table);
			assert.deepEqual(
				[table, rows.length, new Set(rows.map((row) => row[key])).size],
				[table, ACCOUNTS, ACCOUNTS],
			);
		}
		const states = await rowsOf('cs_sync_state', { source: 'hubspot' });
		for (const { object, watermark, detail_json } of states) {
			assert.ok(watermark, object);
			assert.equal(JSON.parse(detail_json).done, true, object);
		}
	});

	test('then only what changed comes: the same rows, in the same number', async () => {
		const [changed = '', gone = ''] = vendor.fake.accountIds();
		await bench.server.updateRows(
			'cs_accounts',
			{ account_id: `hubspot:${changed}` },
			{
				custom_json: JSON.stringify({
					performance: 'consistent',
					_source: JSON.parse(
						(await rowsOf('cs_accounts', { account_id: `hubspot:${changed}` }))[0]?.custom_json,
					)._source,
				}),
			},
		);
		vendor.fake.change(changed, { name: 'Renamed' });
		vendor.fake.remove(gone);
		const added = vendor.fake.add({ name: 'New here', domain: 'new.example.com' });
		// The search lags, and the last seconds are left to the next run.
		await pause(10_000);
		const answer = await sync();
		console.log(`  ${answer.message}`);
		const rows = new Map((await rowsOf('cs_accounts')).map((row) => [row.account_id, row]));
		assert.equal(rows.size, ACCOUNTS + 1);
		assert.equal(rows.get(`hubspot:${changed}`)?.name, 'Renamed');
		// What a CSM judged stays, whatever the source says.
		assert.equal(JSON.parse(rows.get(`hubspot:${changed}`)?.custom_json).performance, 'consistent');
		assert.equal(rows.get(`hubspot:${gone}`)?.deleted, true);
		assert.equal(rows.get(`hubspot:${added}`)?.name, 'New here');
		assert.match(answer.message, /1 new, 1 changed, 1 gone/);
	});

	test('a run that was done answers again and reads nothing', async () => {
		const from = vendor.fake.log.length;
		const [{ run_id: runId }] = (await rowsOf('cs_runs', { stage: 'sync' })) as [Row];
		const copy = setUp(readTemplate('sync-to-data-tables'), vendor, { runId });
		await bench.server.importWorkflow(copy);
		assert.equal((await sync()).run_id, runId);
		assert.equal(vendor.fake.log.length, from);
		await bench.server.importWorkflow(
			setUp(readTemplate('sync-to-data-tables'), vendor, { accountsPerPart: PER_PART }),
		);
	});

	test('a refused key fails the stage in words and leaves the tables as they were', async () => {
		const before = await bench.server.countRows('cs_accounts');
		vendor.before = () => ({
			status: 401,
			body: {
				status: 'error',
				category: 'INVALID_AUTHENTICATION',
				message: 'Authentication credentials not found.',
			},
		});
		const answer = await sync();
		vendor.before = () => undefined;
		assert.equal(answer.status, 'failed');
		assert.match(answer.message, /Not read: accounts: .*(key|token|credential)/i);
		assert.equal(await bench.server.countRows('cs_accounts'), before);
		const [letter] = await rowsOf('cs_dead_letters', { letter_id: 'run:hubspot:accounts:' });
		assert.ok(letter?.message.length > 20);
	});
});

describe('the hub over sync, health and write-back', () => {
	test('reads, scores and writes in one run; the next one writes nothing again', async () => {
		await setSetting(bench.server, 'health.scorecard', { preset: 'crm' });
		for (const [stage, id] of [
			['sync', 'csSyncToDataTables'],
			['writeback', 'csWriteBackStage'],
		] as const) {
			await bench.server.insertRows('cs_settings', [
				{ key: `stage.${stage}`, value_json: JSON.stringify(id) },
			]);
			await bench.server.publish(id);
		}
		const answer = await hub();
		assert.match(answer.message, /Done: sync, health, writeback\./);
		const [written] = await rowsOf('cs_runs', { stage: 'writeback' });
		console.log(`  ${written?.message}`);
		const accounts = accountsOf(vendor);
		for (const [id, fields] of accounts) {
			if (fields.name !== 'New here') assert.ok(Number(fields[vendor.score]) > 0, id);
		}
		const from = vendor.fake.log.length;
		await pause(4_000);
		const again = itemsOf(await mustSucceed(bench.server, 'csWriteBackStage'), 'Answer')[0];
		assert.match(again?.message, /^0 scores written to hubspot, \d+ unchanged/);
		assert.deepEqual(requestsOf(vendor, vendor.writes, from), []);
		// What we wrote ourselves is no change.
		assert.match((await sync()).message, /0 new, 0 changed, 0 gone/);
	});

	test('what is closed in HubSpot is closed here the same day', async () => {
		const [deal = ''] = vendor.fake.opportunities().keys();
		vendor.fake.close(deal);
		await pause(10_000);
		await sync();
		const [row] = await rowsOf('cs_opportunities', { opportunity_id: `hubspot:${deal}` });
		assert.equal(row?.status, 'won');
	});
});
