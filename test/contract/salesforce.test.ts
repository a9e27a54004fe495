import { salesforce } from '../../shared/connectors/salesforce/salesforce';
import type {
	OpportunityEffect,
	ReadRequest,
	SourceSettings,
	TaskEffect,
} from '../../shared/connectors/Source';
import type { Call } from '../../shared/connectors/Wire';
import { createSalesforceFake, SALESFORCE_HEADERS } from '../fakes/salesforce';
import {
	everything,
	faultOf,
	readToEnd,
	SALESFORCE_SETTINGS as settings,
	salesforceRig as start,
	shaped,
	wanted,
	type SalesforceRig,
} from '../fakes/salesforceRig';
import { contractSuite } from './contractSuite';

contractSuite({
	source: salesforce,
	settings,
	headers: SALESFORCE_HEADERS,
	create: createSalesforceFake,
	capabilities: {
		lacks: {
			'cursor-expiry': 'an expired locator is no fault, the read goes on behind the last record by its key',
		},
		// CurrencyIsoCode is asked for and not there in an org with one currency.
		besides: { read: 1 },
		unknownField: 'No_Such_Field__c',
	},
});

const queries = ({ fake }: SalesforceRig) =>
	fake.log.map(({ query }) => query.q).filter((q) => q !== undefined);
const ids = (records: ReadonlyArray<{ readonly id: string }>) => records.map(({ id }) => id);

describe('paging', () => {
	test('2,000 records a page, by the locator; an expired one costs one more request and no record', async () => {
		const rig = start({ accounts: 4_500 });
		const first = await salesforce.readPage(rig.call, settings, everything('accounts'), null);
		expect(first.records).toHaveLength(2_000);
		rig.fake.plan({ fault: 'expire-cursor' });
		const rest = await readToEnd(rig, everything('accounts'), first.next);
		expect(new Set(ids([...first.records, ...rest])).size).toBe(4_500);
		expect(rest).toHaveLength(2_500);
		expect(queries(rig).at(-1)).toContain(`Id > '${first.records.at(-1)?.id}' ORDER BY Id`);
	});

	test('a window resumes between records of one instant, though others were changed meanwhile', async () => {
		const rig = start({ accounts: 4_500 });
		const window = { from: '2026-10-01T00:00:00.000Z', to: '2026-11-20T00:00:00.000Z' };
		const request: ReadRequest = { ...everything('accounts'), window };
		const first = await salesforce.readPage(rig.call, settings, request, null);
		rig.clock.pass(3_600_000);
		rig.fake.change(first.records[0]?.id ?? '', { Name: 'Changed' });
		const rest = await readToEnd(rig, request, first.next);
		expect(new Set(ids([...first.records, ...rest])).size).toBe(4_500);
		expect(rest).toHaveLength(2_500);
		const [last, next] = [first.records.at(-1), rest[0]];
		expect(last?.updatedAt).toBe(next?.updatedAt);
		expect(last!.id < next!.id).toBe(true);
	});

	test('a cursor goes on in a later run, and knows what the org does not have', async () => {
		const rig = start({ accounts: 2_500 });
		const { next } = await salesforce.readPage(rig.call, settings, everything('accounts'), null);
		rig.clock.pass(26 * 3_600_000);
		const asked = rig.fake.log.length;
		expect(await readToEnd(rig, everything('accounts'), next)).toHaveLength(500);
		// The locator that is gone, then the key: not once more the field that is not there.
		expect(rig.fake.log.length - asked).toBe(2);
	});

	test.each(['7', '{"next":"https://evil.example/"}', '{"id":"\' OR Id != null"}'])(
		'a cursor that is not ours begins the window again: %s',
		async (cursor) => {
			const fault = await faultOf(
				salesforce.readPage(start().call, settings, everything('accounts'), cursor),
			);
			expect(fault.faultClass).toBe('cursor');
		},
	);
});

