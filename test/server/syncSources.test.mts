// Every source through the stage sync in a real n8n: a first read on which everything goes wrong, a second one that finds nothing new, a crash in the middle
// of the first read.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { SourceObject } from '../../shared/connectors/Source.ts';
import { itemsOf, mustSucceed, readTemplate, startBench, type Bench, type Row } from './support.mts';
import { openVendor, setUp, type Vendor, type VendorId } from './vendors.mts';

/** Accounts enough for a second page, what to read besides, and the prefix of the tables' keys. */
const SOURCES: Readonly<Record<VendorId, { accounts: number; records: readonly SourceObject[] }>> = {
	airtable: { accounts: 110, records: ['contacts', 'deals', 'subscriptions', 'tasks', 'tickets', 'usage'] },
	hubspot: { accounts: 110, records: ['contacts', 'deals', 'interactions', 'people', 'tasks', 'tickets'] },
	pipedrive: { accounts: 510, records: ['contacts', 'deals', 'people'] },
	salesforce: {
		accounts: 2_010,
		records: ['contacts', 'deals', 'interactions', 'people', 'subscriptions', 'tasks', 'tickets'],
	},
	stripe: { accounts: 110, records: ['invoices', 'subscriptions'] },
};
const KEYS: ReadonlyArray<readonly [table: string, key: readonly string[]]> = [
	['cs_accounts', ['account_id']],
	['cs_contacts', ['contact_id']],
	['cs_opportunities', ['opportunity_id']],
	['cs_interactions', ['interaction_id']],
	['cs_tickets', ['ticket_id']],
	['cs_invoices', ['invoice_id']],
	['cs_contracts', ['contract_id']],
	['cs_contract_lines', ['line_id']],
	['cs_usage', ['account_id', 'period', 'starts_on']],
	['cs_people', ['person_id']],
];

let bench: Bench;
before(async () => {
	bench = await startBench();
});
after(async () => await bench?.close());

const rowsOf = async (table: string, filter = {}) => await bench.server.getRows<Row>(table, filter);
const sync = async () => itemsOf(await mustSucceed(bench.server, 'csSyncToDataTables'), 'Answer')[0] as Row;

async function install(
	vendor: Vendor,
	records: readonly SourceObject[],
	accountsPerPart = 5_000,
): Promise<void> {
	const template = setUp(readTemplate('sync-to-data-tables'), vendor, { accountsPerPart }) as any;
	template.nodes.find((node: Row) => node.name === 'Get accounts').parameters.records = [...records];
	await bench.server.importWorkflow(template);
}

async function emptyTables(): Promise<void> {
	for (const table of [...KEYS.map(([name]) => name), 'cs_sync_state', 'cs_dead_letters', 'cs_runs'])
		await bench.server.deleteRows(table).catch(() => undefined);
}

/** Rows by table, after seeing that no key comes twice. */
async function countsOnce(): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const [table, key] of KEYS) {
		const rows = await rowsOf(table);
		const keys = new Set(rows.map((row) => key.map((column) => row[column]).join(' ')));
		assert.deepEqual([table, keys.size], [table, rows.length]);
		counts[table] = rows.length;
	}
	return counts;
}

for (const [name, { accounts, records }] of Object.entries(SOURCES)) {
	const chosen = process.env.VENDOR;
	if (chosen !== undefined && chosen !== name) continue;
	describe(name, () => {
		let vendor: Vendor;
		before(async () => {
			vendor = await openVendor(bench.server, name as VendorId, { accounts, children: 1, prepared: true });
			await install(vendor, records);
		});
		after(async () => {
			await emptyTables();
			await vendor?.close();
		});

		test('a first read with 429, 503, an expired cursor and a dropped connection brings every account once', async () => {
			// Airtable's penalty lasts half a minute; the daily run waits for it already.
			if (name !== 'airtable') vendor.fake.plan({ fault: '429', on: vendor.listPath });
			vendor.fake.plan({ fault: '503', on: vendor.listPath });
			vendor.fake.plan({ fault: 'drop-before', on: vendor.listPath });
			vendor.fake.plan({ fault: 'expire-cursor', on: vendor.listPath, after: 1 });
			const answer = await sync();
			console.log(`  ${name}: ${answer.message}`);
			assert.equal(answer.status, 'done');
			const met = vendor.fake.log.map(({ status }) => status);
			assert.ok(met.includes(503) && met.includes(0), 'the faults were met');
			const counts = await countsOnce();
			assert.equal(counts.cs_accounts, accounts);
			assert.ok(Object.values(counts).filter((count) => count > 0).length > 2, JSON.stringify(counts));
			assert.equal((await rowsOf('cs_accounts')).filter((row) => row.source !== name).length, 0);
		});

		test('the second read finds nothing new and leaves every row as it is', async () => {
			const before = await countsOnce();
			const answer = await sync();
			console.log(`  ${name}: ${answer.message}`);
			assert.match(answer.message, /: 0 new, 0 changed, 0 gone/);
			assert.deepEqual(await countsOnce(), before);
		});
	});
}

describe('killed in the middle of the first read', () => {
	test('the next run begins anew and leaves no row twice', async (t) => {
		const vendor = await openVendor(bench.server, 'hubspot', { accounts: 250, children: 1, prepared: true });
		t.after(vendor.close);
		await install(vendor, SOURCES.hubspot.records, 100);
		let died: Promise<void> | null = null;
		let lists = 0;
		vendor.before = ({ path }) => {
			if (path.endsWith('/objects/2026-09/tickets')) lists++;
			if (lists < 2 || died !== null) return undefined;
			died = bench.server.kill9();
			return 'drop';
		};
		await bench.server.startRun('csSyncToDataTables');
		for (let turn = 0; turn < 600 && died === null; turn++)
			await new Promise((resolve) => setTimeout(resolve, 50));
		await died;
		vendor.before = () => undefined;
		await bench.server.restart();
		const half = await bench.server.countRows('cs_contacts');
		assert.ok(half > 0 && half < 250, `${half} contacts were there`);
		assert.equal((await sync()).status, 'done');
		const counts = await countsOnce();
		assert.deepEqual([counts.cs_accounts, counts.cs_contacts, counts.cs_tickets], [250, 250, 250]);
	});
});
