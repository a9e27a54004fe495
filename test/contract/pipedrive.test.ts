import fc from 'fast-check';

import { createCall } from '../../shared/connectors/engine/createCall';
import { ConnectorFault } from '../../shared/connectors/ConnectorFault';
import { effectMark, escapeHtml, readEffectMark } from '../../shared/connectors/pipedrive/effectMark';
import { pipedrive } from '../../shared/connectors/pipedrive/pipedrive';
import type {
	OpportunityEffect,
	RawRecord,
	ReadRequest,
	SourceObject,
	SourceSettings,
	TaskEffect,
} from '../../shared/connectors/Source';
import type { WireAnswer } from '../../shared/connectors/Wire';
import { createPipedriveFake, PIPEDRIVE_TOKEN, type PipedriveFakeOptions } from '../fakes/pipedrive';
import { fakeFieldKey } from '../fakes/pipedriveRecords';
import { sendTo } from '../fakes/sendTo';
import { virtualClock } from '../fakes/virtualClock';
import { contractSuite } from './contractSuite';

const settings: SourceSettings = {
	baseId: '',
	tables: {},
	fields: {
		accounts: { arr_minor: 'ARR', currency: 'ARR.currency', renewal_on: 'Renewal Date', plan: 'Plan' },
	},
	keyField: 'Account ID',
	results: {},
	currency: null,
	options: {},
};

function start(options: Partial<PipedriveFakeOptions> = {}, given: SourceSettings = settings) {
	const clock = virtualClock();
	const fake = createPipedriveFake({ accounts: 3, now: clock.now, ...options });
	const call = createCall({
		source: pipedrive,
		settings: given,
		send: sendTo(fake, { 'x-api-token': PIPEDRIVE_TOKEN }),
		clock,
		random: () => 0,
	});
	return { clock, fake, call };
}

const results = Object.fromEntries(
	Object.entries(pipedrive.scores?.fields ?? {}).map(([result, name]) => [result, fakeFieldKey(name)]),
);

contractSuite({
	source: pipedrive,
	// As `resolveSettings` leaves them.
	settings: {
		...settings,
		keyField: fakeFieldKey('Account ID'),
		fields: {
			accounts: {
				arr_minor: fakeFieldKey('ARR'),
				currency: `${fakeFieldKey('ARR')}.currency`,
				renewal_on: fakeFieldKey('Renewal Date'),
				plan: fakeFieldKey('Plan'),
			},
			deals: { effect_key: fakeFieldKey('CS Effect Key') },
		},
		results,
	},
	headers: { 'x-api-token': PIPEDRIVE_TOKEN },
	create: createPipedriveFake,
	capabilities: {
		lacks: {
			merge: 'the recent changes tell that an organization is gone, not into which it was merged',
			prepare: 'a field has no key before it is made, so the case below runs with names',
		},
		// Its fields, once before the first page.
		besides: { read: 1 },
		unknownField: fakeFieldKey('no such field'),
	},
});

const everything = (object: SourceObject, fields: readonly string[] = []): ReadRequest => ({
	object,
	window: null,
	removed: false,
	fields,
});

async function readAll(
	{ call }: ReturnType<typeof start>,
	request: ReadRequest,
	given: SourceSettings = settings,
): Promise<RawRecord[]> {
	const records: RawRecord[] = [];
	let cursor: string | null = null;
	do {
		const page = await pipedrive.readPage(call, given, request, cursor);
		records.push(...page.records);
		cursor = page.next;
	} while (cursor !== null);
	return records;
}

function shape(object: SourceObject, record: RawRecord, given: SourceSettings = settings) {
	const reader = pipedrive.readers[object];
	if (reader === undefined) throw new Error(`no reader of ${object}`);
	const mapping = { ...reader.fields, ...given.fields[object] };
	const mapped = Object.fromEntries(
		Object.entries(mapping).map(([name, field]) => [name, record.fields[field]]),
	);
	return reader.shape(record, mapped, given);
}

async function faultOf(promise: Promise<unknown>): Promise<ConnectorFault> {
	const error = await promise.then(
		() => new Error('nothing was refused'),
		(fault: unknown) => fault,
	);
	if (error instanceof ConnectorFault) return error;
	throw error;
}