describe('what is read', () => {
	test('an account: the key, its owner, ARR from the field that was mapped, never the company revenue', async () => {
		const [first] = await readToEnd(start(), everything('accounts'));
		expect(shaped('accounts', first)[0]).toMatchObject({
			amounts: 'major',
			values: {
				name: 'Account 1',
				domain: 'account1.example',
				csm_id: expect.stringMatching(/^salesforce:005/),
				arr_minor: 12_001,
				renewal_on: '2026-11-21',
				company_size: '51',
			},
		});
		const preset = { ...settings, fields: {} };
		const [plain] = await readToEnd(start(), everything('accounts', preset), null, preset);
		expect(Object.values(shaped('accounts', plain, preset)[0]!.values)).not.toContain(5_000_000);
	});

	describe('ARR and renewal that stand on no field of the account', () => {
		const from = (options: SourceSettings['options']): SourceSettings => ({
			...settings,
			fields: { subscriptions: { arr_minor: 'ARR__c' } },
			options,
		});
		const rows = async (rig: SalesforceRig, given: SourceSettings, window: ReadRequest['window'] = null) =>
			(await readToEnd(rig, { ...everything('accounts', given), window }, null, given)).map(
				(record) => shaped('accounts', record, given)[0]!.values,
			);

		test('from running contracts; one that ended or is a draft does not count', async () => {
			const rig = start({ accounts: 3, children: 1 });
			const [, second = ''] = rig.fake.accountIds();
			const contract = rig.fake.store.objectOf('Contract')!;
			const add = (fields: Readonly<Record<string, unknown>>) =>
				rig.fake.store.insert(contract, {
					AccountId: second,
					Status: 'Activated',
					EndDate: '2027-06-30',
					ARR__c: 1_000,
					...fields,
				});
			add({});
			add({ EndDate: '2026-11-19' });
			add({ Status: 'Draft' });
			const given = from({ arr_from: 'contracts', renewal_from: 'contracts' });
			const expected = [
				{ arr_minor: 12_001, renewal_on: '2027-01-24' },
				{ arr_minor: 13_002, renewal_on: '2027-06-30' },
				{ arr_minor: 12_003 },
			];
			expect(await rows(rig, given)).toMatchObject(expected);
			const window = { from: '2026-10-01T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' };
			expect(await rows(rig, given, window)).toMatchObject(expected);
			expect(queries(rig).at(-1)).toContain('AccountId IN (');
			const [first] = await rows(rig, from({ arr_from: 'contracts' }));
			expect(first).toMatchObject({ arr_minor: 12_001, renewal_on: undefined });
		});

		test('from won opportunities since the last renewal', async () => {
			const rig = start({ accounts: 1 });
			const deal = rig.fake.store.objectOf('Opportunity')!;
			const win = (Type: string, CloseDate: string, Amount: number) =>
				rig.fake.store.insert(deal, {
					AccountId: rig.fake.accountIds()[0],
					Name: 'x',
					StageName: 'Closed Won',
					Type,
					CloseDate,
					Amount,
				});
			win('New Business', '2024-01-01', 500);
			win('Renewal', '2025-01-01', 600);
			win('Upsell', '2025-06-01', 50);
			expect(await rows(rig, from({ arr_from: 'opportunities' }))).toMatchObject([
				{ arr_minor: 650, renewal_on: undefined },
			]);
		});

		test('two currencies are not added up, and nothing is not 0', async () => {
			const rig = start({ accounts: 2, multiCurrency: true });
			const contract = rig.fake.store.objectOf('Contract')!;
			for (const CurrencyIsoCode of ['EUR', 'USD']) {
				const [AccountId] = rig.fake.accountIds();
				rig.fake.store.insert(contract, {
					AccountId,
					Status: 'Activated',
					EndDate: '2027-06-30',
					ARR__c: 1,
					CurrencyIsoCode,
				});
			}
			const [first, second] = await rows(rig, from({ arr_from: 'contracts' }));
			expect(first?.arr_minor).toBeUndefined();
			expect(second?.arr_minor).toBeUndefined();
			rig.fake.store.insert(contract, {
				AccountId: rig.fake.accountIds()[1],
				Status: 'Activated',
				EndDate: '2027-06-30',
				ARR__c: 7,
				CurrencyIsoCode: 'JPY',
			});
			expect((await rows(rig, from({ arr_from: 'contracts' })))[1]).toMatchObject({
				arr_minor: 7,
				currency: 'JPY',
			});
		});
	});

	test('company revenue mapped to ARR is warned about', () => {
		const wrong = { ...settings, fields: { accounts: { arr_minor: 'AnnualRevenue' } } };
		expect(salesforce.checkMapping?.(wrong)).toMatchObject([
			{ path: 'accounts.arr_minor', severity: 'warning' },
		]);
		expect(salesforce.checkMapping?.(settings)).toEqual([]);
	});

	test('fields of related records are flat, and names may be written in any case', async () => {
		const named: SourceSettings = {
			...settings,
			fields: { accounts: { plan: 'Owner.Email', name: 'name', ae_id: 'OwnerId' } },
		};
		const [first] = await readToEnd(start(), everything('accounts', named), null, named);
		expect(first?.fields['Owner.Email']).toBe('ada@vendor.example');
		const { values } = shaped('accounts', first, named)[0]!;
		expect(values).toMatchObject({ plan: 'ada@vendor.example', name: 'Account 1' });
		expect(values.ae_id).toBe(values.csm_id);
	});

	test('an org with several currencies says each account its own', async () => {
		const rig = start({ multiCurrency: true });
		rig.fake.change(rig.fake.accountIds()[0] ?? '', { CurrencyIsoCode: 'JPY' });
		const [first] = await readToEnd(rig, everything('accounts'));
		expect(shaped('accounts', first)[0]?.values.currency).toBe('JPY');
		expect(rig.fake.log).toHaveLength(1);
	});

	test('contacts, cases and meetings hang on their account', async () => {
		const rig = start({ accounts: 1, children: 5 });
		const [account = ''] = rig.fake.accountIds();
		const contacts = await readToEnd(rig, everything('contacts'));
		const rows = contacts.map((record) => shaped('contacts', record)[0]!);
		expect(rows[0]).toMatchObject({
			accountExternalId: account,
			values: { name: 'Person 1-0', email: 'person1.0@account1.example', title: 'Head of Operations' },
		});
		expect(rows.map(({ values }) => values.opted_out_at)).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
			contacts[4]?.updatedAt,
		]);
		const cases = await readToEnd(rig, everything('tickets'));
		expect(cases.map((record) => shaped('tickets', record)[0]?.values)).toMatchObject([
			{ priority: 'High', status: 'open', escalated: true, category: 'Question' },
			{ priority: 'Medium', status: 'pending' },
			{ priority: 'Low', status: 'closed', resolved_at: '2026-11-20T00:00:00.000Z' },
			{ status: 'open' },
			{ status: 'pending', escalated: true },
		]);
		const events = await readToEnd(rig, everything('interactions'));
		expect(shaped('interactions', events[0])[0]).toMatchObject({
			accountExternalId: account,
			values: { kind: 'Meeting', minutes: 45, occurred_at: '2026-10-11T09:00:00.000Z' },
		});
		expect(shaped('interactions', events[0])[0]?.values.attended).toBeUndefined();
	});

	test('logged calls and mails come after the meetings, also in a later run and behind an expired locator', async () => {
		const rig = start({ accounts: 1, children: 2 });
		const taskSchema = rig.fake.store.objectOf('Task')!;
		const [account] = rig.fake.accountIds();
		const log = (fields: Readonly<Record<string, unknown>>) =>
			rig.fake.store.insert(taskSchema, {
				WhatId: account,
				Subject: 'Call',
				Status: 'Completed',
				TaskSubtype: 'Call',
				...fields,
			});
		for (let call = 0; call < 2_100; call++) log({ CallDurationInSeconds: 90 });
		log({ TaskSubtype: 'Email', Subject: 'Re: prices' });
		log({ TaskSubtype: 'Task' });
		log({ Status: 'Not Started' });
		const meetings = await salesforce.readPage(rig.call, settings, everything('interactions'), null);
		expect(meetings.records).toHaveLength(2);
		const calls = await salesforce.readPage(rig.call, settings, everything('interactions'), meetings.next);
		rig.fake.plan({ fault: 'expire-cursor' });
		const rest = await readToEnd(rig, everything('interactions'), calls.next);
		expect(calls.records.length + rest.length).toBe(2_101);
		expect(new Set(ids([...calls.records, ...rest])).size).toBe(2_101);
		expect(shaped('interactions', calls.records[0])[0]).toMatchObject({
			accountExternalId: account,
			values: { kind: 'Call', minutes: 1.5, text: 'Call', occurred_at: '2026-11-20T00:00:00.000Z' },
		});
		expect(shaped('interactions', rest.at(-1))[0]?.values).toMatchObject({
			kind: 'Email',
			text: 'Re: prices',
		});
	});

	test('a field that only events have costs the calls nothing but itself', async () => {
		const rig = start({ accounts: 1, children: 1 });
		const event = rig.fake.store.objectOf('Event')!;
		event.fields.set('Location', { ...event.fields.get('Subject')!, name: 'Location' });
		rig.fake.store.insert(rig.fake.store.objectOf('Task')!, {
			Status: 'Completed',
			TaskSubtype: 'Call',
			Subject: 'x',
		});
		const given: SourceSettings = { ...settings, fields: { interactions: { sentiment: 'Location' } } };
		expect(await readToEnd(rig, everything('interactions', given), null, given)).toHaveLength(2);
	});

	test('a contract ends on its renewal day; what it is worth is a line of it, if a field is mapped', async () => {
		const rig = start({ accounts: 1, children: 1 });
		const mapped = { ...settings, fields: { subscriptions: { arr_minor: 'ARR__c' } } };
		const [contract] = await readToEnd(rig, everything('subscriptions', mapped), null, mapped);
		expect(shaped('subscriptions', contract)).toHaveLength(1);
		expect(shaped('subscriptions', contract, mapped)).toMatchObject([
			{ object: 'contracts', values: { status: 'active', ends_on: '2027-01-24', term_months: 12 } },
			{
				object: 'contractLines',
				values: { arr_minor: 12_001, currency: 'EUR', status: 'active', ends_on: '2027-01-24' },
			},
		]);
	});

	test.each([
		['Draft', 'draft'],
		['Terminated', 'terminated'],
		['Expired', 'ended'],
		['Something of theirs', 'Something of theirs'],
	])('contract status %s is %s', (status, expected) => {
		const record = { id: '8005g00000000001AA', updatedAt: null, fields: { Status: status } };
		expect(shaped('subscriptions', record)[0]?.values.status).toBe(expected);
	});

	test('opportunities: kind by type, state by IsClosed and IsWon, probability 0 to 1', async () => {
		const deals = await readToEnd(start({ accounts: 1, children: 3 }), everything('deals'));
		expect(deals.map((deal) => shaped('deals', deal)[0]?.values)).toMatchObject([
			{ kind: 'new', status: 'open', probability: 0.1, stage: 'Prospecting', amount_minor: 1200.5 },
			{ kind: 'renewal', status: 'won', probability: 1 },
			{ kind: 'upsell', status: 'lost', probability: 0 },
		]);
	});

	test.each([
		['Cross-Sell', 'cross_sell'],
		['Add-On Business', 'add_on'],
		['Existing Business', 'expansion'],
		['Existing Customer - Replacement', 'Existing Customer - Replacement'],
	])('opportunity type %s is %s', (type, expected) => {
		const record = { id: '0065g00000000001AA', updatedAt: null, fields: { Type: type } };
		expect(shaped('deals', record)[0]?.values.kind).toBe(expected);
	});

	test('users are people; a deactivated one is absent without an end; portal users are not read', async () => {
		const rig = start();
		const user = rig.fake.store.objectOf('User')!;
		rig.fake.store.insert(user, {
			Name: 'Customer',
			Email: 'c@customer.example',
			IsActive: true,
			UserType: 'PowerCustomerSuccess',
		});
		const people = (await readToEnd(rig, everything('people'))).map(
			(record) => shaped('people', record)[0]!.values,
		);
		expect(people.map(({ name }) => name)).toEqual(['Integration', 'Ada Owner', 'Gone Owner']);
		expect(people[1]).toMatchObject({ role: 'Customer Success Manager', time_zone: 'Europe/Berlin' });
		expect(people[1]).not.toHaveProperty('absent_from_on');
		expect(people[2]).toMatchObject({ absent_from_on: '2026-11-20' });
	});

	test('deleted and merged records are listed with their winner', async () => {
		const rig = start({ accounts: 4 });
		const [winner = '', loser = '', gone = ''] = rig.fake.accountIds();
		rig.clock.pass(60_000);
		rig.fake.merge?.(winner, loser);
		rig.fake.remove(gone);
		const window = { from: '2026-11-20T00:00:30.000Z', to: '2026-11-20T01:00:00.000Z' };
		const removed = await readToEnd(rig, { ...everything('accounts'), window, removed: true });
		expect(removed).toMatchObject([
			{ id: loser, removed: true, mergedInto: winner },
			{ id: gone, removed: true, mergedInto: null },
		]);
		expect(rig.fake.log.at(-1)?.path).toMatch(/queryAll$/);
		const cases = await readToEnd(rig, { ...everything('tickets'), window, removed: true });
		expect(cases).toEqual([]);
		expect(queries(rig).at(-1)).not.toContain('MasterRecordId');
	});

	test('every object whose deletions are listed can be asked for them', async () => {
		const rig = start({ accounts: 1, children: 1 });
		for (const object of salesforce.removals) {
			expect(await readToEnd(rig, { ...everything(object), removed: true })).toEqual([]);
		}
	});

	test('accounts that were not read are looked up, hundreds in one address', async () => {
		const rig = start({ accounts: 700 });
		const found = await salesforce.lookUpAccounts?.(rig.call, settings, rig.fake.accountIds());
		expect(found).toHaveLength(700);
		expect(found?.[0]?.fields.Ext_Account_Id__c).toBe('CUST_0001');
		for (const { query } of rig.fake.log)
			expect(encodeURIComponent(query.q ?? '').length).toBeLessThan(16_000);
	});
});

