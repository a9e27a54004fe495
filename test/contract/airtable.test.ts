import { airtable } from '../../shared/connectors/airtable/airtable';
import { ConnectorFault } from '../../shared/connectors/ConnectorFault';
import { createCall } from '../../shared/connectors/engine/createCall';
import type { PacedCall } from '../../shared/connectors/engine/Engine';
import type { RawRecord, ScoreWrite, SourceObject, SourceSettings } from '../../shared/connectors/Source';
import {
	AIRTABLE_BASE_ID,
	AIRTABLE_TOKEN,
	createAirtableFake,
	type AirtableFake,
	type AirtableOptions,
} from '../fakes/airtable';
import { sendTo } from '../fakes/sendTo';
import { virtualClock, type VirtualClock } from '../fakes/virtualClock';
import { contractSuite } from './contractSuite';

const settings: SourceSettings = {
	baseId: AIRTABLE_BASE_ID,
	tables: {},
	fields: {},
	keyField: 'Account ID',
	results: {},
	currency: null,
	options: {},
};
const headers = { authorization: AIRTABLE_TOKEN };

contractSuite({
	source: airtable,
	settings,
	headers,
	create: createAirtableFake,
	capabilities: {
		lacks: {
			removals: 'the API lists no deleted records; a full read that no longer brings them finds them',
			merge: 'Airtable has no merge in its API; a deduplicated record is a deleted one',
			lock: 'Airtable has no row locks',
		},
		// The schema, once per run.
		besides: { read: 1, write: 1 },
	},
});

interface Run {
	readonly fake: AirtableFake;
	readonly call: PacedCall;
	readonly clock: VirtualClock;
}

function start(options: Partial<AirtableOptions> = {}, given = settings, sent = headers): Run {
	const clock = virtualClock();
	const fake = createAirtableFake({ accounts: 3, now: clock.now, ...options });
	const call = createCall({ source: airtable, settings: given, clock, send: sendTo(fake, sent), tries: 2 });
	return { fake, call, clock };
}

/** Another run of the node: it knows nothing of the schema that the first one saw. */
const again = (run: Run): Run => ({
	...run,
	call: createCall({
		source: airtable,
		settings,
		clock: run.clock,
		send: sendTo(run.fake, headers),
		tries: 2,
	}),
});

async function readAll(
	run: Run,
	object: SourceObject,
	given = settings,
	window: { from: string; to: string } | null = null,
): Promise<RawRecord[]> {
	const reader = airtable.readers[object]!;
	const mapping = { ...reader.fields, ...given.fields[object] };
	const fields = [...Object.values(mapping).filter((field) => field !== ''), ...reader.needed];
	const records: RawRecord[] = [];
	let cursor: string | null = null;
	do {
		const request = { object, window, removed: false, fields };
		const page = await airtable.readPage(run.call, given, request, cursor);
		records.push(...page.records);
		cursor = page.next;
	} while (cursor !== null);
	return records;
}

function shape(object: SourceObject, record: RawRecord, given = settings) {
	const reader = airtable.readers[object]!;
	const mapping = { ...reader.fields, ...given.fields[object] };
	const mapped = Object.fromEntries(
		Object.entries(mapping)
			.filter(([, field]) => field in record.fields)
			.map(([name, field]) => [name, record.fields[field]]),
	);
	return reader.shape(record, mapped, given);
}

const faultOf = async (asked: Promise<unknown>): Promise<ConnectorFault> => {
	const nothing: unknown = await asked.then(
		() => 'no fault',
		(fault: unknown) => fault,
	);
	expect(nothing).toBeInstanceOf(ConnectorFault);
	return nothing as ConnectorFault;
};

const columnId = (run: Run, table: string, name: string) =>
	run.fake.base.table(table)!.columns.find((column) => column.name === name)!.id;

const rename = (run: Run, table: string, name: string, to: string) => {
	run.fake.base.table(table)!.columns.find((column) => column.name === name)!.name = to;
};

const score = (run: Run, place: number, fields: ScoreWrite['fields']): ScoreWrite => ({
	accountId: `CUST_000${place + 1}`,
	externalId: run.fake.accountIds()[place]!,
	fields,
});

