// A person of the demo portfolio is forgotten in real n8n: looked at first, by hand and through the form, killed half-way, and run again.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { importTemplates, readTemplates } from '../../demo/importTemplates.mts';
import { SYNC_TABLES } from '../../shared/tables/index.ts';
import { FormBrowser } from './formBrowser.mts';
import {
	itemsOf,
	loadAccounts,
	mustSucceed,
	readTemplate,
	startBench,
	type Bench,
	type Row,
} from './support.mts';

const ID = 'csForgetPerson';
/** Mentions are planted in tables that the demo leaves empty. */
const MENTIONS = [
	'cs_tasks',
	'cs_dead_letters',
	'cs_outbox',
	'cs_alerts',
	'cs_audit',
	'cs_opportunities',
	'cs_value_ledger',
	'cs_success_plans',
	'cs_milestones',
];

let bench: Bench;
let names: string[];
before(async () => {
	bench = await startBench();
	const wanted = readTemplates().filter(({ template }) => ['csCreateTables', ID].includes(template.id));
	await importTemplates(bench.server, wanted, {});
	await mustSucceed(bench.server, 'csCreateTables');
	for (const { name, columns } of SYNC_TABLES) {
		if (name === 'cs_aliases') continue;
		await bench.server.createTable(
			name,
			columns.map(({ name, type }) => ({ name, type })),
		);
	}
	await loadAccounts(bench.server, 30);
	names = (await bench.server.tableNames()).filter((name) => name.startsWith('cs_'));
	assert.ok(!names.includes('cs_aliases'), 'one table was never created');
});
after(() => bench.close());

/** Every row of every table, the log of erasures apart. */
async function allRows(): Promise<Map<string, Row[]>> {
	const rows = new Map<string, Row[]>();
	for (const name of names) rows.set(name, await bench.server.getRows<Row>(name));
	return rows;
}

interface Person {
	readonly accountId: string;
	readonly email: string;
	readonly id: string;
	readonly otherId: string;
	readonly name: string;
}

/**
 * `table.column` of each cell that names the person. The name alone is not looked for at other accounts: names repeat in the demo, and a
 * namesake is somebody else.
 */
async function mentions({ accountId, email, id, otherId, name }: Person): Promise<string[]> {
	const found = [...(await allRows())].flatMap(([table, rows]) =>
		rows.flatMap((row) => {
			// Our own people are at no account: one who bears the same name is somebody else, too.
			const isElsewhere = table === 'cs_people' || (row['account_id'] ?? accountId) !== accountId;
			const words = isElsewhere ? [email, id, otherId] : [email, id, otherId, name];
			return Object.entries(row)
				.filter(([, value]) => words.some((word) => String(value).toLowerCase().includes(word.toLowerCase())))
				.map(([column]) => `${table}.${column}`);
		}),
	);
	return [...new Set(found)].sort();
}

/** A contact with meetings and answers, who is named in the work tables too. */
async function plantPerson(place: number): Promise<Person> {
	const interactions = await bench.server.getRows<Row>('cs_interactions');
	const seen = new Set(interactions.map((row) => row['contact_id']));
	const contacts = await bench.server.getRows<Row>('cs_contacts');
	const contact = contacts.filter((row) => seen.has(row['contact_id']))[place]!;
	const { account_id, email, contact_id: id, name } = contact;
	const person = { accountId: account_id, email, id, otherId: `hubspot:9${place}`, name };
	const text = `Call ${person.name} <${String(person.email).toUpperCase()}>`;
	const json = JSON.stringify({ to: person.email, contact: { id: person.id, name: person.name } });
	const key = `planted-${place}`;
	const planted: Record<(typeof MENTIONS)[number], Row> = {
		cs_tasks: { task_id: key, account_id, title: text, text, status: 'open' },
		cs_dead_letters: { letter_id: key, source: 'own', object: 'contacts', payload_json: json, message: text },
		cs_outbox: { effect_key: key, account_id, kind: 'message', payload_json: json, status: 'planned' },
		cs_alerts: { alert_key: key, account_id, cause: 'health', detail_json: json },
		cs_audit: { audit_id: key, action: 'planted', subject: person.id, reason: text, after_json: json },
		cs_opportunities: { opportunity_id: key, account_id, evidence_json: json, status: 'open' },
		cs_value_ledger: { entry_id: key, account_id, evidence_json: json, acknowledged_by: person.id },
		cs_success_plans: { plan_id: key, account_id, contact_id: id, sponsor_id: id, detail_json: json },
		cs_milestones: { milestone_id: key, plan_id: key, account_id, name: text, owner_id: id, rev: 1 },
	};
	for (const [table, row] of Object.entries(planted)) await bench.server.insertRows(table, [row]);
	// A second record of the same person, as another system would bring it.
	await bench.server.insertRows('cs_contacts', [
		{ contact_id: person.otherId, account_id, name, email: ` ${email} ` },
	]);
	return person;
}