describe('what is missing', () => {
	test('a field of ours that is not there yet is left out; one that a person mapped is named', async () => {
		const rig = start({ prepared: false });
		const asked = { ...everything('accounts'), fields: [...wanted('accounts'), 'CS_Row_Hash__c'] };
		expect(await readToEnd(rig, asked)).toHaveLength(3);
		const fault = await faultOf(readToEnd(rig, { ...asked, fields: ['Owner.Nick__c'] }));
		expect(fault).toMatchObject({ faultClass: 'schema', field: 'Owner.Nick__c' });
		expect(fault.remedy).toContain('field-level security');
	});

	test('a name that would change the query never leaves', async () => {
		const rig = start();
		const fault = await faultOf(
			readToEnd(rig, { ...everything('accounts'), fields: ["Name FROM User WHERE Id != ''"] }),
		);
		expect(fault.faultClass).toBe('schema');
		expect(rig.fake.log).toEqual([]);
	});

	test('an object that the user may not see', async () => {
		const fault = await faultOf(readToEnd(start({ hidden: ['Contract'] }), everything('subscriptions')));
		expect(fault).toMatchObject({ faultClass: 'not-found', code: 'salesforce-invalid-type' });
		expect(fault.message).toContain("sObject type 'Contract' is not supported");
	});

	test('an object that this source does not have', async () => {
		expect((await faultOf(readToEnd(start(), everything('usage')))).faultClass).toBe('not-found');
		expect((await faultOf(salesforce.listFields(start().call, settings, 'usage'))).faultClass).toBe(
			'not-found',
		);
	});

	test('tasks without the field that tells ours apart', async () => {
		const rig = start({ prepared: false });
		const first = await faultOf(readToEnd(rig, everything('tasks')));
		expect(first).toMatchObject({ faultClass: 'schema', field: 'CS_Effect_Key__c' });
		const without = { ...everything('tasks'), fields: ['Subject'] };
		expect((await faultOf(readToEnd(rig, without))).remedy).toContain('prepare base');
	});
});

