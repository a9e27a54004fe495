import type { IDataObject, INodeParameters } from 'n8n-workflow';

import accountSchema from '../../nodes/CustomerData/__schema__/v1.0.0/account/getAll.json';
import { accounts as accountTable } from '../../shared/tables/accounts';
import { contacts as contactTable } from '../../shared/tables/contacts';
import { syncState } from '../../shared/tables/syncState';
import { createHubspotFake, type HubspotOptions } from '../fakes/hubspot';
import { createPipedriveFake, PIPEDRIVE_TOKEN } from '../fakes/pipedrive';
import { createSalesforceFake, SALESFORCE_HEADERS } from '../fakes/salesforce';
import { virtualClock } from '../fakes/virtualClock';
import { customerData, jsons, type CustomerDataInput } from '../support/customerData';

const mockClock = virtualClock();
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number, signal?: AbortSignal) => {
		signal?.throwIfAborted();
		await mockClock.sleep(milliseconds);
	},
}));
beforeAll(() => jest.spyOn(Date, 'now').mockImplementation(() => mockClock.now()));
afterAll(() => jest.restoreAllMocks());

const hubspot = (options: Partial<HubspotOptions> = {}) =>
	createHubspotFake({ accounts: 3, children: 2, now: mockClock.now, ...options });
const READ: INodeParameters = { resource: 'account', operation: 'getAll', runId: 'run-1' };
const columns = (table: { readonly columns: ReadonlyArray<{ readonly name: string }> }) =>
	table.columns.map(({ name }) => name);
const read = (fake: CustomerDataInput['fake'], more: Partial<CustomerDataInput> = {}) =>
	customerData({ fake, inputs: [[{}]], ...more, parameters: { ...READ, ...more.parameters } });
const words = (node: { readonly hints: ReadonlyArray<{ readonly message: string }> }) =>
	node.hints.map(({ message }) => message).join('\n');
const ids = (items: readonly IDataObject[] = []) => items.map(({ external_id: id }) => id);

