import type { INodeParameters } from 'n8n-workflow';

import { createPipedriveFake, PIPEDRIVE_TOKEN } from '../fakes/pipedrive';
import { virtualClock } from '../fakes/virtualClock';
import { customerData, jsons } from '../support/customerData';

const mockClock = virtualClock();
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => await mockClock.sleep(milliseconds),
}));
beforeAll(() => jest.spyOn(Date, 'now').mockImplementation(() => mockClock.now()));
afterAll(() => jest.restoreAllMocks());

// Pipedrive's own fields have 40 hex digits for a key; a person knows their names.

const ORGANIZATION_FIELDS = '/api/v2/organizationFields';
const make = (prepared = true) =>
	createPipedriveFake({ accounts: 2, children: 1, prepared, now: mockClock.now });
type PipedriveFake = ReturnType<typeof make>;

async function run(fake: PipedriveFake, parameters: INodeParameters, items: object[] = [{}]) {
	const asked = fake.log.length;
	const outputs = jsons(
		await customerData({
			...{ fake, source: 'pipedrive', headers: { 'x-api-token': PIPEDRIVE_TOKEN } },
			inputs: [items as never, null],
			parameters: { keyField: { mode: 'name', value: 'Account ID' }, ...parameters },
		}).run(),
	);
	const paths = fake.log.slice(asked).map(({ path }) => path);
	return { outputs, fieldLists: paths.filter((path) => path.endsWith('Fields')) };
}

const OPERATIONS: ReadonlyArray<readonly [string, INodeParameters, object]> = [
	[
		'get accounts with every kind of record',
		{
			...{ resource: 'account', operation: 'getAll', runId: 'run-1' },
			records: ['contacts', 'deals', 'interactions', 'people', 'tasks'],
		},
		{},
	],
	[
		'write scores',
		{ resource: 'account', operation: 'writeScores' },
		{ account_id: 'CUST_0001', score: 'health', value: 50, band: 'fair', as_of_on: '2026-11-20' },
	],
	[
		'create a task',
		{ resource: 'task', operation: 'create' },
		{
			...{ account_id: 'CUST_0001', effect_key: 'k', title: 'Call', text: '', due_on: '2026-11-25' },
			priority: 'low',
		},
	],
	[
		'create or update an opportunity',
		{ resource: 'opportunity', operation: 'upsert' },
		{
			...{ account_id: 'CUST_0001', effect_key: 'k', name: 'Renewal', kind: 'renewal' },
			...{ amount_minor: 100, currency: 'EUR', close_on: '2027-01-31' },
		},
	],
];

test.each(OPERATIONS)(
	'%s: each list of fields is asked for once, and what goes by name is found',
	async (...row) => {
		const [, parameters, item] = row;
		const { outputs, fieldLists } = await run(make(), parameters, [item]);
		expect(fieldLists.filter((path) => path === ORGANIZATION_FIELDS)).toHaveLength(1);
		expect(new Set(fieldLists).size).toBe(fieldLists.length);
		const [first = {}] = outputs[0] ?? [];
		expect(first).toMatchObject(
			parameters.operation === 'getAll'
				? { account_id: 'CUST_0001' }
				: { status: parameters.operation === 'writeScores' ? 'written' : 'confirmed' },
		);
		expect(outputs[1]?.filter(({ message }) => message !== undefined)).toEqual([]);
	},
);

test('prepare base makes fields by their names', async () => {
	const fake = make(false);
	const { outputs } = await run(fake, { resource: 'setup', operation: 'prepare', apply: true });
	expect(outputs[0]?.filter(({ status }) => status === 'failed')).toEqual([]);
	expect(outputs[0]?.map(({ name }) => name)).toContain('CS Health Score');
	const again = await run(fake, { resource: 'setup', operation: 'prepare' });
	expect(again.outputs[0]?.filter(({ status }) => status === 'missing')).toEqual([]);
});