const row = (
	externalId: string | null,
	fields: Readonly<Record<string, string | number | null>>,
	accountId = 'CUST_0001',
) => ({
	accountId,
	externalId,
	fields,
});

describe('what is written', () => {
	test('one call for 200; each item has its own outcome', async () => {
		const rig = start({ accounts: 200 });
		const accounts = rig.fake.accountIds();
		rig.fake.change(accounts[1] ?? '', { Name: 'Refused by a rule' });
		rig.fake.remove(accounts[2] ?? '');
		const outcomes = await salesforce.scores!.write(
			rig.call,
			settings,
			accounts.map((id, place) =>
				row(id, place === 3 ? { CS_Health_Band__c: 'x'.repeat(41) } : { CS_Health_Score__c: 81.8 }),
			),
		);
		expect(rig.fake.log).toHaveLength(1);
		expect(outcomes).toHaveLength(200);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(197);
		expect(outcomes.slice(0, 4)).toMatchObject([
			{ ok: true, externalId: accounts[0], created: false },
			{ ok: false, fault: { faultClass: 'poison', code: 'salesforce-field-custom-validation-exception' } },
			{ ok: false, fault: { faultClass: 'poison', code: 'salesforce-entity-is-deleted' } },
			{ ok: false, fault: { faultClass: 'schema', field: 'CS_Health_Band__c' } },
		]);
	});

	test('by the key when the id is not known, and never makes an account', async () => {
		const rig = start();
		const [, second = ''] = rig.fake.accountIds();
		const hostile = "x' OR Name != '\\";
		const outcomes = await salesforce.scores!.write(rig.call, settings, [
			row(null, { CS_Health_Score__c: 50 }, 'CUST_0002'),
			row(null, { CS_Health_Score__c: 50 }, 'cust_0003'),
			row(null, { CS_Health_Score__c: 50 }, hostile),
			row(null, { CS_Health_Score__c: 50 }, 'k'.repeat(100_000)),
		]);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, false, false]);
		expect(outcomes[0]).toMatchObject({ externalId: second });
		expect(outcomes[2]).toMatchObject({
			fault: { faultClass: 'poison', code: 'salesforce-account-missing' },
		});
		expect(rig.fake.accountIds()).toHaveLength(3);
	});

	test('without id and key field the row says what is missing, and nothing is sent', async () => {
		const rig = start();
		const [outcome] = await salesforce.scores!.write(rig.call, { ...settings, keyField: '' }, [
			row(null, {}),
		]);
		expect(outcome).toMatchObject({ ok: false, fault: { message: expect.stringContaining('no key field') } });
		expect(rig.fake.log).toEqual([]);
	});

	test('a key that two accounts have is refused', async () => {
		const rig = start();
		rig.fake.add({ Name: 'Twin', Ext_Account_Id__c: 'CUST_0001' });
		const [outcome] = await salesforce.scores!.write(rig.call, settings, [
			row(null, { CS_Health_Score__c: 1 }),
		]);
		expect(outcome).toMatchObject({ ok: false, fault: { code: 'salesforce-account-twice' } });
	});

	test('before the org was prepared, the field is named', async () => {
		const rig = start({ prepared: false });
		const [id = ''] = rig.fake.accountIds();
		const fault = await faultOf(
			salesforce.scores!.write(rig.call, settings, [row(id, { CS_Health_Score__c: 1 })]),
		);
		expect(fault).toMatchObject({ faultClass: 'schema', field: 'CS_Health_Score__c' });
	});
});

