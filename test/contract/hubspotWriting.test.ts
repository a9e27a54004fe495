import { ConnectorFault } from '../../shared/connectors/ConnectorFault';
import { hubspot } from '../../shared/connectors/hubspot/hubspot';
import { toProperties } from '../../shared/connectors/hubspot/toProperties';
import type {
	BaseStep,
	OpportunityEffect,
	ScoreWrite,
	TaskEffect,
	WriteOutcome,
} from '../../shared/connectors/Source';
import { hubspotRig, hubspotSettings, readRecords, shape, type HubspotRig } from './hubspotRig';

const write = async (on: HubspotRig, rows: readonly ScoreWrite[]): Promise<readonly WriteOutcome[]> =>
	(await hubspot.scores?.write(on.call, on.settings, rows)) ?? [];
const row = (
	accountId: string,
	externalId: string | null,
	fields: ScoreWrite['fields'] = { cs_health_score: 81.5 },
) => ({
	accountId,
	externalId,
	fields,
});
const faultOf = (outcome: WriteOutcome | undefined): ConnectorFault | null =>
	outcome?.ok === false ? outcome.fault : null;

describe('writing scores to companies', () => {
	test('known ids by batch update, unknown ones by batch upsert on the key property', async () => {
		const on = hubspotRig({ accounts: 3 }, { options: { create_companies: true } });
		const [first = ''] = on.fake.accountIds();
		const outcomes = await write(on, [
			row('CUST_0001', first),
			row('CUST_0002', null),
			row('CUST_9999', null),
		]);
		expect(outcomes.map((one) => one.ok && [one.externalId, one.created])).toEqual([
			[first, false],
			[on.fake.accountIds()[1], false],
			[on.fake.accountIds()[3], true],
		]);
		expect(on.fake.account(first)?.cs_health_score).toBe('81.5');
		expect(on.fake.log.map(({ path }) => path.split('/').slice(-2).join('/'))).toEqual([
			'batch/update',
			'batch/upsert',
		]);
	});

	test('no company is created unless asked for: an unknown key is a refused row', async () => {
		const on = hubspotRig({ accounts: 1 });
		const [found, unknown] = await write(on, [row('CUST_0001', null), row('CUST_9999', null)]);
		expect(found?.ok).toBe(true);
		expect(faultOf(unknown)).toMatchObject({ faultClass: 'not-found', code: 'hubspot-record-not-found' });
		expect(on.fake.accountIds()).toHaveLength(1);
	});

	test('without key property an unknown company is a refused row, and no call is made for it', async () => {
		const on = hubspotRig({ accounts: 1 }, { keyField: '' });
		const [unknown, derived] = await write(on, [
			row('acme', null),
			row(`hubspot:${on.fake.accountIds()[0]}`, null),
		]);
		expect(faultOf(unknown)).toMatchObject({ faultClass: 'not-found', code: 'hubspot-company-unknown' });
		expect(derived?.ok).toBe(true);
		expect(on.fake.log).toHaveLength(1);
	});

	test('a refused value is its own row only, with the property and the class', async () => {
		const on = hubspotRig({
			accounts: 5,
			rules: [{ property: 'cs_reasons', pattern: /^[A-Z]/ }],
		});
		const [a = '', b = '', c = '', d = ''] = on.fake.accountIds();
		const outcomes = await write(on, [
			row('a', a, { cs_health_score: 'many' }),
			row('b', b, { cs_health_band: 'splendid' }),
			row('c', c, { cs_reasons: 'fell' }),
			row('d', d),
			row('e', '123456'),
		]);
		expect(
			outcomes.map((one) => (one.ok ? 'ok' : [one.fault.faultClass, one.fault.code, one.fault.field])),
		).toEqual([
			['poison', 'hubspot-invalid-value', 'cs_health_score'],
			['schema', 'hubspot-unknown-option', 'cs_health_band'],
			['poison', 'hubspot-validation-rule', 'cs_reasons'],
			'ok',
			['not-found', 'hubspot-record-not-found', null],
		]);
		expect(faultOf(outcomes[2])?.remedy).toContain('administrator');
		expect(faultOf(outcomes[1])?.remedy).toContain('Prepare Base');
	});

	test('a property that is not there refuses the whole batch and is named', async () => {
		const on = hubspotRig({ accounts: 1, prepared: false });
		await expect(write(on, [row('a', on.fake.accountIds()[0] ?? '')])).rejects.toMatchObject({
			faultClass: 'schema',
			code: 'hubspot-unknown-property',
			field: 'cs_health_score',
			remedy: expect.stringContaining('Prepare Base'),
		});
	});

	test('a company that was merged meanwhile is written under its new id', async () => {
		const on = hubspotRig({ accounts: 2 });
		const [winner = '', loser = ''] = on.fake.accountIds();
		const left = on.fake.merge?.(winner, loser);
		expect(await write(on, [row('CUST_0002', loser)])).toEqual([
			{ ok: true, externalId: left, created: false },
		]);
		expect(on.fake.account(loser)?.cs_health_score).toBe('81.5');
	});

	test('a key with a quote and a backslash finds its company, and no other', async () => {
		const on = hubspotRig({ accounts: 2 });
		const key = 'O\'Neil\\ "& Sons';
		const id = on.fake.add({ name: 'Odd', ext_account_id: key });
		expect(await write(on, [row(key, null)])).toEqual([{ ok: true, externalId: id, created: false }]);
		const company = await hubspot.createTask?.(on.call, on.settings, { ...task, accountId: key });
		expect(company).toMatchObject({ state: 'confirmed' });
		expect(on.fake.accountIds()).toHaveLength(3);
	});

	test('values are text: one decimal for the score, null clears, long text is cut', () => {
		const properties = toProperties(
			{
				cs_health_score: 81.25,
				cs_coverage: 0.12345,
				cs_reasons: 'x'.repeat(70_000),
				cs_health_band: null,
				cs_flag: true,
			},
			hubspotSettings,
		);
		expect(properties).toMatchObject({
			cs_health_score: '81.3',
			cs_coverage: '0.1235',
			cs_health_band: '',
			cs_flag: 'true',
		});
		expect(properties.cs_reasons).toHaveLength(65_536);
	});

	test('results leave no doubt although they come in another order', async () => {
		const on = hubspotRig({ accounts: 100 });
		const ids = on.fake.accountIds();
		const outcomes = await write(
			on,
			ids.map((id, index) => row(String(index), id, { cs_health_score: index })),
		);
		expect(outcomes.map((one) => one.ok && one.externalId)).toEqual(ids);
		expect(ids.map((id) => on.fake.account(id)?.cs_health_score)).toEqual(
			ids.map((_id, index) => String(index)),
		);
	});
});