describe('columns', () => {
	test('a column mapped by its id is read after people renamed it', async () => {
		const run = start();
		const byId = { accounts: { arr_minor: columnId(run, 'Accounts', 'ARR'), name: 'Name' } };
		rename(run, 'Accounts', 'ARR', 'Yearly revenue (EUR)');
		const given = { ...settings, fields: byId };
		const [first] = await readAll(run, 'accounts', given);
		expect(shape('accounts', first!, given)[0]?.values).toMatchObject({
			arr_minor: 12_001,
			name: 'Customer 1',
		});
	});

	test('a column mapped by a name that is gone is told with the columns that are there', async () => {
		const run = start();
		rename(run, 'Accounts', 'ARR', 'Revenue');
		const given = { ...settings, fields: { accounts: { arr_minor: 'ARR' } } };
		const fault = await faultOf(readAll(run, 'accounts', given));
		expect(fault).toMatchObject({ faultClass: 'schema', field: 'ARR', code: 'airtable-column-missing' });
		expect(fault.message).toContain('"Revenue"');
		expect(fault.remedy).toContain('Choose the column again');
	});

	test('columns of the preset that a base does not have are left out', async () => {
		const run = start();
		rename(run, 'Accounts', 'Industry', 'Branch');
		const request = {
			object: 'accounts' as const,
			window: null,
			removed: false,
			fields: ['Name', 'Industry'],
		};
		const page = await airtable.readPage(run.call, settings, request, null);
		expect(page.records.map(({ fields }) => fields.Name)).toHaveLength(3);
		expect(page.records[0]?.fields).not.toHaveProperty('Industry');
	});

	test('without the key column nothing is read, because every account would get another id', async () => {
		const run = start();
		rename(run, 'Accounts', 'Account ID', 'Number');
		expect(await faultOf(readAll(run, 'accounts'))).toMatchObject({
			faultClass: 'schema',
			field: 'Account ID',
		});
	});

	test('only the mapped columns travel, in pages of 100, in the body and never in a URL', async () => {
		const run = start({ accounts: 101 });
		await readAll(run, 'accounts');
		const lists = run.fake.log.filter(({ path }) => path.endsWith('/listRecords'));
		expect(lists).toHaveLength(2);
		expect(lists[0]).toMatchObject({ method: 'POST', query: {} });
		expect(lists[0]?.body).toMatchObject({ pageSize: 100, returnFieldsByFieldId: true });
		expect((lists[0]?.body as { fields: string[] }).fields).not.toContain(
			columnId(run, 'Accounts', 'Health Score'),
		);
	});

	test('a last-modified column that watches some columns only is not trusted', async () => {
		const run = start();
		const table = run.fake.base.table('Accounts')!;
		rename(run, 'Accounts', 'Last Modified', 'Stage changed');
		run.fake.base.addColumn(table, 'Touched', 'lastModifiedTime', {
			referencedFieldIds: [columnId(run, 'Accounts', 'Stage')],
		});
		table.columns.splice(
			table.columns.findIndex(({ name }) => name === 'Stage changed'),
			1,
		);
		run.clock.pass(3_600_000);
		run.fake.change(run.fake.accountIds()[1]!, { Name: 'Changed' });
		const window = { from: '2026-11-20T00:30:00.000Z', to: '2026-11-21T00:00:00.000Z' };
		const found = await readAll(run, 'accounts', settings, window);
		expect(found.map(({ fields }) => fields.Name)).toEqual(['Changed']);
		expect(found[0]?.updatedAt).toBeNull();
		expect(JSON.stringify(run.fake.log.at(-1)?.body)).toContain('LAST_MODIFIED_TIME()');
	});
});

describe('a base that was taken over', () => {
	const taken = { accountTable: 'Customer Assets' };

	test('Customer Assets is read, with Customer ID as the key in any form', async () => {
		const run = start(taken);
		run.fake.change(run.fake.accountIds()[1]!, { 'Customer ID': 'CUST-001' });
		const records = await readAll(run, 'accounts');
		expect(records.map(({ fields }) => fields[settings.keyField])).toEqual([
			'CUST_0001',
			'CUST-001',
			'CUST_0003',
		]);
	});

	test('scores go back into it, found by Customer ID', async () => {
		const run = start(taken);
		const row = { accountId: 'CUST_0002', externalId: null, fields: { 'Health Score': 77.5 } };
		expect(await airtable.scores!.write(run.call, settings, [row])).toEqual([
			{ ok: true, externalId: run.fake.accountIds()[1], created: false },
		]);
		expect(run.fake.account(run.fake.accountIds()[1]!)).toMatchObject({ 'Health Score': 77.5 });
	});

	test('prepare leaves its columns alone and adds only what is missing', async () => {
		const run = start({ ...taken, prepared: false });
		const steps = await airtable.planBase(run.call, settings);
		const own = steps.filter(({ on }) => on === 'Customer Assets');
		expect(own.find(({ kind }) => kind === 'table')).toMatchObject({ exists: true });
		expect(own.find(({ name }) => name === 'Customer ID')).toMatchObject({ exists: true });
		expect(steps.some(({ on }) => on === 'Accounts')).toBe(false);
		for (const step of own.filter(({ exists, creatable }) => !exists && creatable)) {
			await airtable.createStep(run.call, settings, step);
		}
		expect(run.fake.base.table('Customer Assets')!.columns.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['Customer ID', 'Health Score', 'Row Hash']),
		);
		expect(run.fake.base.table('Accounts')).toBeUndefined();
	});
});