describe('the daily limit', () => {
	test('a fifth is left to others: the run stops by itself, before Salesforce refuses', async () => {
		const rig = start({ accounts: 4_500, dailyCalls: 10 });
		const first = await salesforce.readPage(rig.call, settings, everything('accounts'), null);
		const stopped = await faultOf(
			(async () => {
				for (;;) await salesforce.readPage(rig.call, settings, everything('accounts'), first.next);
			})(),
		);
		expect(stopped.faultClass).toBe('daily-quota');
		expect(rig.fake.log).toHaveLength(8);
		expect(rig.fake.log.every(({ status }) => status !== 403)).toBe(true);
	});

	test.each([
		['api-usage=4147/15000', { remaining: 10_853, limit: 15_000 }],
		[
			'api-usage=25/5000; per-app-api-usage=17/250(appName=sample-connected-app)',
			{ remaining: 4_975, limit: 5_000 },
		],
		['per-app-api-usage=17/250(appName=sample)', null],
		['', null],
	])('%s', (header, expected) => {
		const room = salesforce.readRoom?.({ status: 200, headers: { 'sforce-limit-info': header }, body: null });
		if (expected === null) expect(room).toBeNull();
		else expect(room).toMatchObject(expected);
	});
});

const task: TaskEffect = {
	effectKey: "cs:CUST_0001:it's \\ risk/100 %:2026-11",
	accountId: 'CUST_0001',
	accountExternalId: null,
	title: 'Call about falling usage',
	text: 'Logins fell by 40 %.\nAsk why.',
	dueOn: '2026-11-27',
	priority: 'urgent',
	ownerExternalId: null,
};

