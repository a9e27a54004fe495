import type { IDataObject, ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';

import { CustomerData } from '../../nodes/CustomerData/CustomerData.node';
import {
	AIRTABLE_BASE_ID,
	AIRTABLE_TOKEN,
	createAirtableFake,
	type AirtableOptions,
} from '../fakes/airtable';
import type { SeededFake } from '../fakes/Fake';
import { createHubspotFake } from '../fakes/hubspot';
import { virtualClock } from '../fakes/virtualClock';
import { customerData } from '../support/customerData';

const mockClock = virtualClock();
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => await mockClock.sleep(milliseconds),
}));
beforeAll(() => jest.spyOn(Date, 'now').mockImplementation(() => mockClock.now()));
afterAll(() => jest.restoreAllMocks());
beforeEach(() => mockClock.pass(60_000));

const { loadOptions, listSearch } = new CustomerData().methods;
const airtable = (options: Partial<AirtableOptions> = {}) =>
	createAirtableFake({ accounts: 1, now: mockClock.now, ...options });
const BASE = { source: 'airtable', base: { __rl: true, mode: 'list', value: AIRTABLE_BASE_ID } };

/** The context of a list in the panel: parameters as they stand there, nothing else. */
function panel(fake: SeededFake | null, parameters: INodeParameters): ILoadOptionsFunctions {
	const source = (parameters.source ?? 'hubspot') as 'airtable' | 'hubspot';
	const headers = { authorization: source === 'airtable' ? AIRTABLE_TOKEN : 'Bearer test' };
	const { context } = customerData({ source, fake, headers, inputs: [] });
	const members = context as unknown as Record<string, unknown>;
	return {
		getNode: members.getNode,
		getCurrentNodeParameter: (name: string) =>
			name.split('.').reduce<unknown>((value, key) => (value as IDataObject | undefined)?.[key], parameters),
		...(fake === null ? {} : { getCredentials: members.getCredentials, helpers: members.helpers }),
	} as unknown as ILoadOptionsFunctions;
}
const load = async (method: string, fake: SeededFake | null, parameters: INodeParameters) =>
	(await loadOptions[method]?.call(panel(fake, parameters))) ?? [];
const search = async (method: string, fake: SeededFake, parameters: INodeParameters, filter?: string) =>
	(await listSearch[method]?.call(panel(fake, parameters), filter))?.results ?? [];

test('bases come with all pages and can be searched', async () => {
	const otherBases = Array.from({ length: 24 }, (_, n) => `Base ${n}`);
	const fake = airtable({ otherBases });
	const all = await search('searchBases', fake, { source: 'airtable' });
	expect(all.length).toBe(25);
	mockClock.pass(60_000);
	expect(await search('searchBases', fake, { source: 'airtable' }, 'base 23')).toHaveLength(1);
});

test('tables of the chosen base; none before a base is chosen', async () => {
	expect((await search('searchTables', airtable(), BASE)).map(({ name }) => name)).toContain('Accounts');
	expect(await search('searchTables', airtable(), { source: 'airtable' })).toEqual([]);
	expect((await load('listTables', airtable(), BASE)).map(({ name }) => name)).toContain('Tickets');
});

test('fields of the system come by ID, with a way to leave one out, and are asked for once', async () => {
	const fake = airtable();
	const context = panel(fake, BASE);
	const list = async () => (await loadOptions.their_accounts?.call(context)) ?? [];
	const [first = []] = await Promise.all([list(), list(), list()]);
	expect(first[0]).toMatchObject({ name: '(Do Not Read)', value: '-' });
	expect(first).toContainEqual(
		expect.objectContaining({ name: expect.stringMatching(/^ARR \(fld/), description: 'number' }),
	);
	expect(fake.log).toHaveLength(1);
	mockClock.pass(11_000);
	fake.base.addColumn(fake.base.tables[0] as never, 'Brand New', 'singleLineText');
	expect((await list()).some(({ name }) => name.startsWith('Brand New'))).toBe(true);
});

test('only fields that take a value are offered for results', async () => {
	const targets = await load('resultTargets', airtable(), BASE);
	expect(targets[0]?.name).toBe('(Do Not Write)');
	expect(targets.some(({ name }) => name.startsWith('Health Score'))).toBe(true);
	expect(targets.some(({ name }) => name.startsWith('Last Modified'))).toBe(false);
});

test('all properties of a large HubSpot portal, page by page', async () => {
	const fake = createHubspotFake({ accounts: 1, now: mockClock.now, propertyPage: 5 });
	const fields = await load('their_accounts', fake, { source: 'hubspot' });
	expect(fields.length).toBeGreaterThan(11);
	expect(fields.map(({ value }) => value)).toContain('domain');
});

test('the key field can be searched', async () => {
	expect(await search('searchKeyFields', airtable(), BASE, 'account id')).toMatchObject([
		{ name: expect.stringMatching(/^Account ID \(fld/) },
	]);
});

test('our fields say what they are read from now; no login is needed', async () => {
	const fields = await load('our_accounts', null, { source: 'airtable' });
	expect(fields).toContainEqual({ name: 'ARR (now: ARR)', value: 'arr_minor' });
	expect(fields).toContainEqual({ name: 'Company Size (now: not read)', value: 'company_size' });
	expect(fields.some(({ value }) => value === 'row_hash')).toBe(false);
	expect((await load('our_deals', null, {})).map(({ value }) => value)).toContain('close_on');
	expect(
		(await load('itemFields', null, { itemObject: 'subscriptions' })).map(({ value }) => value),
	).toContain('notice_days');
});

test('what went wrong is shown in the list with the remedy', async () => {
	const fake = airtable();
	fake.plan({ fault: '401', times: 9 });
	await expect(search('searchBases', fake, { source: 'airtable' })).rejects.toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringMatching(/401.*Create a token/),
	});
});

test('a list does not wait half a minute for a penalty', async () => {
	const fake = airtable();
	fake.plan({ fault: '429', times: 9 });
	const before = mockClock.now();
	await expect(search('searchBases', fake, { source: 'airtable' })).rejects.toMatchObject({
		name: 'NodeOperationError',
	});
	expect(mockClock.now() - before).toBeLessThan(5_000);
});

test('every list that a parameter names exists', () => {
	const text = JSON.stringify(new CustomerData().description.properties);
	const named = [...text.matchAll(/"(?:loadOptionsMethod|searchListMethod)":"(\w+)"/g)].map(
		([, name]) => name ?? '',
	);
	expect(named.length).toBeGreaterThan(25);
	for (const name of named)
		expect({ name, there: name in loadOptions || name in listSearch }).toEqual({ name, there: true });
});