const task: TaskEffect = {
	effectKey: 'cs:CUST_0001:risk]<b>:2026-11',
	accountId: 'CUST_0001',
	accountExternalId: '1',
	title: 'Call about falling usage',
	text: 'Usage <fell> by 40 %\nAsk why.',
	dueOn: '2026-11-27',
	priority: 'high',
	ownerExternalId: '902',
};
const opportunity: OpportunityEffect = {
	effectKey: 'cs:CUST_0001:renewal:2027',
	accountId: 'CUST_0001',
	accountExternalId: '1',
	name: 'Renewal 2027',
	kind: 'renewal',
	amountMinor: 123_450,
	currency: 'EUR',
	stage: null,
	closeOn: '2027-01-31',
	ownerExternalId: '902',
	externalId: null,
};
const faultFree = { headers: {}, body: null };

describe('what is read', () => {
	test('an organization becomes an account; its own revenue is not taken for ARR', async () => {
		const run = start();
		const wanted = ['Account ID', 'ARR', 'ARR.currency', 'Renewal Date', 'Plan', 'website'];
		const [first] = await readAll(run, everything('accounts', wanted));
		expect(first?.fields['Account ID']).toBe('CUST_0001');
		const [row] = shape('accounts', first!, settings);
		expect(row?.values).toMatchObject({
			name: 'Customer 1',
			domain: 'customer-1.example',
			csm_id: 'pipedrive:902',
			arr_minor: 1000.5,
			currency: 'EUR',
			plan: 'professional',
			renewal_on: '2026-12-21',
		});
		expect(row?.amounts).toBe('major');
		const untouched = shape('accounts', first!, { ...settings, fields: {} });
		expect(Object.values(untouched[0]!.values)).not.toContain(50_000_000);
	});

	test('more than 500 organizations come page by page, each once, the token never in the query', async () => {
		const run = start({ accounts: 1203 });
		const records = await readAll(run, everything('accounts'));
		expect(new Set(records.map(({ id }) => id)).size).toBe(1203);
		expect(run.fake.log).toHaveLength(3);
		expect(run.fake.log.every(({ query }) => query.limit === '500' && !('api_token' in query))).toBe(true);
	});

	test('a window asks for what changed in it, from inclusive, to exclusive', async () => {
		const run = start({ accounts: 5 });
		run.clock.pass(60_000);
		run.fake.change('2', { name: 'Renamed' });
		const window = { from: '2026-11-20T00:01:00.000Z', to: '2026-11-20T00:01:01.000Z' };
		const changed = await readAll(run, { ...everything('accounts'), window });
		expect(changed.map(({ id }) => id)).toEqual(['2']);
		expect(run.fake.log[0]?.query).toMatchObject({
			updated_since: '2026-11-20T00:01:00Z',
			updated_until: '2026-11-20T00:01:01Z',
		});
	});

	test('contacts, deals and meetings hang on their organization', async () => {
		const run = start({ accounts: 1, children: 3 });
		const contacts = await readAll(run, everything('contacts'));
		expect(shape('contacts', contacts[0]!)[0]).toMatchObject({
			accountExternalId: '1',
			values: {
				contact_id: 'pipedrive:1000001',
				email: 'person-1-1@customer.example',
				title: 'Head of Operations',
			},
		});
		const deals = await readAll(run, everything('deals'));
		const withPipelines = { ...settings, options: { renewalPipeline: 2 } };
		expect(deals.map((deal) => shape('deals', deal, withPipelines)[0]?.values)).toMatchObject([
			{
				kind: 'renewal',
				stage: 'Renewal due',
				status: 'open',
				close_on: '2027-01-31',
				probability: 0.8,
				amount_minor: 1200.5,
			},
			{ status: 'won', close_on: '2026-11-17' },
			{ status: 'lost', close_on: '2026-11-17' },
		]);
		expect(shape('deals', deals[0]!)[0]?.values.kind).toBeNull();
		const meetings = await readAll(run, everything('interactions'));
		expect(shape('interactions', meetings[0]!)[0]?.values).toMatchObject({
			kind: 'meeting',
			occurred_at: '2026-11-15T09:30:00Z',
			minutes: 75,
			attended: true,
			contact_id: 'pipedrive:1000001',
		});
		expect((await readAll(run, everything('tasks'))).flatMap((one) => shape('tasks', one))).toEqual([]);
	});

	test('users become people', async () => {
		const [first] = await readAll(start(), everything('people'));
		expect(shape('people', first!)[0]?.values).toMatchObject({
			person_id: 'pipedrive:901',
			email: 'dana@vendor.example',
			time_zone: 'Europe/Tallinn',
		});
	});

	test('deleted organizations come from the recent changes, a month back at most; deals by their status', async () => {
		const run = start({ accounts: 700, children: 1 });
		run.clock.pass(3_600_000);
		for (const id of ['3', '700']) run.fake.remove(id);
		run.fake.change('4', { name: 'Still here' });
		const window = { from: '2026-01-01T00:00:00.000Z', to: '2026-11-20T02:00:00.000Z' };
		const gone = await readAll(run, { ...everything('accounts'), window, removed: true });
		expect(gone.map(({ id, removed }) => [id, removed])).toEqual([
			['3', true],
			['700', true],
		]);
		expect(run.fake.log[0]?.query.since_timestamp).toBe('2026-10-21 02:00:00');
		const deals = await readAll(run, { ...everything('deals'), window, removed: true });
		expect(deals).toEqual([]);
		expect(run.fake.log.at(-1)?.query.status).toBe('deleted');
	});

	test('accounts that were not read are looked up a hundred at a time', async () => {
		const run = start({ accounts: 250 });
		const found = await pipedrive.lookUpAccounts!(run.call, settings, [
			...run.fake.accountIds(),
			'99999',
			'x',
		]);
		expect(found).toHaveLength(250);
		expect(run.fake.log).toHaveLength(3);
	});
});