describe('tasks', () => {
	test('on the account, for its owner, once; what a CSM closed is done, and stays so', async () => {
		const rig = start();
		const outcome = await salesforce.createTask!(rig.call, settings, task);
		expect(outcome).toMatchObject({ state: 'confirmed', created: true });
		const [[id = '', made] = []] = rig.fake.tasks();
		const owner = rig.fake.store.rowOf(made?.OwnerId);
		expect(made).toMatchObject({
			Subject: task.title,
			ActivityDate: '2026-11-27',
			Priority: 'High',
			Status: 'Not Started',
		});
		expect(owner?.Name).toBe('Ada Owner');
		rig.fake.close(id);
		expect(await salesforce.createTask!(rig.call, settings, task)).toMatchObject({
			externalId: id,
			created: false,
		});
		expect(rig.fake.tasks().size).toBe(1);
		const [back] = await readToEnd(rig, everything('tasks'));
		expect(shaped('tasks', back)[0]).toMatchObject({
			accountExternalId: rig.fake.accountIds()[0],
			values: {
				effect_key: task.effectKey,
				status: 'done',
				closed_at: '2026-11-20T00:00:00.000Z',
				external_id: id,
				priority: 'high',
			},
		});
	});

	test('a row that somebody else holds for a moment is tried again', async () => {
		const rig = start();
		rig.fake.plan({ fault: 'lock', times: 2 });
		expect(await salesforce.createTask!(rig.call, settings, task)).toMatchObject({
			state: 'confirmed',
			created: true,
		});
		rig.fake.plan({ fault: 'lock', times: 9 });
		const other = await salesforce.createTask!(rig.call, settings, { ...task, effectKey: 'cs:b' });
		expect(other).toMatchObject({ state: 'failed', fault: { faultClass: 'transient' } });
		expect(rig.fake.tasks().size).toBe(1);
	});

	test('tasks of other people are not read', async () => {
		const rig = start();
		rig.fake.store.insert(rig.fake.store.objectOf('Task')!, {
			Subject: 'Theirs',
			WhatId: rig.fake.accountIds()[0],
		});
		expect(await readToEnd(rig, everything('tasks'))).toEqual([]);
	});

	test.each([
		['the org has no field for the key', false],
		['the key is no external id', true],
	])('%s: it is looked up before it is created', async (_what, hasField) => {
		const rig = start({ prepared: hasField });
		const schema = rig.fake.store.objectOf('Task')!;
		const field = schema.fields.get('CS_Effect_Key__c');
		if (field !== undefined) schema.fields.set(field.name, { ...field, externalId: false });
		const first = await salesforce.createTask!(rig.call, settings, task);
		expect(first).toMatchObject({ state: 'confirmed', created: true });
		const other = { ...task, effectKey: 'cs:other', title: task.title };
		expect(await salesforce.createTask!(rig.call, settings, other)).toMatchObject({ created: true });
		expect(await salesforce.createTask!(rig.call, settings, task)).toEqual({ ...first, created: false });
		rig.fake.plan({ fault: 'drop-after', on: 'POST /services/data' });
		const third = await salesforce.createTask!(rig.call, settings, { ...task, effectKey: 'cs:third' });
		expect(third.state).toBe('confirmed');
		expect(rig.fake.tasks().size).toBe(3);
	});

	test('an owner who left: the task goes to the user of the credential', async () => {
		const rig = start();
		const gone = [...rig.fake.store.rowsOf(rig.fake.store.objectOf('User')!)].find(
			({ IsActive: active }) => active === false,
		);
		rig.fake.change(rig.fake.accountIds()[0] ?? '', { OwnerId: gone?.Id });
		await salesforce.createTask!(rig.call, settings, task);
		const [[, made] = []] = rig.fake.tasks();
		expect(made?.OwnerId).toBe(rig.fake.store.userId);
		const refused = await salesforce.createTask!(rig.call, settings, {
			...task,
			effectKey: 'cs:b',
			ownerExternalId: String(gone?.Id),
		});
		expect(refused).toMatchObject({ state: 'failed', fault: { faultClass: 'poison' } });
	});

	test.each([
		['no such account', { accountId: 'NOBODY' }, settings, 'salesforce-account-missing'],
		['no key field', {}, { ...settings, keyField: '' }, 'salesforce-account-unknown'],
	] as const)('%s', async (_what, changed, given, code) => {
		const rig = start();
		const outcome = await salesforce.createTask!(rig.call, given, { ...task, ...changed });
		expect(outcome).toMatchObject({ state: 'failed', fault: { code } });
		expect(rig.fake.tasks().size).toBe(0);
	});
});