describe('rows', () => {
	test('a link decides which account it is; without one the text does', async () => {
		const run = start({ accounts: 1, children: 1 });
		const [account] = run.fake.accountIds();
		const [contact] = await readAll(run, 'contacts');
		expect(shape('contacts', contact!)).toMatchObject([
			{ object: 'contacts', accountExternalId: account, values: { email: 'person1.1@customer1.example' } },
		]);
		expect(shape('contacts', contact!)[0]?.values).not.toHaveProperty('account_id');
		run.fake.change(contact!.id, { Account: null });
		const [unlinked] = await readAll(run, 'contacts');
		expect(shape('contacts', unlinked!)).toMatchObject([
			{ accountExternalId: null, values: { account_id: 'CUST_0001' } },
		]);
	});

	test('the account column may itself be the link', async () => {
		const run = start({ accounts: 1, children: 1 });
		const given = { ...settings, fields: { tickets: { account_id: columnId(run, 'Tickets', 'Account') } } };
		const [ticket] = await readAll(run, 'tickets', given);
		expect(shape('tickets', ticket!, given)).toMatchObject([
			{ accountExternalId: run.fake.accountIds()[0], values: { status: 'open', escalated: false } },
		]);
	});

	test('a subscription is a contract and its line, with whole amounts', async () => {
		const run = start({ accounts: 1, children: 1 });
		const [record] = await readAll(run, 'subscriptions');
		expect(shape('subscriptions', record!)).toMatchObject([
			{ object: 'contracts', amounts: 'major', values: { status: 'active', auto_renew: true } },
			{ object: 'contractLines', values: { arr_minor: 12_000, quantity: 10, product_id: 'Pro' } },
		]);
	});

	test('usage comes with a column per metric or a row per metric', async () => {
		const run = start({ accounts: 1, children: 1 });
		const usage = run.fake.base.table('Usage')!;
		run.fake.base.insert(usage, {
			'Account ID': 'CUST_0001',
			Date: '2026-11-19',
			Metric: 'API Calls',
			Value: 900,
		});
		const rows = (await readAll(run, 'usage')).flatMap((record) => shape('usage', record));
		expect(rows.map(({ values }) => values)).toMatchObject([
			{ period: 'week', starts_on: '2026-11-16', active_users: 7, sessions: 55 },
			{ period: 'day', starts_on: '2026-11-19', api_calls: 900, account_id: 'CUST_0001' },
		]);
	});

	test('deals and tasks come back with what people did to them', async () => {
		const run = start({ accounts: 1, children: 1 });
		const [deal] = [...run.fake.opportunities().keys()];
		run.fake.close(deal!);
		const [read] = await readAll(run, 'deals');
		expect(shape('deals', read!)[0]?.values).toMatchObject({
			status: 'won',
			amount_minor: 5000,
			kind: 'renewal',
		});
	});

	test.each([
		['tasks', { status: 'Done', closed_at: '2026-11-02T00:00:00.000Z' }, 'done', '2026-11-02T00:00:00.000Z'],
		['tasks', { status: 'Canceled' }, 'cancelled', '2026-11-19T00:00:00.000Z'],
		['tasks', { status: true }, 'done', '2026-11-19T00:00:00.000Z'],
		['tasks', { closed_at: '2026-11-02T00:00:00.000Z' }, 'done', '2026-11-02T00:00:00.000Z'],
		['tasks', { status: 'waiting', closed_at: '2026-11-02T00:00:00.000Z' }, 'open', null],
		['tasks', {}, 'open', null],
		['deals', { stage: 'Closed lost' }, 'lost', undefined],
		['deals', { stage: 'Won' }, 'won', undefined],
		['deals', { stage: 'Wonderful lead' }, 'open', undefined],
		['deals', {}, 'open', undefined],
	] as const)('%s with %j are %s', (object, mapped, status, closedAt) => {
		const record = { id: 'rec00000000000001', updatedAt: '2026-11-19T00:00:00.000Z', fields: {} };
		const [row] = airtable.readers[object]!.shape(record, mapped, settings);
		expect(row?.values.status).toBe(status);
		expect(row?.values.closed_at).toBe(closedAt);
	});

	test('the line of a terminated contract has ended, that of a draft has no status', () => {
		const record = { id: 'rec00000000000001', updatedAt: null, fields: {} };
		const lineOf = (status: string) =>
			airtable.readers.subscriptions!.shape(record, { status, account_id: 'A' }, settings)[1]?.values;
		expect(lineOf('Terminated')).toMatchObject({ status: 'ended', account_id: 'A' });
		expect(lineOf('draft')).toMatchObject({ status: null, line_id: 'airtable:rec00000000000001:1' });
	});

	test('everybody in the CSM column comes once, collaborators with their names', async () => {
		const run = start({ accounts: 250 });
		const csm = columnId(run, 'Accounts', 'CSM');
		const [first] = run.fake.accountIds();
		const person = { id: 'usrFake0000000009', email: 'Dana@example.com', name: 'Dana Doe' };
		run.fake.base.table('Accounts')!.rows.get(first!)!.cells[csm] = person;
		const people = (await readAll(run, 'people')).flatMap((one) => shape('people', one));
		expect(people.map(({ values }) => values.person_id).sort()).toEqual([
			'airtable:csm0@example.com',
			'airtable:csm1@example.com',
			'airtable:csm2@example.com',
			'airtable:dana@example.com',
		]);
		expect(people.find(({ values }) => values.name === 'Dana Doe')?.values).toMatchObject({
			email: 'Dana@example.com',
			role: 'csm',
		});
		const [account] = await readAll(again(run), 'accounts');
		expect(shape('accounts', account!)[0]?.values.csm_id).toBe('airtable:dana@example.com');
	});
});