describe('field names and keys', () => {
	test('names become the 40 digits of this company, over all pages of its fields', async () => {
		const run = start({ extraFields: 620 });
		const resolved = await pipedrive.resolveSettings!(run.call, settings, 'accounts');
		expect(resolved.keyField).toBe(fakeFieldKey('Account ID'));
		expect(resolved.results.score).toBe(fakeFieldKey('CS Health Score'));
		expect(resolved.fields.accounts?.currency).toBe(`${fakeFieldKey('ARR')}.currency`);
		expect(run.fake.log).toHaveLength(2);
		await pipedrive.resolveSettings!(run.call, resolved, 'accounts');
		expect(run.fake.log).toHaveLength(2);
		const [first] = await readAll(run, everything('accounts', [resolved.keyField]), resolved);
		expect(first?.fields[resolved.keyField]).toBe('CUST_0001');
		expect(run.fake.log.at(-1)?.query.custom_fields).toBe(resolved.keyField);
	});

	test('a mapped field that is gone is named, though Pipedrive itself says nothing; ours that are not made yet are no fault', async () => {
		const run = start({ prepared: false });
		for (const gone of ['Old Field', fakeFieldKey('Old Field'), `${fakeFieldKey('Old Field')}.currency`]) {
			expect(await faultOf(readAll(run, everything('accounts', ['ARR', gone])))).toMatchObject({
				faultClass: 'schema',
				field: gone,
			});
		}
		expect(await readAll(run, everything('accounts', ['ARR', 'CS Row Hash']))).toHaveLength(3);
	});

	test('all fields are listed with their keys, also beyond the first page', async () => {
		const fields = await pipedrive.listFields(start({ extraFields: 620 }).call, settings, 'accounts');
		expect(fields.length).toBeGreaterThan(620);
		expect(fields.find(({ label }) => label === 'Plan')).toMatchObject({
			id: fakeFieldKey('Plan'),
			writable: true,
			options: ['starter', 'professional', 'enterprise'],
		});
		expect(await pipedrive.listFields(start().call, settings, 'people')).toEqual([]);
	});
});