const opportunity: OpportunityEffect = {
	effectKey: 'cs:CUST_0001:renewal:2027',
	accountId: 'CUST_0001',
	accountExternalId: null,
	name: 'Renewal 2027',
	kind: 'renewal',
	amountMinor: 123_450,
	currency: 'EUR',
	stage: null,
	closeOn: '2027-01-31',
	ownerExternalId: null,
	externalId: null,
};

describe('opportunities', () => {
	const made = ({ fake }: SalesforceRig) => [...fake.opportunities().values()];

	test("made in the org's first open stage and its own word for the type, amounts in major units", async () => {
		const rig = start();
		const outcome = await salesforce.upsertOpportunity!(rig.call, settings, opportunity);
		expect(outcome).toMatchObject({ state: 'confirmed', created: true });
		expect(made(rig)).toMatchObject([
			{
				StageName: 'Prospecting',
				Type: 'Renewal',
				Amount: 1234.5,
				CloseDate: '2027-01-31',
				AccountId: rig.fake.accountIds()[0],
			},
		]);
		const [back] = await readToEnd(rig, everything('deals'));
		expect(shaped('deals', back)[0]?.values).toMatchObject({
			effect_key: opportunity.effectKey,
			kind: 'renewal',
			status: 'open',
		});
	});

	test('what sales moved on keeps its stage; what is closed is left alone', async () => {
		const rig = start();
		const first = await salesforce.upsertOpportunity!(rig.call, settings, opportunity);
		const id = first.state === 'confirmed' ? first.externalId : '';
		rig.fake.change(id, { StageName: 'Proposal' });
		const more = { ...opportunity, amountMinor: 200_000 };
		expect(await salesforce.upsertOpportunity!(rig.call, settings, more)).toMatchObject({
			externalId: id,
			created: false,
		});
		expect(made(rig)).toMatchObject([{ StageName: 'Proposal', Amount: 2000 }]);
		await salesforce.upsertOpportunity!(rig.call, settings, {
			...more,
			externalId: id,
			stage: 'Prospecting',
		});
		expect(made(rig)).toMatchObject([{ StageName: 'Prospecting' }]);
		rig.fake.close(id);
		await salesforce.upsertOpportunity!(rig.call, settings, { ...more, amountMinor: 1 });
		expect(made(rig)).toMatchObject([{ StageName: 'Closed Won', Amount: 2000 }]);
	});

	test('an org without the key field finds it by its description', async () => {
		const rig = start({ prepared: false });
		await salesforce.upsertOpportunity!(rig.call, settings, opportunity);
		expect(await salesforce.upsertOpportunity!(rig.call, settings, opportunity)).toMatchObject({
			created: false,
		});
		expect(made(rig)).toHaveLength(1);
	});

	test('a foreign currency is refused where the org has one, and sent where it has several', async () => {
		const yen = { ...opportunity, currency: 'JPY', amountMinor: 500_000 };
		const refused = await salesforce.upsertOpportunity!(start().call, settings, yen);
		expect(refused).toMatchObject({ state: 'failed', fault: { code: 'salesforce-one-currency' } });
		const rig = start({ multiCurrency: true });
		await salesforce.upsertOpportunity!(rig.call, settings, yen);
		expect(made(rig)).toMatchObject([{ Amount: 500_000, CurrencyIsoCode: 'JPY' }]);
	});

	test('an org without an open stage says so', async () => {
		const rig = start();
		for (const stage of rig.fake.store.rowsOf(rig.fake.store.objectOf('OpportunityStage')!))
			stage.IsActive = false;
		const outcome = await salesforce.upsertOpportunity!(rig.call, settings, opportunity);
		expect(outcome).toMatchObject({ state: 'failed', fault: { field: 'StageName' } });
	});
});