describe('what is written', () => {
	test('ten records by id in one request; by key an upsert that makes what is not there', async () => {
		const run = start({ accounts: 9 });
		const rows = run.fake.accountIds().map((_id, place) => score(run, place, { 'Health Score': 50 }));
		const fresh = { accountId: 'NEW-1', externalId: null, fields: { 'Health Score': 61 } };
		const outcomes = await airtable.scores!.write(run.call, settings, [...rows, fresh]);
		expect(outcomes.filter((one) => one.ok && one.created)).toHaveLength(1);
		const [schema, patch, ...rest] = run.fake.log;
		expect(schema?.path).toContain('/meta/');
		expect(patch?.body).toMatchObject({ performUpsert: { fieldsToMergeOn: ['Account ID'] } });
		expect(patch?.body).not.toHaveProperty('typecast');
		expect(rest).toEqual([]);
		expect(run.fake.account(run.fake.accountIds()[9]!)).toMatchObject({ 'Account ID': 'NEW-1' });
	});

	test('two records with the same key: refused, with the remedy', async () => {
		const run = start();
		run.fake.add({ 'Account ID': 'CUST_0001' });
		const row = { accountId: 'CUST_0001', externalId: null, fields: { 'Health Score': 50 } };
		const fault = await faultOf(airtable.scores!.write(run.call, settings, [row]));
		expect(fault).toMatchObject({ faultClass: 'poison', code: 'airtable-duplicate-key' });
		expect(fault.remedy).toContain('same key');
	});

	test.each([
		['a quote and a backslash', "O'Neil\\ & Söhne'"],
		['a formula', '=HYPERLINK("http://x")'],
	])('an account whose key holds %s is found by it', async (_what, key) => {
		const run = start();
		const id = run.fake.add({ 'Account ID': key });
		const row = { accountId: key, externalId: null, fields: { Reasons: '=1+1' } };
		expect(await airtable.scores!.write(run.call, settings, [row])).toEqual([
			{ ok: true, externalId: id, created: false },
		]);
		expect(run.fake.account(id)).toMatchObject({ Reasons: '=1+1' });
	});

	test('an option that the select does not have names option and column; the switch creates it', async () => {
		const run = start();
		const row = score(run, 0, { 'Health Band': 'superb' });
		const fault = await faultOf(airtable.scores!.write(run.call, settings, [row]));
		expect(fault).toMatchObject({ faultClass: 'schema', field: 'Health Band' });
		expect(fault.remedy).toContain('Add the option "superb" to the select column "Health Band"');
		const allowed = { ...settings, options: { typecast: true } };
		await airtable.scores!.write(run.call, allowed, [row]);
		expect(run.fake.account(row.externalId!)).toMatchObject({ 'Health Band': 'superb' });
	});

	test('options are written in the spelling of the base', async () => {
		const run = start();
		const band = run.fake.base.table('Accounts')!.columns.find(({ name }) => name === 'Health Band')!;
		band.choices = ['Excellent', 'Good', 'Fair', 'Poor'];
		const row = score(run, 0, { 'Health Band': 'good' });
		await airtable.scores!.write(run.call, settings, [row]);
		expect(run.fake.account(row.externalId!)).toMatchObject({ 'Health Band': 'Good' });
	});

	test('a computed column is told before anything is sent, under the name of the mapping', async () => {
		const run = start();
		const id = columnId(run, 'Accounts', 'Last Modified');
		const fault = await faultOf(
			airtable.scores!.write(run.call, settings, [score(run, 0, { [id]: 1, 'Health Score': 50 })]),
		);
		expect(fault).toMatchObject({ faultClass: 'schema', code: 'airtable-computed-column', field: id });
		expect(fault.remedy).toContain('Choose another column');
		expect(run.fake.log.filter(({ method }) => method === 'PATCH')).toEqual([]);
	});

	test('a column that is deleted during the run is named as the mapping names it', async () => {
		const run = start();
		const id = columnId(run, 'Accounts', 'Health Band');
		await airtable.scores!.write(run.call, settings, [score(run, 0, { [id]: 'good' })]);
		const table = run.fake.base.table('Accounts')!;
		table.columns.splice(
			table.columns.findIndex((column) => column.id === id),
			1,
		);
		const fault = await faultOf(
			airtable.scores!.write(run.call, settings, [score(run, 1, { [id]: 'good' })]),
		);
		expect(fault).toMatchObject({ faultClass: 'schema', code: 'airtable-unknown-column', field: id });
	});

	test('a value that does not fit its column is the fault of the record', async () => {
		const run = start();
		const row = score(run, 0, { 'Health Score': 'high' });
		const fault = await faultOf(airtable.scores!.write(run.call, settings, [row]));
		expect(fault).toMatchObject({
			faultClass: 'poison',
			field: 'Health Score',
			code: 'airtable-value-refused',
		});
		expect(fault.remedy).toContain('"Health Score"');
		const id = columnId(run, 'Accounts', 'Health Score');
		const byId = airtable.scores!.write(run.call, settings, [score(run, 0, { [id]: 'high' })]);
		expect(await faultOf(byId)).toMatchObject({ field: id });
	});

	test('a record that was deleted, and a text of more than a cell holds', async () => {
		const run = start();
		const gone = score(run, 0, { 'Health Score': 50 });
		run.fake.remove(gone.externalId!);
		expect(await faultOf(airtable.scores!.write(run.call, settings, [gone]))).toMatchObject({
			faultClass: 'poison',
			code: 'airtable-record-gone',
		});
		const fits = score(run, 0, { Reasons: 'x'.repeat(100_000) });
		expect(await airtable.scores!.write(run.call, settings, [fits])).toMatchObject([{ ok: true }]);
		const long = score(run, 0, { Reasons: 'x'.repeat(1_000_001) });
		expect(await faultOf(airtable.scores!.write(run.call, settings, [long]))).toMatchObject({
			faultClass: 'poison',
			status: 413,
			remedy: expect.stringContaining('Shorten'),
		});
	});

	test('a record of 100 kB is read whole', async () => {
		const run = start();
		run.fake.change(run.fake.accountIds()[0]!, { Segment: 'y'.repeat(100_000) });
		const [first] = await readAll(run, 'accounts');
		expect(first?.fields.Segment).toHaveLength(100_000);
	});

	test('the score history is off, and when on holds one row per account and day', async () => {
		const run = start();
		const scores = run.fake.base.addTable('Scores');
		for (const [name, type] of [
			['Account ID', 'singleLineText'],
			['Score Date', 'date'],
			['Health Score', 'number'],
		] as const) {
			run.fake.base.addColumn(scores, name, type);
		}
		const row = score(run, 0, { 'Health Score': 50, 'Score Date': '2026-11-20', Reasons: 'x' });
		await airtable.scores!.write(run.call, settings, [row]);
		expect(scores.rows.size).toBe(0);
		const on = { ...settings, options: { scoresTable: 'Scores' } };
		await airtable.scores!.write(run.call, on, [row]);
		await airtable.scores!.write(run.call, on, [row]);
		expect([...scores.rows.values()].map((one) => run.fake.base.plain(scores, one))).toEqual([
			{ 'Account ID': 'CUST_0001', 'Score Date': '2026-11-20', 'Health Score': 50 },
		]);
	});
});