const task: TaskEffect = {
	effectKey: 'cs:CUST_0001:rescue:2026-11',
	accountId: 'CUST_0001',
	accountExternalId: null,
	title: 'Call the sponsor',
	text: 'Usage <fell> & nobody\nlogged in',
	dueOn: '2026-11-27',
	priority: 'urgent',
	ownerExternalId: null,
};

describe('tasks', () => {
	const make = async (on: HubspotRig, more: Partial<TaskEffect> = {}) =>
		await hubspot.createTask?.(on.call, on.settings, { ...task, ...more });

	test('one task on the company for its owner, by our key; HTML is text', async () => {
		const on = hubspotRig({ accounts: 1 });
		const made = await make(on);
		const [[id, properties] = ['', {}]] = on.fake.tasks();
		expect(made).toEqual({ state: 'confirmed', externalId: id, created: true });
		expect(properties).toMatchObject({
			hs_task_subject: 'Call the sponsor',
			hs_task_body: 'Usage &lt;fell&gt; &amp; nobody<br>logged in',
			hs_task_priority: 'HIGH',
			hs_timestamp: '2026-11-27T12:00:00.000Z',
			hubspot_owner_id: '201',
			cs_effect_key: task.effectKey,
		});
		const [record] = await readRecords(on, 'tasks', {
			window: { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' },
		});
		expect(record).toBeUndefined();
		on.clock.pass(10_000);
		const [row1] = shape('tasks', await readRecords(on, 'tasks'), on.settings);
		expect(row1).toMatchObject({
			accountExternalId: on.fake.accountIds()[0],
			values: {
				effect_key: task.effectKey,
				external_id: id,
				status: 'open',
				owner_id: 'hubspot:201',
				closed_at: null,
			},
		});
	});

	test('what is completed in HubSpot comes back as done, and stays done when the call is repeated', async () => {
		const on = hubspotRig({ accounts: 1 });
		const made = await make(on);
		on.fake.close(made?.state === 'confirmed' ? made.externalId : '');
		expect(await make(on)).toMatchObject({ state: 'confirmed', created: false });
		on.clock.pass(10_000);
		const [row1] = shape('tasks', await readRecords(on, 'tasks'), on.settings);
		expect(row1?.values).toMatchObject({ status: 'done', closed_at: expect.stringMatching(/^2026-11-20T/) });
		expect(on.fake.tasks().size).toBe(1);
	});

	test('without the key property nothing is made, and the remedy is Prepare', async () => {
		const on = hubspotRig({ accounts: 1, prepared: false });
		expect(await make(on)).toMatchObject({
			state: 'failed',
			fault: {
				code: 'hubspot-effect-key-missing',
				faultClass: 'schema',
				remedy: expect.stringContaining('Prepare Base'),
			},
		});
		expect(on.fake.tasks().size).toBe(0);
	});

	test('a company that HubSpot does not have is a failed effect', async () => {
		const on = hubspotRig({ accounts: 1 });
		expect(await make(on, { accountId: 'CUST_0009' })).toMatchObject({
			state: 'failed',
			fault: { faultClass: 'not-found', code: 'hubspot-company-unknown' },
		});
	});

	test('when the answer is lost for good, HubSpot is asked by the key', async () => {
		const on = hubspotRig({ accounts: 1 });
		on.fake.plan({ fault: 'drop-after', on: '/tasks/batch/upsert', times: 20 });
		const made = await make(on);
		expect(made).toEqual({ state: 'confirmed', externalId: [...on.fake.tasks().keys()][0], created: true });
		const other = hubspotRig({ accounts: 1 });
		other.fake.plan({ fault: 'drop-before', on: '/tasks/batch/upsert', times: 20 });
		expect(await make(other)).toMatchObject({ state: 'failed', fault: { faultClass: 'transient' } });
		const down = hubspotRig({ accounts: 1 });
		down.fake.plan({ fault: 'drop-after', on: '/tasks/', times: 40 });
		await expect(make(down)).rejects.toMatchObject({ mayHaveHappened: true });
	});

	test('a tie to the company that fails is a failed effect which a repeated call heals', async () => {
		const on = hubspotRig({ accounts: 1 });
		on.fake.plan({ fault: '503', on: '/associations/', times: 5 });
		expect(await make(on)).toMatchObject({ state: 'failed', fault: { code: 'hubspot-not-tied-to-company' } });
		expect(await make(on)).toMatchObject({ state: 'confirmed', created: false });
		expect(on.fake.tasks().size).toBe(1);
	});
});

const deal: OpportunityEffect = {
	effectKey: 'cs:CUST_0001:expansion:2026-11',
	accountId: 'CUST_0001',
	accountExternalId: null,
	name: 'Seats for Customer 1',
	kind: 'expansion',
	amountMinor: 1_250_000,
	currency: 'USD',
	stage: null,
	closeOn: '2026-12-31',
	ownerExternalId: '202',
	externalId: null,
};

describe('deals', () => {
	const make = async (on: HubspotRig, more: Partial<OpportunityEffect> = {}) =>
		await hubspot.upsertOpportunity?.(on.call, on.settings, { ...deal, ...more });
	const only = (on: HubspotRig) => [...on.fake.opportunities().values()].at(-1);

	test('a new deal has the first open stage of the first pipeline', async () => {
		const on = hubspotRig({ accounts: 1 });
		expect(await make(on)).toMatchObject({ state: 'confirmed', created: true });
		expect(only(on)).toMatchObject({
			dealname: 'Seats for Customer 1',
			amount: '12500',
			pipeline: 'default',
			dealstage: 'appointmentscheduled',
			dealtype: 'existingbusiness',
			closedate: '2026-12-31T12:00:00.000Z',
			hubspot_owner_id: '202',
		});
		expect(only(on)?.deal_currency_code).toBeUndefined();
	});

	test('a renewal goes to the renewal pipeline', async () => {
		const on = hubspotRig({ accounts: 1 }, { options: { renewal_pipeline: 'renewals' } });
		await make(on, { kind: 'renewal' });
		expect(only(on)).toMatchObject({ pipeline: 'renewals', dealstage: 'renewal_open' });
	});

	test('a deal that is there keeps the stage that people moved it to', async () => {
		const on = hubspotRig({ accounts: 1 });
		const made = await make(on);
		const id = made?.state === 'confirmed' ? made.externalId : '';
		on.fake.close(id);
		expect(await make(on, { amountMinor: 2_000_000 })).toEqual({
			state: 'confirmed',
			externalId: id,
			created: false,
		});
		expect(only(on)).toMatchObject({ dealstage: 'closedwon', amount: '20000' });
		expect(await make(on, { stage: 'contractsent', externalId: id })).toMatchObject({ created: false });
		expect(only(on)).toMatchObject({ dealstage: 'contractsent' });
		const [record] = shape('deals', await readRecords(on, 'deals'), on.settings);
		expect(record?.values).toMatchObject({ effect_key: deal.effectKey, external_id: id, status: 'open' });
	});

	test('money in other currencies has that currency and its own minor unit', async () => {
		const on = hubspotRig({ accounts: 1 });
		await make(on, { amountMinor: 5_000, currency: 'JPY' });
		expect(only(on)).toMatchObject({ amount: '5000', deal_currency_code: 'JPY' });
	});

	test('a pipeline that does not exist is named, and nothing is made', async () => {
		const on = hubspotRig({ accounts: 1 }, { options: { pipeline: 'gone' } });
		expect(await make(on)).toMatchObject({ state: 'failed', fault: { code: 'hubspot-no-open-stage' } });
		expect(on.fake.opportunities().size).toBe(0);
	});

	test('without the key property nothing is made', async () => {
		const on = hubspotRig({ accounts: 1, prepared: false });
		expect(await make(on)).toMatchObject({ state: 'failed', fault: { code: 'hubspot-effect-key-missing' } });
	});
});

describe('preparing a portal', () => {
	const plan = async (on: HubspotRig): Promise<readonly BaseStep[]> =>
		await hubspot.planBase(on.call, on.settings);

	test('shows our properties, makes them unique where they are keys, and is done then', async () => {
		const on = hubspotRig({ accounts: 1, prepared: false });
		const steps = await plan(on);
		expect(
			steps
				.filter(({ exists }) => !exists)
				.map(({ kind, on: object, name, type }) => [kind, object, name, type]),
		).toEqual([
			['group', 'companies', 'customer_success', 'property group'],
			['field', 'companies', 'cs_health_score', 'number'],
			['field', 'companies', 'cs_health_band', 'enumeration'],
			['field', 'companies', 'cs_health_trend', 'enumeration'],
			['field', 'companies', 'cs_health_confidence', 'string'],
			['field', 'companies', 'cs_coverage', 'number'],
			['field', 'companies', 'cs_churn_prob', 'number'],
			['field', 'companies', 'cs_score_date', 'date'],
			['field', 'companies', 'cs_reasons', 'string'],
			['field', 'companies', 'cs_row_hash', 'string'],
			['group', 'tasks', 'customer_success', 'property group'],
			['field', 'tasks', 'cs_effect_key', 'string, unique'],
			['group', 'deals', 'customer_success', 'property group'],
			['field', 'deals', 'cs_effect_key', 'string, unique'],
		]);
		for (const step of steps) await hubspot.createStep(on.call, on.settings, step);
		expect((await plan(on)).every(({ exists }) => exists)).toBe(true);
		const band = (await hubspot.listFields(on.call, on.settings, 'accounts')).find(
			({ id }) => id === 'cs_health_band',
		);
		expect(band?.options).toEqual(['excellent', 'good', 'fair', 'poor']);
		for (const step of steps) await hubspot.createStep(on.call, on.settings, { ...step, exists: false });
	});

	test('an option that is missing is added beside those that are there', async () => {
		const on = hubspotRig({ accounts: 1 }, { results: { band: 'lifecyclestage' } });
		const missing = (await plan(on)).filter(({ kind }) => kind === 'option');
		expect(missing.map(({ name }) => name)).toEqual(
			['excellent', 'good', 'fair', 'poor'].map((one) => `lifecyclestage.${one}`),
		);
		for (const step of missing) await hubspot.createStep(on.call, on.settings, step);
		const stage = (await hubspot.listFields(on.call, on.settings, 'accounts')).find(
			({ id }) => id === 'lifecyclestage',
		);
		expect(stage?.options).toEqual(expect.arrayContaining(['customer', 'excellent', 'poor']));
		expect((await plan(on)).filter(({ exists }) => !exists)).toEqual([]);
	});

	test('a key property whose values need not be unique cannot be mended here', async () => {
		const on = hubspotRig({ accounts: 1 }, { keyField: 'twitterhandle' });
		const step = (await plan(on)).find(({ name }) => name === 'twitterhandle');
		expect(step).toMatchObject({ exists: false, creatable: false, note: expect.stringContaining('unique') });
	});

	test('a scope that is missing is a step that names it', async () => {
		const on = hubspotRig({ accounts: 1, missingScopes: ['crm.schemas.deals.read'] });
		expect((await plan(on)).filter(({ exists }) => !exists)).toMatchObject([
			{ kind: 'permission', on: 'deals', name: 'crm.schemas.deals.read', creatable: false },
		]);
	});

	test('all properties are listed, however many pages they take', async () => {
		const on = hubspotRig({ accounts: 0, propertyPage: 7 });
		const whole = hubspotRig({ accounts: 0 });
		const fields = await hubspot.listFields(on.call, on.settings, 'accounts');
		expect(fields.length).toBeGreaterThan(20);
		expect(fields).toEqual(await hubspot.listFields(whole.call, whole.settings, 'accounts'));
		expect(fields.find(({ id }) => id === 'createdate')?.writable).toBe(false);
		expect(await hubspot.listFields(on.call, on.settings, 'people')).toHaveLength(3);
		expect(await hubspot.listFields(on.call, on.settings, 'usage')).toEqual([]);
	});
});
