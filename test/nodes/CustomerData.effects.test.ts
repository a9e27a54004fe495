import type { IDataObject, INodeParameters } from 'n8n-workflow';

import taskSchema from '../../nodes/CustomerData/__schema__/v1.0.0/task/create.json';
import type { SeededFake } from '../fakes/Fake';
import { createHubspotFake } from '../fakes/hubspot';
import { createSalesforceFake, SALESFORCE_HEADERS } from '../fakes/salesforce';
import { createPipedriveFake, PIPEDRIVE_TOKEN } from '../fakes/pipedrive';
import { createStripeFake, STRIPE_KEY } from '../fakes/stripe';
import { virtualClock } from '../fakes/virtualClock';
import { customerData, jsons, type CustomerDataInput } from '../support/customerData';

const mockClock = virtualClock();
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => await mockClock.sleep(milliseconds),
}));
beforeAll(() => jest.spyOn(Date, 'now').mockImplementation(() => mockClock.now()));
afterAll(() => jest.restoreAllMocks());

const ACCOUNT = 'hubspot:9000000001';
const hubspot = () => createHubspotFake({ accounts: 2, now: mockClock.now });
const TASK: INodeParameters = { resource: 'task', operation: 'create' };
const OPPORTUNITY: INodeParameters = { resource: 'opportunity', operation: 'upsert' };
const node = (
	fake: SeededFake,
	items: IDataObject[],
	parameters: INodeParameters,
	more: Partial<CustomerDataInput> = {},
) => customerData({ fake, inputs: [items, null], ...more, parameters });
const words = (run: { readonly hints: ReadonlyArray<{ readonly message: string }> }) =>
	run.hints.map(({ message }) => message).join('\n');

const outboxRow = (key: string, more: IDataObject = {}): IDataObject => ({
	effect_key: key,
	kind: 'task',
	account_id: ACCOUNT,
	target: 'cara',
	payload_json: JSON.stringify({
		title: 'Call Acme',
		text: 'Usage fell.',
		due_on: '2026-11-25',
		priority: 'high',
	}),
	status: 'claimed',
	claimed_by: 'run-1',
	attempts: 1,
	first_at: '2026-11-20T00:00:00.000Z',
	error: null,
	rev: 2,
	...more,
});