describe('prepare base', () => {
	test('a field that is there but not granted needs the permission set only', async () => {
		const bare = start({ prepared: false });
		const steps = await salesforce.planBase(bare.call, settings);
		for (const step of steps.filter(({ kind }) => kind === 'field'))
			await salesforce.createStep(bare.call, settings, step);
		const next = await salesforce.planBase(bare.call, settings);
		expect(next.filter(({ exists }) => !exists).map(({ kind }) => kind)).toEqual(['permission']);
		// Twice does no harm.
		for (const step of next) await salesforce.createStep(bare.call, settings, step);
		for (const step of next) await salesforce.createStep(bare.call, settings, step);
		expect((await salesforce.planBase(bare.call, settings)).every(({ exists }) => exists)).toBe(true);
	});

	test('without the right to create fields every step says what to click', async () => {
		const rig = start({ prepared: false });
		rig.fake.plan({ fault: '403-scope', on: '/tooling/query' });
		const steps = await salesforce.planBase(rig.call, settings);
		const missing = steps.filter(({ exists }) => !exists);
		expect(missing).toHaveLength(12);
		expect(missing.every(({ creatable, note }) => !creatable && note.includes('Setup >'))).toBe(true);
	});

	test('an object that the user may not see does not stop the plan', async () => {
		const steps = await salesforce.planBase(start({ hidden: ['Opportunity'] }).call, settings);
		expect(steps.filter(({ exists }) => !exists)).toMatchObject([{ kind: 'permission' }]);
	});

	test('when Salesforce does not say who we are, a person assigns the permission set', async () => {
		const { call, fake } = start({ prepared: false });
		const step = (await salesforce.planBase(call, settings)).find(({ kind }) => kind === 'permission')!;
		const nameless: Call = async (request) => {
			const answer = await call(request);
			return request.path.endsWith('/') ? { ...answer, body: {} } : answer;
		};
		const fields = (await salesforce.planBase(call, settings)).filter(({ kind }) => kind === 'field');
		for (const field of fields) await salesforce.createStep(call, settings, field);
		const fault = await faultOf(salesforce.createStep(nameless, settings, step));
		expect(fault.remedy).toContain('Manage Assignments');
		expect([...fake.store.rowsOf(fake.store.objectOf('PermissionSetAssignment')!)]).toEqual([]);
	});

	test('a permission that Salesforce refuses is told', async () => {
		const rig = start({ prepared: false });
		const step = (await salesforce.planBase(rig.call, settings)).find(({ kind }) => kind === 'permission')!;
		const schema = rig.fake.store.objectOf('FieldPermissions')!;
		schema.fields.set('Field', { ...schema.fields.get('Field')!, length: 5 });
		const fault = await faultOf(salesforce.createStep(rig.call, settings, step));
		expect(fault.message).toContain('permission set CS_Results');
	});

	test('a token that has run out is no missing permission', async () => {
		const rig = start();
		rig.fake.plan({ fault: '401', on: '/tooling/query' });
		expect((await faultOf(salesforce.planBase(rig.call, settings))).faultClass).toBe('auth');
	});

	test('results that were mapped elsewhere or left out are not made', async () => {
		const mapped = {
			...settings,
			keyField: '',
			results: { score: 'Their_Score__c', band: '', trend: 'Rating' },
		};
		const names = (await salesforce.planBase(start().call, mapped)).map(({ name }) => name);
		expect(names).toContain('Their_Score__c');
		expect(names).not.toContain('CS_Health_Band__c');
		expect(names).not.toContain('Rating');
		expect(salesforce.ownFields(mapped)).not.toContain('');
	});
});

describe('fields to map', () => {
	test('all fields with their values, those of related records, and a word about the trap', async () => {
		const fields = await salesforce.listFields(start().call, settings, 'accounts');
		const byId = new Map(fields.map((field) => [field.id, field]));
		expect(byId.get('Name')).toMatchObject({ required: true, writable: true });
		expect(byId.get('Industry')?.options).toEqual(['Banking', 'Technology']);
		expect(byId.get('SystemModstamp')?.writable).toBe(false);
		expect(byId.get('AnnualRevenue')?.label).toContain('not your ARR');
		expect(byId.has('Owner.Email')).toBe(true);
		expect(byId.has('Parent.Name')).toBe(true);
	});
});