/** The template as somebody fills in its Settings. It keeps its executions, because one that keeps none cannot be asked how it went. */
async function fillIn(values: Row): Promise<void> {
	const template = structuredClone(readTemplate('forget-person')) as any;
	template.settings.saveManualExecutions = true;
	const settings = template.nodes.find((node: Row) => node['name'] === 'Settings');
	for (const field of settings.parameters.assignments.assignments)
		field.value = values[field.name] ?? field.value;
	await bench.server.importWorkflow(template);
}

const withoutLog = async (): Promise<string> => {
	const rows = await allRows();
	rows.set(
		'cs_audit',
		rows.get('cs_audit')!.filter(({ action }) => !String(action).startsWith('forget_person')),
	);
	return JSON.stringify([...rows]);
};

describe('by hand', () => {
	let ada: Person;
	before(async () => {
		ada = await plantPerson(0);
	});

	test('nobody named: says so', async () => {
		await fillIn({});
		const execution = await mustSucceed(bench.server, ID);
		assert.match(itemsOf(execution, 'Nobody was named')[0]?.['message'], /Nothing was searched/);
	});

	test('first it only shows what would change, and where', async () => {
		await fillIn({ email: ada.email });
		const before = await withoutLog();
		const execution = await mustSucceed(bench.server, ID);
		assert.equal(await withoutLog(), before);
		const changes = itemsOf(execution, 'Changes');
		const tables = new Set(changes.map(({ table }) => table));
		for (const table of [...MENTIONS, 'cs_contacts', 'cs_interactions']) assert.ok(tables.has(table), table);
		assert.equal(changes.filter(({ action }) => action === 'delete').length, 2);
		const steps = itemsOf(execution, 'Steps by hand');
		assert.equal(steps.find(({ system }) => system === 'hubspot')?.['ids'], '90');
		assert.match(steps.find(({ system }) => system === 'n8n')?.['step'], /Delete the saved executions/);
	});

	test('with erase on, no cell of any table names the person', async () => {
		await fillIn({ email: ada.email, erase: true, case_number: 'DSR-17' });
		const execution = await mustSucceed(bench.server, ID);
		assert.match(itemsOf(execution, 'Result')[0]?.['message'], /^Rows changed: [1-9]/);
		assert.deepEqual(await mentions(ada), []);
		const [outbox] = await bench.server.getRows<Row>('cs_outbox', { effect_key: 'planted-0' });
		assert.equal(outbox?.['status'], 'dead', 'a message that waited is not sent');
		const log = (await bench.server.getRows<Row>('cs_audit')).filter(({ subject }) =>
			/sha256/.test(subject ?? ''),
		);
		assert.deepEqual(
			log.map(({ action, reason }) => [action, reason]),
			['begun', 'done'].map((what) => [`forget_person.${what}`, 'asked by: We do, case DSR-17']),
		);
	});

	test('a second run changes nothing', async () => {
		const before = await withoutLog();
		const execution = await mustSucceed(bench.server, ID);
		assert.match(itemsOf(execution, 'Result')[0]?.['message'], /^Rows changed: 0\./);
		assert.equal(await withoutLog(), before);
	});
});