describe('Create Task', () => {
	test('an outbox row becomes a task, and the result holds the columns to update', async () => {
		const fake = hubspot();
		const run = node(fake, [outboxRow('cs:a:1')], TASK);
		const outputs = await run.run();
		const [[result = {}] = [], problems = []] = jsons(outputs);
		expect(problems).toEqual([]);
		expect(result).toMatchObject({
			...{ effect_key: 'cs:a:1', status: 'confirmed', created: true, attempts: 2, error: null, kind: 'task' },
			external_id: expect.any(String),
			last_at: new Date(mockClock.now()).toISOString(),
		});
		expect(Object.keys(result).sort()).toEqual(Object.keys(taskSchema.properties).sort());
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		expect(fake.tasks().size).toBe(1);
		expect(words(run)).toContain('Read 1, created 1');
	});

	test('the same key never makes a second task, in one run or in the next', async () => {
		const fake = hubspot();
		const first = await node(fake, [outboxRow('cs:a:1'), outboxRow('cs:a:1')], TASK).run();
		const [results = []] = jsons(first);
		expect(results.map(({ status, created }) => [status, created])).toEqual([
			['confirmed', true],
			['confirmed', false],
		]);
		mockClock.pass(60_000);
		const [again = []] = jsons(await node(fake, [outboxRow('cs:a:1')], TASK).run());
		expect(again).toMatchObject([
			{ status: 'confirmed', created: false, external_id: results[0]?.external_id },
		]);
		expect(fake.tasks().size).toBe(1);
	});

	test('a plain item does too', async () => {
		const fake = hubspot();
		const item = {
			account_id: ACCOUNT,
			title: 'Call',
			text: '',
			due_on: '2026-11-25',
			priority: 'low',
			effect_key: 'k',
		};
		const [results = []] = jsons(await node(fake, [item], TASK).run());
		expect(results).toMatchObject([{ status: 'confirmed' }]);
	});

	test('rows of other kinds in the outbox are passed over and counted', async () => {
		const fake = hubspot();
		const run = node(fake, [outboxRow('m', { kind: 'message' }), outboxRow('t')], TASK);
		const outputs = await run.run();
		expect(jsons(outputs)[0]).toMatchObject([{ effect_key: 't' }]);
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 1 });
		expect(words(run)).toContain('of another kind 1');
	});

	test('one bad row is a dead letter with its reason; the others are made', async () => {
		const fake = hubspot();
		const rows = [outboxRow('bad', { account_id: null }), outboxRow('good')];
		const outputs = await node(fake, rows, TASK).run();
		const [results = [], problems = []] = jsons(outputs);
		expect(results.map(({ effect_key: key, status }) => [key, status])).toEqual([
			['bad', 'failed'],
			['good', 'confirmed'],
		]);
		expect(problems).toMatchObject([{ external_id: 'bad', message: expect.stringContaining('account') }]);
		expect(outputs[1]?.[0]?.pairedItem).toEqual({ item: 0 });
	});

	test('a refused login ends the run with what to do; nothing was made', async () => {
		const fake = hubspot();
		fake.plan({ fault: '401', times: 99 });
		await expect(node(fake, [outboxRow('k')], TASK).run()).rejects.toMatchObject({
			name: 'NodeOperationError',
			description: expect.stringMatching(/key|credential/i),
		});
		const fail = hubspot();
		fail.plan({ fault: '401', times: 99 });
		const [results = [], problems = []] = jsons(
			await node(fail, [outboxRow('k')], TASK, { continueOnFail: true }).run(),
		);
		expect(results).toMatchObject([{ status: 'planned', attempts: 1 }]);
		expect(problems).toMatchObject([{ object: 'task', error: expect.any(String) }]);
	});

	test('a refused login after the first: what was made reaches the outbox', async () => {
		const alone = hubspot();
		await node(alone, [outboxRow('a')], TASK).run();
		const fake = hubspot();
		fake.plan({ fault: '401', after: alone.log.length, times: 99 });
		const run = node(fake, [outboxRow('a'), outboxRow('b')], TASK);
		const [results = []] = jsons(await run.run());
		expect(results[0]).toMatchObject({ effect_key: 'a', status: 'confirmed' });
		expect(results[1]).toMatchObject({ effect_key: 'b', status: 'planned' });
		expect(words(run)).toContain('Stopped before the end');
	});
});

describe('Create or Update Opportunity', () => {
	const opportunity = (more: IDataObject = {}): IDataObject => ({
		...{ effect_key: 'opp:1', account_id: ACCOUNT, name: 'Renewal 2027', kind: 'renewal' },
		...{ amount_minor: 1_200_000, currency: 'USD', close_on: '2026-12-19' },
		...more,
	});

	test('is made once and updated afterwards', async () => {
		const fake = hubspot();
		const before = fake.opportunities().size;
		const [[first = {}] = []] = jsons(await node(fake, [opportunity()], OPPORTUNITY).run());
		expect(first).toMatchObject({ status: 'confirmed', created: true, kind: 'opportunity' });
		mockClock.pass(60_000);
		const [[second = {}] = []] = jsons(
			await node(fake, [opportunity({ amount_minor: 1_500_000 })], OPPORTUNITY).run(),
		);
		expect(second).toMatchObject({ status: 'confirmed', created: false, external_id: first.external_id });
		expect(fake.opportunities().size).toBe(before + 1);
		expect(fake.opportunities().get(String(first.external_id))).toMatchObject({ amount: '15000' });
	});

	test('an answer that was lost is repaired by the key, or is said to be unknown', async () => {
		const fake = createSalesforceFake({ accounts: 1, now: mockClock.now });
		fake.plan({ fault: 'drop-after', on: '/Opportunity' });
		const run = node(fake, [opportunity({ account_id: `salesforce:${fake.accountIds()[0]}` })], OPPORTUNITY, {
			source: 'salesforce',
			headers: SALESFORCE_HEADERS,
			credentials: { oauthTokenData: { instance_url: 'https://acme.my.salesforce.com' } },
		});
		const [[result = {}] = []] = jsons(await run.run());
		expect(['confirmed', 'unknown']).toContain(result.status);
		expect(fake.opportunities().size).toBeLessThanOrEqual(1);
		if (result.status === 'unknown') expect(words(run)).toContain('may or may not be there');
	});
});