describe('tasks and deals', () => {
	const task = {
		effectKey: "cs:CUST_0001:it's\\due:2026-11",
		accountId: 'CUST_0001',
		accountExternalId: null,
		title: '=Call',
		text: 'Usage fell.',
		dueOn: '2026-11-27',
		priority: 'urgent',
		ownerExternalId: 'csm1@example.com',
	} as const;
	const deal = {
		effectKey: 'cs:CUST_0001:renewal:2027',
		accountId: 'CUST_0001',
		accountExternalId: null,
		name: 'Renewal 2027',
		kind: 'renewal',
		amountMinor: 123_450,
		currency: 'EUR',
		stage: null,
		closeOn: '2027-01-14',
		ownerExternalId: null,
		externalId: null,
	} as const;

	test('a task is linked to its account, made once, and stays as people leave it', async () => {
		const run = start();
		const linked = { ...task, accountExternalId: run.fake.accountIds()[0]! };
		const first = await airtable.createTask!(run.call, settings, linked);
		expect(first).toMatchObject({ state: 'confirmed', created: true });
		const [[id, made] = []] = run.fake.tasks();
		expect(made).toMatchObject({
			Title: '=Call',
			Status: 'open',
			Priority: 'urgent',
			Account: [run.fake.accountIds()[0]],
			Owner: 'csm1@example.com',
		});
		run.fake.close(id!);
		expect(await airtable.createTask!(run.call, settings, linked)).toEqual({
			state: 'confirmed',
			externalId: id,
			created: false,
		});
		const [record] = await readAll(run, 'tasks');
		expect(shape('tasks', record!)[0]?.values).toMatchObject({
			status: 'done',
			effect_key: task.effectKey,
			closed_at: record?.updatedAt,
		});
		expect(run.fake.tasks().size).toBe(1);
	});

	test('an answer that was lost is looked up by the effect key', async () => {
		const run = start();
		run.fake.plan({ fault: 'drop-after', on: 'PATCH', times: 2 });
		expect(await airtable.createTask!(run.call, settings, task)).toMatchObject({
			state: 'confirmed',
			created: true,
		});
		expect(run.fake.tasks().size).toBe(1);
	});

	test('when nobody can look after a lost answer it is unknown', async () => {
		const run = start();
		run.fake.plan({ fault: 'drop-after', on: 'PATCH', times: 2 });
		run.fake.plan({ fault: '503', on: 'POST', after: 1, times: 9 });
		expect(await airtable.createTask!(run.call, settings, task)).toMatchObject({ state: 'unknown' });
	});

	test('without the column Effect Key nothing is made', async () => {
		const run = start();
		rename(run, 'Tasks', 'Effect Key', 'Key');
		expect(await airtable.createTask!(run.call, settings, task)).toMatchObject({
			state: 'failed',
			fault: { faultClass: 'schema', field: 'Effect Key', remedy: expect.stringContaining('Prepare') },
		});
		expect(run.fake.tasks().size).toBe(0);
	});

	test('a deal is made with the first stage, and an update leaves the stage to people', async () => {
		const run = start();
		await airtable.upsertOpportunity!(run.call, settings, deal);
		const [[id, made] = []] = run.fake.opportunities();
		expect(made).toMatchObject({ Stage: 'identified', Amount: 1234.5, Type: 'renewal' });
		run.fake.change(id!, { Stage: 'negotiating', Owner: 'ae@example.com' });
		const changed = { ...deal, amountMinor: 200_000 };
		expect(await airtable.upsertOpportunity!(run.call, settings, changed)).toEqual({
			state: 'confirmed',
			externalId: id,
			created: false,
		});
		expect(run.fake.opportunities().get(id!)).toMatchObject({
			Stage: 'negotiating',
			Owner: 'ae@example.com',
			Amount: 2000,
		});
		const allowed = { ...settings, options: { typecast: true } };
		await airtable.upsertOpportunity!(run.call, allowed, { ...deal, externalId: id!, stage: 'Closed Won' });
		expect(run.fake.opportunities().get(id!)).toMatchObject({ Stage: 'closed_won', Owner: 'ae@example.com' });
	});

	test('an amount without a currency is left out; yen have no decimals', async () => {
		const run = start();
		await airtable.upsertOpportunity!(run.call, settings, { ...deal, currency: null });
		expect([...run.fake.opportunities().values()][0]).not.toHaveProperty('Amount');
		await airtable.upsertOpportunity!(run.call, settings, { ...deal, currency: 'JPY' });
		expect([...run.fake.opportunities().values()][0]).toMatchObject({ Amount: 123_450, Currency: 'JPY' });
	});
});