describe('what is written', () => {
	const row = {
		accountId: 'CUST_0002',
		externalId: '2',
		fields: { 'CS Health Score': 81.8, 'CS Health Band': 'good' },
	};

	test('a score goes into the custom fields of the organization', async () => {
		const run = start();
		const { results } = await pipedrive.resolveSettings!(run.call, settings, 'accounts');
		const fields = {
			[results.score!]: 81.8,
			[results.reasons!]: "=cmd|' /C calc'!A0",
			[results.trend!]: null,
		};
		const outcomes = await pipedrive.scores!.write(run.call, settings, [{ ...row, fields }]);
		expect(outcomes).toEqual([{ ok: true, externalId: '2', created: false }]);
		expect(run.fake.account('2')).toMatchObject({ 'CS Health Score': 81.8, 'CS Health Trend': null });
		expect(run.fake.log.at(-1)).toMatchObject({ method: 'PATCH', path: '/api/v2/organizations/2' });
	});

	test('field names that were not resolved are looked up', async () => {
		const run = start();
		await pipedrive.scores!.write(run.call, settings, [row]);
		expect(run.fake.account('2')).toMatchObject({ 'CS Health Score': 81.8, 'CS Health Band': 'good' });
	});

	test('an organization is found by its key; none, two, and no key field are told apart', async () => {
		const run = start();
		const resolved = await pipedrive.resolveSettings!(run.call, settings, 'accounts');
		const byKey = (accountId: string) => [{ ...row, accountId, externalId: null }];
		expect(await pipedrive.scores!.write(run.call, resolved, byKey('CUST_0003'))).toEqual([
			{ ok: true, externalId: '3', created: false },
		]);
		expect(await pipedrive.scores!.write(run.call, resolved, byKey('pipedrive:1'))).toMatchObject([
			{ externalId: '1' },
		]);
		expect(await pipedrive.scores!.write(run.call, resolved, byKey('NOBODY'))).toMatchObject([
			{
				ok: false,
				fault: { faultClass: 'poison', message: expect.stringContaining('no organization carries it') },
			},
		]);
		run.fake.change('1', { 'Account ID': 'CUST_0003' });
		expect(await pipedrive.scores!.write(run.call, resolved, byKey('CUST_0003'))).toMatchObject([
			{ ok: false, fault: { message: expect.stringContaining('1 and 3 both carry it') } },
		]);
		const keyless = { ...resolved, keyField: '' };
		expect(await pipedrive.scores!.write(run.call, keyless, byKey('CUST_0003'))).toMatchObject([
			{ ok: false, fault: { message: expect.stringContaining('no key field is chosen') } },
		]);
	});

	test('a deleted organization is a fault of the row, a missing field one of the batch', async () => {
		const run = start();
		run.fake.remove('2');
		expect(await pipedrive.scores!.write(run.call, settings, [row])).toMatchObject([
			{ ok: false, fault: { faultClass: 'not-found' } },
		]);
		const unprepared = start({ prepared: false });
		const fault = await faultOf(pipedrive.scores!.write(unprepared.call, settings, [row]));
		expect(fault).toMatchObject({ faultClass: 'schema', field: 'CS Health Score' });
		expect(fault.remedy).toContain('Prepare Base');
	});

	test('a value of the wrong type names the field', async () => {
		const run = start();
		const key = fakeFieldKey('CS Health Score');
		const fault = await faultOf(
			pipedrive.scores!.write(run.call, settings, [{ ...row, fields: { [key]: 'high' } }]),
		);
		expect(fault).toMatchObject({ faultClass: 'schema', field: key });
	});
});