test('killed half-way and started again, it finishes', async () => {
	const person = await plantPerson(1);
	await fillIn({ ids: person.id, erase: true });
	await bench.server.startRun(ID);
	for (const deadline = Date.now() + 90_000; ; ) {
		assert.ok(
			Date.now() < deadline,
			'the person is not found in cs_alerts: who they are was forgotten too early',
		);
		const [alert] = await bench.server.getRows<Row>('cs_alerts', { alert_key: 'planted-1' });
		if (!String(alert?.['detail_json']).includes(person.email)) break;
		await pause(20);
	}
	await bench.server.kill9();
	await bench.server.restart();
	assert.ok((await mentions(person)).includes('cs_contacts.email'), 'the contact itself goes last');
	await mustSucceed(bench.server, ID);
	assert.deepEqual(await mentions(person), []);
});

describe('through the form', () => {
	let person: Person;
	let form: string;
	before(async () => {
		person = await plantPerson(2);
		await bench.server.importWorkflow(readTemplate('forget-person'));
		await bench.server.publish(ID);
		form = `${bench.server.base}/form/forget-person`;
	});

	test('who is not logged in to n8n neither sees it nor gets through', async () => {
		const owner = new FormBrowser(bench.server);
		await owner.logIn();
		// n8n answers the call to publish before the address is there, and what it says until then is no form.
		let page = '';
		for (const deadline = Date.now() + 60_000; !/Forget a person/.test(page); await pause(200)) {
			assert.ok(Date.now() < deadline, `the form does not open: ${owner.lastAnswer}`);
			page = await owner.open(form);
		}
		const stranger = new FormBrowser(bench.server);
		assert.equal(await stranger.open(form), '');
		const refused = await stranger.submit(form, { 'field-0': person.email, 'field-2': 'We do' });
		assert.ok(typeof refused === 'number' && refused >= 400, String(refused));
	});

	test('a no leaves everything as it is, a yes erases; no execution is kept', async () => {
		const owner = new FormBrowser(bench.server);
		await owner.logIn();
		const ask = async (answer: string): Promise<string> => {
			assert.match(await owner.open(form), /Forget a person/);
			const next = String(
				await owner.submit(form, {
					'field-0': person.email,
					'field-1': '',
					'field-2': 'The person',
					'field-3': '',
				}),
			);
			const shown = await owner.nextPage(next);
			assert.match(shown, /Rows that would change: [1-9]/);
			assert.match(shown, /cs_interactions/);
			assert.ok(
				!shown.includes(person.email) && !shown.includes(person.name),
				'the page does not repeat who it is',
			);
			await owner.submit(next, { 'field-1': answer });
			const last = await owner.nextPage(next);
			assert.match(last, /redaction job/);
			await owner.submit(next, {});
			return last;
		};
		const before = await withoutLog();
		assert.match(await ask('No, leave everything as it is'), /Nothing was changed/);
		assert.equal(await withoutLog(), before);
		assert.match(await ask('Yes, erase'), /Erased from our tables/);
		assert.deepEqual(await mentions(person), []);
		const log = (await bench.server.getRows<Row>('cs_audit')).filter(({ actor }) =>
			/^n8n user [\w-]{30}/.test(actor ?? ''),
		);
		assert.deepEqual(
			log.map(({ action }) => action),
			['forget_person.begun', 'forget_person.done'],
		);
		for (let tries = 0; tries < 50; tries += 1) {
			const { results } = await bench.server.api(
				'GET',
				`/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId: ID }))}`,
			);
			const kept = results.filter(({ mode }: Row) => mode !== 'manual');
			if (kept.length === 0) return;
			await pause(200);
		}
		assert.fail('n8n still keeps an execution');
	});
});