describe('prepare and lists', () => {
	test('says which scopes the token lacks and what must be done by hand', async () => {
		const run = start({ prepared: false, scopes: ['data.records:read', 'schema.bases:read'] });
		const steps = await airtable.planBase(run.call, settings);
		expect(
			steps.filter(({ kind, exists }) => kind === 'permission' && !exists).map(({ name }) => name),
		).toEqual(['data.records:write', 'schema.bases:write']);
		const byHand = steps.find(({ on, type }) => on === 'Accounts' && type === 'lastModifiedTime')!;
		expect(byHand).toMatchObject({ creatable: false, note: expect.stringContaining('add a field of type') });
		expect(await faultOf(airtable.createStep(run.call, settings, byHand))).toMatchObject({
			code: 'airtable-step-not-creatable',
		});
		const tasks = steps.find(({ kind, name }) => kind === 'table' && name === 'Tasks')!;
		expect(await faultOf(airtable.createStep(run.call, settings, tasks))).toMatchObject({
			faultClass: 'auth',
		});
	});

	test('a computed result column and missing options are told', async () => {
		const run = start();
		const band = run.fake.base.table('Accounts')!.columns.find(({ name }) => name === 'Health Band')!;
		band.choices = ['Excellent', 'Good'];
		const given = { ...settings, results: { score: 'Last Modified', trend: '' } };
		const steps = await airtable.planBase(run.call, given);
		expect(
			steps.find(({ name, note }) => name === 'Last Modified' && note.includes('computed')),
		).toMatchObject({
			exists: false,
			creatable: false,
		});
		expect(steps.filter(({ kind }) => kind === 'option').map(({ name }) => name)).toEqual([
			'Health Band: fair',
			'Health Band: poor',
		]);
		expect(steps.some(({ name }) => name === 'Health Trend')).toBe(false);
	});

	test('only the results, when that is asked', async () => {
		const run = start({ prepared: false });
		const given = { ...settings, results: { score: 'Our Score' }, options: { prepareOnly: 'results' } };
		const steps = await airtable.planBase(run.call, given);
		expect([...new Set(steps.filter(({ kind }) => kind === 'table').map(({ on }) => on))]).toEqual([
			'Accounts',
			'Deals',
			'Tasks',
		]);
		await airtable.createStep(run.call, given, steps.find(({ name }) => name === 'Our Score')!);
		expect(run.fake.base.table('Accounts')!.columns.at(-1)).toMatchObject({
			name: 'Our Score',
			type: 'number',
		});
	});

	test('an empty base gets every table, and can then be read and written', async () => {
		const run = start({ accounts: 0 });
		run.fake.base.tables.splice(0);
		for (const step of await airtable.planBase(run.call, settings)) {
			if (!step.exists && step.creatable) await airtable.createStep(run.call, settings, step);
		}
		expect(run.fake.base.tables.map(({ name }) => name)).toEqual([
			'Accounts',
			'Contacts',
			'Usage',
			'Tickets',
			'Subscriptions',
			'Deals',
			'Tasks',
		]);
		expect(await readAll(run, 'accounts')).toEqual([]);
		const row = { accountId: 'A-1', externalId: null, fields: { 'Health Score': 50, 'Health Band': 'fair' } };
		expect(await airtable.scores!.write(run.call, settings, [row])).toMatchObject([{ created: true }]);
		const tables = run.fake.log.filter(({ method, path }) => method === 'POST' && path.endsWith('/tables'));
		expect(tables).toHaveLength(7);
	});

	test('all bases over several pages, tables of a base, columns with ids', async () => {
		const run = start({ otherBases: ['B', 'C', 'D', 'E'] });
		expect(await airtable.listContainers!(run.call, null)).toHaveLength(5);
		expect((await airtable.listContainers!(run.call, AIRTABLE_BASE_ID)).map(({ label }) => label)).toContain(
			'Accounts',
		);
		const fields = await airtable.listFields(run.call, settings, 'accounts');
		expect(fields.find(({ label }) => label === 'Health Band')).toMatchObject({
			id: columnId(run, 'Accounts', 'Health Band'),
			writable: true,
			options: ['excellent', 'good', 'fair', 'poor'],
		});
		expect(fields.find(({ label }) => label === 'Last Modified')).toMatchObject({ writable: false });
	});

	test('accounts are looked up by id, a hundred at a time', async () => {
		const run = start({ accounts: 150 });
		const found = await airtable.lookUpAccounts!(run.call, settings, [...run.fake.accountIds(), 'recGone']);
		expect(found).toHaveLength(150);
		expect(found[149]?.fields).toEqual({ 'Account ID': 'CUST_0150' });
		expect(run.fake.log).toHaveLength(3);
	});
});