describe('tasks', () => {
	test('an activity with owner_id, never user_id, which v2 does not know', async () => {
		const run = start();
		const outcome = await pipedrive.createTask!(run.call, settings, task);
		expect(outcome).toMatchObject({ state: 'confirmed', created: true });
		const sent = run.fake.log.find(({ method }) => method === 'POST');
		expect(sent?.body).toMatchObject({ type: 'task', owner_id: 902, org_id: 1, due_date: '2026-11-27' });
		expect(sent?.body).not.toHaveProperty('user_id');
		const refused = run.fake.handle({
			method: 'POST',
			path: '/api/v2/activities',
			query: {},
			headers: { 'x-api-token': PIPEDRIVE_TOKEN },
			body: { subject: 'x', user_id: 902 },
		});
		expect(refused).toMatchObject({ status: 400 });
	});

	test('any key comes back out of a note, whatever stands around it', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string(), (key, text) => {
				const note = `${escapeHtml(text.replaceAll('[cs-key', ''))}<br>${effectMark(key)}</p>`;
				expect(readEffectMark(note)).toBe(key);
				expect(effectMark(key)).toMatch(/^\[cs-key [\w.!~*'():%-]+\]$/);
			}),
		);
		expect([readEffectMark('[cs-key 100%]'), readEffectMark('no key'), readEffectMark(null)]).toEqual([
			'100%',
			null,
			null,
		]);
		expect(effectMark('a\ud800b')).toBe('[cs-key a%EF%BF%BDb]');
	});

	test('the same key makes one task, and comes back as a task of ours', async () => {
		const run = start({ accounts: 1, children: 2 });
		await pipedrive.createTask!(run.call, settings, task);
		const again = await pipedrive.createTask!(run.call, settings, task);
		expect(again).toMatchObject({ state: 'confirmed', created: false });
		expect(run.fake.tasks().size).toBe(1);
		const [id = ''] = run.fake.tasks().keys();
		run.fake.close(id);
		const rows = (await readAll(run, everything('tasks'))).flatMap((one) => shape('tasks', one));
		expect(rows.map(({ values }) => values)).toMatchObject([
			{
				effect_key: task.effectKey,
				status: 'done',
				external_id: id,
				owner_id: 'pipedrive:902',
				title: task.title,
			},
		]);
		const talks = (await readAll(run, everything('interactions'))).flatMap((one) =>
			shape('interactions', one),
		);
		expect(talks).toHaveLength(2);
	});

	test.each([
		['the answer was lost after it was made', 'drop-after', { state: 'confirmed', created: true }, 1],
		['the connection broke before', 'drop-before', { state: 'failed' }, 0],
	] as const)('%s', async (_what, fault, expected, made) => {
		const run = start();
		run.fake.plan({ fault, on: 'POST /api/v2/activities' });
		expect(await pipedrive.createTask!(run.call, settings, task)).toMatchObject(expected);
		expect(run.fake.tasks().size).toBe(made);
		await pipedrive.createTask!(run.call, settings, task);
		expect(run.fake.tasks().size).toBe(1);
	});

	test('an owner of another system is left out; an account of another system is refused', async () => {
		const run = start();
		await pipedrive.createTask!(run.call, settings, { ...task, ownerExternalId: '005xx000001' });
		expect([...run.fake.tasks().values()][0]).toMatchObject({ owner_id: 901 });
		const foreign = { ...task, effectKey: 'x', accountExternalId: '001xx000003' };
		expect(await pipedrive.createTask!(run.call, settings, foreign)).toMatchObject({
			state: 'failed',
			fault: { code: 'pipedrive-id' },
		});
	});

	test('when nobody can look after a lost answer, a person must', async () => {
		const run = start();
		run.fake.plan({ fault: 'drop-after', on: 'POST /api/v2/activities' });
		run.fake.plan({ fault: '503', on: 'GET /api/v2/activities', after: 1, times: 9 });
		expect(await pipedrive.createTask!(run.call, settings, task)).toMatchObject({ state: 'unknown' });
	});
});