describe('Get Accounts', () => {
	test('accounts, records and sync state leave by outputs of their own, linked to the item that started the run', async () => {
		const node = read(hubspot());
		const outputs = await node.run();
		const [accounts = [], records = [], problems = [], state = []] = jsons(outputs);
		expect(accounts.map(({ account_id: id }) => id)).toEqual([
			'hubspot:9000000001',
			'hubspot:9000000002',
			'hubspot:9000000003',
		]);
		expect(records).toHaveLength(6 + 6 + 6 + 3 + 6);
		expect(problems).toEqual([]);
		expect(state.map(({ object }) => object)).toEqual([
			...['accounts', 'contacts', 'deals', 'interactions', 'people', 'tickets'],
		]);
		expect(outputs.flat().every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
		expect(words(node)).toContain('Accounts read 3, contacts read 6');
		expect(words(node)).toMatch(/pages 6[\s\S]*Requests 8/);
	});

	test('items are rows of our tables; accounts carry what the write-back needs beside', async () => {
		const [[account = {}] = [], [record = {}] = [], , [state = {}] = []] = jsons(
			await read(hubspot(), { parameters: { options: { currency: 'usd' } } }).run(),
		);
		expect(Object.keys(account)).toEqual([...columns(accountTable), 'external_id', 'written_hash']);
		expect(Object.keys(accountSchema.properties)).toEqual(Object.keys(account));
		expect(Object.keys(record)).toEqual(columns(contactTable));
		expect(Object.keys(state)).toEqual(columns(syncState));
		expect(account).toMatchObject({ currency: 'USD', arr_minor: 1_200_000, source: 'hubspot' });
	});

	test('only table columns: nothing else', async () => {
		const [[account = {}] = []] = jsons(
			await read(hubspot(), { parameters: { options: { onlyTableColumns: true } } }).run(),
		);
		expect(Object.keys(account)).toEqual(columns(accountTable));
	});

	test('records as one item with a list, as the Records input of Health Score takes them', async () => {
		const [, records = []] = jsons(
			await read(hubspot(), { parameters: { options: { recordsAs: 'list' } } }).run(),
		);
		expect(records).toHaveLength(1);
		expect(records[0]?.records).toHaveLength(27);
	});

	test('what a system does not have is left out and said', async () => {
		const node = read(hubspot(), { parameters: { records: ['usage', 'invoices', 'contacts'] } });
		const [, , , state = []] = jsons(await node.run());
		expect(state.map(({ object }) => object)).toEqual(['accounts', 'contacts']);
		expect(words(node)).toContain('HubSpot has no usage, invoices to read: left out.');
	});

	test('the second day brings only what changed, with the watermark of the first', async () => {
		const fake = hubspot();
		const [accounts = [], , , state = []] = jsons(await read(fake).run());
		mockClock.pass(86_400_000);
		fake.change('9000000002', { name: 'New name' });
		mockClock.pass(60_000);
		const node = read(fake, { inputs: [[{}, ...state], accounts], parameters: { onlyChanged: true } });
		const [changed = [], records = []] = jsons(await node.run());
		expect(changed.map(({ name }) => name)).toEqual(['New name']);
		expect(records.filter((row) => 'contact_id' in row || 'ticket_id' in row)).toEqual([]);
	});

	test('in parts of the same run, every account comes once and the last part says it is the last', async () => {
		const fake = hubspot({ accounts: 250, children: 2 });
		const parameters = { records: ['contacts'], options: { accountsPerRun: 100 } };
		const seen: unknown[] = [];
		let state: IDataObject[] = [];
		let parts = 0;
		for (; parts < 10; parts++) {
			const node = read(fake, { inputs: [[{}, ...state]], parameters });
			const [accounts = [], , , next = []] = jsons(await node.run());
			seen.push(...ids(accounts));
			state = [...new Map([...state, ...next].map((row) => [row.object, row])).values()];
			if (next.every((row) => String(row.detail_json).includes('"done":true'))) break;
			expect(words(node)).toContain(
				parts < 2 ? 'Not read to the end: accounts, contacts.' : 'Not read to the end: contacts.',
			);
		}
		expect(parts).toBe(4);
		expect(new Set(seen).size).toBe(250);
		expect(seen).toHaveLength(250);
	});

	test('removed accounts come with deleted set, unless they are not wanted', async () => {
		const fake = hubspot();
		const [accounts = [], , , state = []] = jsons(await read(fake).run());
		mockClock.pass(600_000);
		fake.remove('9000000003');
		mockClock.pass(60_000);
		const again = async (includeRemoved: boolean) =>
			jsons(
				await read(fake, {
					inputs: [[{}, ...state], accounts],
					parameters: { onlyChanged: true, records: [], options: { includeRemoved } },
				}).run(),
			)[0];
		expect(await again(true)).toMatchObject([{ external_id: '9000000003', deleted: true }]);
		expect(await again(false)).toEqual([]);
	});

	test('no accounts at all is said and is no error', async () => {
		const node = read(hubspot({ accounts: 0, children: 0 }));
		const outputs = jsons(await node.run());
		expect(outputs.map(({ length }) => length)).toEqual([0, 3, 0, 6]);
		expect(words(node)).toContain('No accounts came.');
	});

	test('too fast, unavailable and a dropped connection are waited out, and the waits are said', async () => {
		const fake = hubspot();
		fake.plan({ fault: '429' });
		fake.plan({ fault: '503', after: 1 });
		fake.plan({ fault: 'drop-before', after: 2 });
		const node = read(fake);
		const [accounts = []] = jsons(await node.run());
		expect(accounts).toHaveLength(3);
		expect(words(node)).toMatch(/answers that said too fast 1, repeated requests 2, seconds waited [1-9]/);
	});

	test('the input stays as it was', async () => {
		const fake = hubspot();
		const [accounts = [], , , state = []] = jsons(await read(fake).run());
		const inputs = [[{}, ...state], accounts];
		const before = JSON.stringify(inputs);
		await read(fake, { inputs, parameters: { onlyChanged: true } }).run();
		expect(JSON.stringify(inputs)).toBe(before);
	});

	test('parameters are read once, whatever the number of items', async () => {
		const node = read(hubspot(), { inputs: [[{}, {}, {}, {}]] });
		await node.run();
		expect(
			Math.max(...[...new Set(node.reads)].map((name) => node.reads.filter((one) => one === name).length)),
		).toBe(2);
	});

	test('a cancelled execution ends at the next request or wait', async () => {
		const stop = new AbortController();
		const fake = hubspot();
		fake.plan({ fault: '503', times: 99 });
		const { handle } = fake;
		const watched = {
			...fake,
			handle: (request: Parameters<typeof handle>[0]) => {
				stop.abort(new Error('stopped by hand'));
				return handle(request);
			},
		};
		await expect(read(watched, { signal: stop.signal }).run()).rejects.toThrow('stopped by hand');
		expect(fake.log).toHaveLength(1);
	});
});

describe('what goes wrong in a read', () => {
	test('a wrong key: what to do, and nothing else is tried', async () => {
		const fake = hubspot();
		fake.plan({ fault: '401', times: 99 });
		const caught = await read(fake)
			.run()
			.catch((error: unknown) => error);
		expect(caught).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/HubSpot/),
			description: expect.stringMatching(/key|credential/i),
		});
		expect(fake.log).toHaveLength(1);
	});

	test('a missing scope names the scope; with Continue On Fail the other records come all the same', async () => {
		const parameters = { records: ['tickets', 'contacts'] };
		const missingScopes = ['tickets'];
		await expect(read(hubspot({ missingScopes }), { parameters }).run()).rejects.toMatchObject({
			message: expect.stringContaining('tickets'),
		});
		const outputs = await read(hubspot({ missingScopes }), { parameters, continueOnFail: true }).run();
		const [accounts = [], records = [], problems = [], state = []] = jsons(outputs);
		expect(accounts).toHaveLength(3);
		expect(records).toHaveLength(6);
		expect(problems).toMatchObject([
			{
				source: 'hubspot',
				object: 'tickets',
				error: expect.stringContaining('tickets'),
				remedy: expect.any(String),
			},
		]);
		// With it n8n would replace the fields by its message, and no expression could read the item.
		expect(outputs[2]?.[0]?.error).toBeUndefined();
		// The watermark of what was not read does not move.
		expect(state.find(({ object }) => object === 'tickets')?.watermark).toBeNull();
	});

	test('a credential that is missing is an error item with Continue On Fail', async () => {
		const node = read(hubspot(), {
			continueOnFail: true,
			credentials: { baseUrl: 'http://api.hubapi.com' },
		});
		expect(jsons(await node.run())[2]).toMatchObject([{ remedy: expect.stringContaining('https://') }]);
	});

	test('a property that was mapped and is gone is left out and said', async () => {
		const node = read(createSalesforceFake({ accounts: 2, now: mockClock.now }), {
			source: 'salesforce',
			headers: SALESFORCE_HEADERS,
			credentials: { oauthTokenData: { instance_url: 'https://acme.my.salesforce.com' } },
			parameters: { fields: { accounts: [{ field: 'plan', vendorField: 'No_Such__c' }] }, records: [] },
		});
		const [accounts = []] = jsons(await node.run());
		expect(accounts).toHaveLength(2);
		expect(words(node)).toMatch(/No_Such__c.*left out/);
	});
});

test('Pipedrive is read with the token in a header', async () => {
	const fake = createPipedriveFake({ accounts: 2, children: 1, now: mockClock.now });
	const node = read(fake, { source: 'pipedrive', headers: { 'x-api-token': PIPEDRIVE_TOKEN } });
	const [accounts = [], records = []] = jsons(await node.run());
	expect(accounts).toHaveLength(2);
	expect(records.length).toBeGreaterThan(0);
	expect(fake.log.every(({ query }) => query.api_token === undefined)).toBe(true);
});