describe('Write Scores to a CRM', () => {
	const score = (accountId: string): IDataObject => ({
		...{
			score: 'health',
			account_id: accountId,
			as_of_on: '2026-11-20',
			value: 72,
			band: 'good',
			coverage: 0.6,
		},
		...{ confidence: 'medium', trend: 'stable', reason: 'Steady.' },
	});

	test('HubSpot: a company that is refused does not stop the others of its batch', async () => {
		const fake = hubspot();
		const scores = [score(ACCOUNT), score('hubspot:1'), score('hubspot:9000000002')];
		const run = node(fake, scores, { resource: 'account', operation: 'writeScores' });
		const outputs = await run.run();
		const [results = [], problems = []] = jsons(outputs);
		const byId = Object.fromEntries(results.map((row) => [row.account_id, row.status]));
		expect(byId).toEqual({ [ACCOUNT]: 'written', 'hubspot:1': 'failed', 'hubspot:9000000002': 'written' });
		expect(problems).toHaveLength(1);
		expect(outputs[1]?.[0]?.pairedItem).toEqual({ item: 1 });
		expect(fake.account('9000000002')).toMatchObject({ cs_health_score: '72', cs_health_band: 'good' });
	});

	test('a result can go to another property, or nowhere', async () => {
		const fake = hubspot();
		const results = { result: [{ result: 'reasons', vendorField: '-' }] };
		await node(fake, [score(ACCOUNT)], { resource: 'account', operation: 'writeScores', results }).run();
		expect(fake.account('9000000001')).not.toHaveProperty('cs_reasons', 'Steady.');
		expect(fake.account('9000000001')).toMatchObject({ cs_health_score: '72' });
	});

	test('Pipedrive: fields are found by their name, written one by one, and not again when nothing changed', async () => {
		const fake = createPipedriveFake({ accounts: 2, now: mockClock.now });
		const more = { source: 'pipedrive', headers: { 'x-api-token': PIPEDRIVE_TOKEN } } as const;
		const [accounts = []] = jsons(
			await node(fake, [{}], { resource: 'account', operation: 'getAll', records: [] }, more).run(),
		);
		const scores = accounts.map(({ account_id: id }) => score(String(id)));
		const write = async (given: readonly IDataObject[]) =>
			jsons(
				await node(
					fake,
					scores,
					{ resource: 'account', operation: 'writeScores' },
					{ ...more, inputs: [scores, given] },
				).run(),
			)[0];
		const before = fake.log.length;
		expect(await write(accounts)).toMatchObject([{ status: 'written' }, { status: 'written' }]);
		// The list of fields costs tokens, so it is asked for once and not with every account.
		expect(fake.log.slice(before).filter(({ path }) => /fields$/i.test(path))).toHaveLength(1);
		expect(JSON.stringify(fake.account(String(accounts[0]?.external_id)))).toContain('72');
		mockClock.pass(60_000);
		const [again = []] = jsons(
			await node(fake, [{}], { resource: 'account', operation: 'getAll', records: [] }, more).run(),
		);
		expect(await write(again)).toMatchObject([{ status: 'unchanged' }, { status: 'unchanged' }]);
	});

	test('Stripe is read-only until that is switched off', async () => {
		const fake = createStripeFake({ accounts: 1, now: mockClock.now });
		const more = { source: 'stripe', headers: { authorization: `Bearer ${STRIPE_KEY}` } } as const;
		const [id = ''] = fake.accountIds();
		const write = async (sourceOptions: IDataObject) =>
			jsons(
				await node(
					fake,
					[score(`stripe:${id}`)],
					{ resource: 'account', operation: 'writeScores', sourceOptions } as INodeParameters,
					{ ...more, continueOnFail: true },
				).run(),
			);
		expect(JSON.stringify(await write({}))).toMatch(/read.?only/i);
		expect((await write({ writeMetadata: true }))[0]).toMatchObject([{ status: 'written' }]);
	});
});