describe('deals', () => {
	test('a deal is made once and then updated, its stage left to the people', async () => {
		const run = start();
		const resolved = await pipedrive.resolveSettings!(run.call, settings, 'deals');
		const made = await pipedrive.upsertOpportunity!(run.call, resolved, opportunity);
		expect(made).toMatchObject({ state: 'confirmed', created: true });
		const [[id, deal] = []] = run.fake.opportunities();
		expect(deal).toMatchObject({
			title: 'Renewal 2027',
			value: 1234.5,
			currency: 'EUR',
			owner_id: 902,
			org_id: 1,
		});
		const changed = { ...opportunity, amountMinor: 200_000, stage: 'Proposal' };
		expect(await pipedrive.upsertOpportunity!(run.call, resolved, changed)).toEqual({
			state: 'confirmed',
			externalId: id,
			created: false,
		});
		expect(run.fake.opportunities().get(id!)).toMatchObject({ value: 2000, stage_id: 11 });
		const [read] = await readAll(run, everything('deals', ['CS Effect Key']), resolved);
		expect(shape('deals', read!, resolved)[0]?.values).toMatchObject({ effect_key: opportunity.effectKey });
	});

	test('stage by name in the pipeline for this kind; an unknown one names what there is', async () => {
		const run = start({}, { ...settings, options: { renewalPipeline: 2 } });
		const given = { ...settings, options: { renewalPipeline: 2 } };
		const resolved = await pipedrive.resolveSettings!(run.call, given, 'deals');
		await pipedrive.upsertOpportunity!(run.call, resolved, { ...opportunity, stage: 'Renewal due' });
		expect([...run.fake.opportunities().values()][0]).toMatchObject({ pipeline_id: 2, stage_id: 21 });
		const unknown = { ...opportunity, effectKey: 'other', stage: 'Proposal' };
		expect(await pipedrive.upsertOpportunity!(run.call, resolved, unknown)).toMatchObject({
			state: 'failed',
			fault: { remedy: 'Choose one of: Renewal due.' },
		});
	});

	test('a deal that is gone is not made anew under its old id', async () => {
		const run = start();
		const outcome = pipedrive.upsertOpportunity!(run.call, settings, { ...opportunity, externalId: '77' });
		expect(await outcome).toMatchObject({ state: 'failed', fault: { faultClass: 'not-found' } });
		expect(run.fake.opportunities().size).toBe(0);
	});

	test('without the key field no deal is made', async () => {
		const run = start({ prepared: false });
		const resolved = await pipedrive.resolveSettings!(run.call, settings, 'deals');
		expect(await pipedrive.upsertOpportunity!(run.call, resolved, opportunity)).toMatchObject({
			state: 'failed',
			fault: { code: 'pipedrive-field-missing', remedy: expect.stringContaining('Prepare Base') },
		});
		expect(run.fake.log.every(({ method }) => method === 'GET')).toBe(true);
	});
});

describe('prepare base', () => {
	test('shows what is missing, creates it once, and then all is there', async () => {
		const run = start({ prepared: false });
		const steps = await pipedrive.planBase(run.call, settings);
		expect(steps.map(({ exists }) => exists)).toEqual(steps.map(() => false));
		for (const step of [...steps, ...steps]) await pipedrive.createStep(run.call, settings, step);
		const after = await pipedrive.planBase(run.call, settings);
		expect(after.every(({ exists }) => exists)).toBe(true);
		const created = run.fake.log.filter(({ method }) => method === 'POST');
		expect(created).toHaveLength(steps.length);
		const row = {
			accountId: 'a',
			externalId: '1',
			fields: { 'CS Health Score': 50.5, 'CS Reasons': 'fewer logins' },
		};
		await pipedrive.scores!.write(run.call, settings, [row]);
		expect(run.fake.account('1')).toMatchObject({ 'CS Health Score': 50.5 });
	});

	test('a key that is gone cannot be created again', async () => {
		const run = start();
		const key = 'f'.repeat(40);
		const given = { ...settings, results: { score: key, trend: '' } };
		const steps = await pipedrive.planBase(run.call, given);
		const step = steps.find(({ name }) => name === key)!;
		expect(step).toMatchObject({ exists: false, creatable: false });
		expect(steps.some(({ name }) => name === '')).toBe(false);
		expect(await faultOf(pipedrive.createStep(run.call, given, step))).toMatchObject({
			faultClass: 'schema',
			field: key,
		});
	});
});