describe('bad input', () => {
	test('a wrong token', async () => {
		const run = start({}, settings, { authorization: 'Bearer wrong' });
		const fault = await faultOf(readAll(run, 'accounts'));
		expect(fault).toMatchObject({ faultClass: 'auth', code: 'airtable-token-refused' });
		expect(`${fault.message} ${fault.remedy}`).not.toContain('wrong,');
		expect(fault.remedy).toContain('airtable.com/create/tokens');
	});

	test('a missing scope, and a base that is not shared with the token', async () => {
		const fault = await faultOf(readAll(start({ scopes: ['data.records:read'] }), 'accounts'));
		expect(fault).toMatchObject({ faultClass: 'auth', remedy: expect.stringContaining('schema.bases:read') });
		const other = { ...settings, baseId: 'appOther000000001' };
		expect((await faultOf(readAll(start(), 'accounts', other))).faultClass).toBe('not-found');
	});

	test('a deleted table names those that are there', async () => {
		const run = start();
		run.fake.base.tables.splice(1, 1);
		const fault = await faultOf(readAll(run, 'contacts'));
		expect(fault).toMatchObject({ faultClass: 'not-found', code: 'airtable-table-missing' });
		expect(fault.message).toContain('"Tickets"');
		const chosen = { ...settings, tables: { accounts: 'tblGone' } };
		expect((await faultOf(readAll(again(run), 'accounts', chosen))).message).toContain('"tblGone"');
	});

	test('a schema that could not be read is asked for again', async () => {
		const run = start();
		run.fake.plan({ fault: '503', on: '/meta/', times: 2 });
		expect((await faultOf(readAll(run, 'accounts'))).faultClass).toBe('transient');
		expect(await readAll(run, 'accounts')).toHaveLength(3);
		expect(await readAll(run, 'deals')).toEqual([]);
		expect(run.fake.log.filter(({ path }) => path.includes('/meta/'))).toHaveLength(3);
	});

	test('no records', async () => {
		expect(await readAll(start({ accounts: 0 }), 'accounts')).toEqual([]);
		const request = { object: 'accounts' as const, window: null, removed: true, fields: [] };
		expect(await airtable.readPage(start().call, settings, request, null)).toEqual({
			records: [],
			next: null,
		});
	});

	test('a success that is no list of records is no empty list', async () => {
		const half = async () => await Promise.resolve({ status: 200, headers: {}, body: { record: 1 } });
		expect((await faultOf(readAll({ ...start(), call: half as never }, 'accounts'))).faultClass).toBe(
			'transient',
		);
	});

	test('the allowance is the documented one, or less when other programs need some', () => {
		expect(airtable.limits(settings)).toEqual([{ bucket: 'burst', requests: 5, perMs: 1000 }]);
		const less = { ...settings, options: { requestsPerSecond: 2 } };
		expect(airtable.limits(less)[0]?.requests).toBe(2);
		expect(airtable.limits({ ...settings, options: { requestsPerSecond: 50 } })[0]?.requests).toBe(5);
	});

	test('our own columns are the result columns as mapped', () => {
		expect(airtable.ownFields({ ...settings, results: { score: 'fldX', trend: '' } })).toEqual(
			expect.arrayContaining(['fldX', 'Row Hash']),
		);
		expect(airtable.ownFields({ ...settings, results: { trend: '' } })).not.toContain('');
	});
});