describe('limits and refusals', () => {
	test('the smallest plan is paced so that Pipedrive never says too fast', async () => {
		const run = start({ accounts: 60 });
		for (const id of run.fake.accountIds()) {
			await pipedrive.scores!.write(run.call, settings, [
				{ accountId: id, externalId: id, fields: { [fakeFieldKey('CS Health Score')]: 50 } },
			]);
		}
		expect(run.fake.throttled()).toBe(0);
		expect(run.clock.now() - Date.UTC(2026, 10, 20)).toBeGreaterThan(4_000);
	});

	test('a fifth of the day’s tokens stays for others', async () => {
		const run = start({ dailyTokens: 100 });
		const fault = await faultOf(
			(async () => {
				for (;;) await pipedrive.readPage(run.call, settings, everything('accounts'), null);
			})(),
		);
		expect(fault.faultClass).toBe('daily-quota');
		expect(run.fake.log.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
	});

	test('the plan sets the limits; the tokens of the day are told by the answers', () => {
		const limitsOf = (options: SourceSettings['options']) =>
			Object.fromEntries(
				pipedrive.limits({ ...settings, options }).map(({ bucket, requests }) => [bucket, requests]),
			);
		expect(limitsOf({})).toEqual({ burst: 20, search: 10 });
		expect(limitsOf({ plan: 'Ultimate' })).toEqual({ burst: 120, search: 10 });
		expect(limitsOf({ plan: 'no such plan' })).toEqual({ burst: 20, search: 10 });
	});

	test.each([
		[401, { error: 'unauthorized access' }, {}, 'auth', 'API token'],
		[402, { error: 'company not open' }, {}, 'auth', 'not open'],
		[403, { error: 'Scope and URL mismatch' }, {}, 'auth', 'Permission sets'],
		[403, '<html>Attention Required! | Cloudflare</html>', {}, 'throttle', 'blocks this token'],
		[
			403,
			{ error: 'Open deals limit reached.', code: 'feature_capping_deals_limit' },
			{},
			'poison',
			'larger plan',
		],
		[404, { error: 'Entity was not found' }, {}, 'not-found', 'deleted or merged'],
		[429, { error: 'request over limit' }, { 'x-ratelimit-reset': '1' }, 'throttle', 'waits by itself'],
		[429, {}, { 'x-daily-ratelimit-token-remaining': '0', 'retry-after': '30' }, 'daily-quota', 'midnight'],
		[400, { error: 'Invalid cursor' }, {}, 'cursor', 'again'],
		[400, { error: 'Validation failed', field_code: 'a'.repeat(40) }, {}, 'schema', 'mapping'],
		[400, { error: 'Name is too long' }, {}, 'poison', 'Correct the value'],
		[500, { error: 'Internal error' }, {}, 'transient', 'tries again'],
		[502, '<html>Bad gateway</html>', {}, 'transient', 'tries again'],
		[405, { error: 'Method not allowed' }, {}, 'request', 'report'],
	])('%i %j with %j means %s', (status, body, headers, faultClass, remedy) => {
		const answer: WireAnswer = { status, headers: headers as Record<string, string>, body };
		const fault = pipedrive.classify(answer, { method: 'GET', path: '/api/v2/deals', idempotent: true });
		expect(fault.faultClass).toBe(faultClass);
		expect(fault.remedy).toContain(remedy);
		expect(fault.message).toContain('GET /api/v2/deals');
	});

	test('waits as long as the window lasts, and quotes no e-mail address', () => {
		const request = { method: 'GET', path: '/x', idempotent: true } as const;
		expect(
			pipedrive.classify({ ...faultFree, status: 429, headers: { 'x-ratelimit-reset': '2' } }, request)
				.waitMs,
		).toBe(2000);
		expect(pipedrive.classify({ ...faultFree, status: 429 }, request).waitMs).toBe(2000);
		const quoted = { error: 'Email jo.doe@customer.example is invalid' };
		expect(pipedrive.classify({ ...faultFree, status: 400, body: quoted }, request).message).not.toContain(
			'customer.example',
		);
	});

	test('a page that is not JSON is no empty list', async () => {
		const run = start();
		run.fake.plan({ fault: 'malformed-json' });
		expect(await readAll(run, everything('accounts'))).toHaveLength(3);
		const half = async () => await Promise.resolve({ status: 200, headers: {}, body: { success: true } });
		expect((await faultOf(pipedrive.readPage(half, settings, everything('accounts'), null))).faultClass).toBe(
			'transient',
		);
	});
});
