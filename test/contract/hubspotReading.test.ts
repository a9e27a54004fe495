import fc from 'fast-check';
import { readAssociations } from '../../shared/connectors/hubspot/associateCompanies';
import { deriveRevenue } from '../../shared/connectors/hubspot/deriveRevenue';
import { hubspot } from '../../shared/connectors/hubspot/hubspot';
import { hubspotPath, HUBSPOT_API_VERSION } from '../../shared/connectors/hubspot/hubspotPath';
import { parseRecord } from '../../shared/connectors/hubspot/parseRecord';
import { fieldsOf, hubspotRig, hubspotSettings, readRecords, shape } from './hubspotRig';

const EVER = { from: '2020-01-01T00:00:00.000Z', to: '2030-01-01T00:00:00.000Z' };

describe('reading a HubSpot portal', () => {
	test('every path carries the one version constant', async () => {
		const on = hubspotRig({ accounts: 3, children: 1 }, { options: { arr_from_deals: 'recurring' } });
		for (const object of Object.keys(hubspot.readers) as Array<keyof typeof hubspot.readers>) {
			await readRecords(on, object);
			await readRecords(on, object, { removed: true });
			await readRecords(on, object, { window: EVER });
		}
		for (const { path } of on.fake.log) expect(path).toMatch(`/${HUBSPOT_API_VERSION}`);
		expect(hubspotPath('objects', 'companies', 'batch', 'update')).toBe(
			`/crm/objects/${HUBSPOT_API_VERSION}/companies/batch/update`,
		);
	});

	test('contacts come by list, 100 a page, with their company in the same call', async () => {
		const on = hubspotRig({ accounts: 150, children: 1 });
		const records = await readRecords(on, 'contacts');
		expect(records).toHaveLength(150);
		expect(
			on.fake.log.map(({ method, query }) => [method, query.limit, query.associations, query.after]),
		).toEqual([
			['GET', '100', 'companies', undefined],
			['GET', '100', 'companies', records[99]?.id],
		]);
		const [first] = shape('contacts', records, on.settings);
		expect(first).toMatchObject({
			object: 'contacts',
			accountExternalId: on.fake.accountIds()[0],
			values: { contact_id: 'hubspot:101', name: 'Alex Person 1-1', title: 'Operations' },
		});
	});

	test('the primary company is the account, not the first one listed', () => {
		const record = parseRecord({
			id: '1',
			properties: {},
			associations: {
				companies: {
					results: [
						{ id: '20', type: 'contact_to_company_unlabeled' },
						{ id: '30', type: 'contact_to_company_unlabeled' },
						{ id: '30', type: 'contact_to_company' },
					],
				},
			},
		});
		expect(record.fields['@company']).toBe('30');
	});

	test('null and the empty text are both "not filled"', () => {
		const record = parseRecord({ id: '1', properties: { name: null, domain: '', arr: '0' } });
		expect(record.fields).toEqual({ arr: '0' });
	});

	test('of the companies found for a search answer the primary one is the account', async () => {
		const to = (id: number, label: string | null) => ({ toObjectId: id, associationTypes: [{ label }] });
		const body = {
			results: [{ from: { id: '1' }, to: [to(20, null), to(30, 'Primary'), to(20, 'Billing')] }],
		};
		const answer = { status: 207, headers: {}, body };
		expect(await readAssociations(async () => answer, 'contacts', 'companies', ['1', '2'])).toEqual(
			new Map([['1', ['30', '20']]]),
		);
	});

	test('12,000 changed companies come once each, in 60 searches, none of them near the end at 10,000', async () => {
		const on = hubspotRig({ accounts: 12_000 });
		const records = await readRecords(on, 'accounts', { window: EVER });
		expect(new Set(records.map(({ id }) => id)).size).toBe(12_000);
		expect(records).toHaveLength(12_000);
		const searches = on.fake.log.filter(({ path }) => path.endsWith('/search'));
		expect(searches).toHaveLength(60);
		expect(on.fake.throttled()).toBe(0);
		for (const { body, status } of searches) {
			expect(status).toBe(200);
			expect(body).toMatchObject({ limit: 200, sorts: [{ propertyName: 'hs_object_id' }] });
		}
	});

	test('a change moves contacts by lastmodifieddate and companies by hs_lastmodifieddate', async () => {
		const on = hubspotRig({ accounts: 2, children: 1 });
		await readRecords(on, 'contacts', { window: EVER });
		await readRecords(on, 'accounts', { window: EVER });
		const filters = on.fake.log
			.filter(({ path }) => path.endsWith('/search'))
			.map(({ body }) => JSON.stringify(body).match(/"propertyName":"([a-z_]*lastmodifieddate)"/)?.[1]);
		expect(filters).toEqual(['lastmodifieddate', 'hs_lastmodifieddate']);
	});

	test('search answers get their companies by one batch read of associations', async () => {
		const on = hubspotRig({ accounts: 3, children: 2 });
		const records = await readRecords(on, 'tickets', { window: EVER });
		expect(records.every(({ fields }) => typeof fields['@company'] === 'string')).toBe(true);
		expect(on.fake.log.filter(({ path }) => path.includes('/associations/'))).toHaveLength(1);
	});

	test('a cursor holds in a later run', async () => {
		const on = hubspotRig({ accounts: 250 });
		const ask = async (window: typeof EVER | null, cursor: string | null) =>
			await hubspot.readPage(
				hubspotRig({ accounts: 250 }).call,
				on.settings,
				{ object: 'accounts', window, removed: false, fields: fieldsOf('accounts', on.settings) },
				cursor,
			);
		const first = await ask(null, null);
		expect(first.next).toMatch(/^l:\d+$/);
		expect((await ask(null, first.next)).records[0]?.id).toBe(on.fake.accountIds()[100]);
		const searched = await ask(EVER, null);
		expect(searched.next).toMatch(/^k:\d+$/);
		expect((await ask(EVER, searched.next)).records).toHaveLength(50);
	});

	test('too many properties for a URL are asked for by search', async () => {
		const on = hubspotRig({ accounts: 2 });
		const fields = Array.from({ length: 500 }, (_none, index) => `custom_property_number_${index}`);
		const request = { object: 'accounts' as const, window: null, removed: false, fields };
		const page = await hubspot.readPage(on.call, on.settings, request, null);
		expect(page.records).toHaveLength(2);
		expect(on.fake.log.map(({ path }) => path)).toEqual([
			`/crm/objects/${HUBSPOT_API_VERSION}/companies/search`,
		]);
	});

	test('only companies of the lifecycle stages asked for', async () => {
		const on = hubspotRig({ accounts: 8 }, { options: { lifecycle_stages: 'Customer, evangelist' } });
		const records = await readRecords(on, 'accounts');
		expect(records).toHaveLength(6);
	});

	test('deleted records, and both halves of a merge with the record that is left', async () => {
		const on = hubspotRig({ accounts: 4 });
		const [winner = '', loser = '', gone = ''] = on.fake.accountIds();
		const left = on.fake.merge?.(winner, loser);
		on.fake.remove(gone);
		on.clock.pass(10_000);
		const removed = await readRecords(on, 'accounts', { removed: true });
		expect(removed.map(({ id, mergedInto }) => [id, mergedInto])).toEqual([
			[winner, left],
			[loser, left],
			[gone, undefined],
		]);
		expect(removed.every((record) => record.removed)).toBe(true);
		const before = { from: '2020-01-01T00:00:00.000Z', to: '2021-01-01T00:00:00.000Z' };
		expect(await readRecords(on, 'accounts', { removed: true, window: before })).toEqual([]);
	});

	test('a record that was merged away is found under its old id, as removed', async () => {
		const on = hubspotRig({ accounts: 3 });
		const [winner = '', loser = '', other = ''] = on.fake.accountIds();
		const left = on.fake.merge?.(winner, loser) ?? '';
		const found = await hubspot.lookUpAccounts?.(on.call, on.settings, [loser, other, '1']);
		expect(found?.map(({ id, removed, mergedInto }) => [id, removed, mergedInto])).toEqual([
			[left, undefined, undefined],
			[loser, true, left],
			[other, undefined, undefined],
		]);
	});

	test('tickets are closed where the pipeline says so, whatever the stage is called', async () => {
		const on = hubspotRig({ accounts: 1, children: 4 });
		const rows = shape('tickets', await readRecords(on, 'tickets'), on.settings);
		expect(rows.map(({ values }) => [values.status, values.priority])).toEqual([
			['open', 'low'],
			['pending', 'medium'],
			['open', 'high'],
			['closed', 'urgent'],
		]);
		const large = hubspotRig({ accounts: 150, children: 1 });
		expect(await readRecords(large, 'tickets')).toHaveLength(150);
		// Pages share one look at the pipelines.
		expect(large.fake.log.filter(({ path }) => path.includes('/pipelines/'))).toHaveLength(1);
	});

	test('deals become opportunities: kind, stage by name, status, money in major units', async () => {
		const on = hubspotRig({ accounts: 1, children: 2 });
		const rows = shape('deals', await readRecords(on, 'deals'), on.settings);
		expect(
			rows.map(({ values, amounts }) => [
				values.kind,
				values.stage,
				values.status,
				values.amount_minor,
				amounts,
			]),
		).toEqual([
			['new', 'Closed Won', 'won', '1000', 'major'],
			['renewal', 'Renewal open', 'open', '1000', 'major'],
		]);
	});

	test('meetings say whether the customer came; a scheduled one says nothing', async () => {
		const on = hubspotRig({ accounts: 1, children: 3 });
		const rows = shape('interactions', await readRecords(on, 'interactions'), on.settings);
		expect(rows.map(({ values }) => [values.kind, values.attended, values.minutes])).toEqual([
			['qbr', true, 30],
			['meeting', false, 30],
			['meeting', null, 30],
		]);
	});

	test('owners become people', async () => {
		const on = hubspotRig({ accounts: 0 });
		const rows = shape('people', await readRecords(on, 'people'), on.settings);
		expect(rows[0]?.values).toEqual({
			name: 'Dana Okafor',
			email: 'dana@vendor.example.com',
			person_id: 'hubspot:201',
		});
		expect(rows).toHaveLength(3);
	});

	test('a contact that opted out may get no message, whenever that was', async () => {
		const on = hubspotRig({ accounts: 1, children: 4 });
		const rows = shape('contacts', await readRecords(on, 'contacts'), on.settings);
		expect(rows.map(({ values }) => values.opted_out_at)).toEqual([
			null,
			null,
			null,
			'2026-11-19T00:00:00.000Z',
		]);
	});

	test('a portal without Service Hub: the read of tickets names the scope, everything else is read', async () => {
		const on = hubspotRig({ accounts: 1, children: 1, missingScopes: ['tickets'] });
		await expect(readRecords(on, 'tickets')).rejects.toMatchObject({
			faultClass: 'auth',
			code: 'hubspot-missing-scope',
			message: expect.stringContaining('scope tickets'),
			remedy: expect.stringContaining('leave it out of Records'),
		});
		expect(await readRecords(on, 'contacts')).toHaveLength(1);
	});

	test('without our key property there are no tasks of ours, and no refused search', async () => {
		const on = hubspotRig({ accounts: 1, prepared: false });
		expect(await readRecords(on, 'tasks')).toEqual([]);
		expect(on.fake.log.every(({ status }) => status === 200)).toBe(true);
	});

	test('a property that the user chose and that is gone is told; HubSpot itself would say nothing', async () => {
		const on = hubspotRig({ accounts: 1 }, { fields: { contacts: { role: 'gone_role' } } });
		await expect(readRecords(on, 'contacts')).rejects.toMatchObject({
			faultClass: 'schema',
			field: 'gone_role',
		});
	});

	test('company revenue taken for ARR is doubted', () => {
		const mapped = { ...hubspotSettings, fields: { accounts: { arr_minor: 'annualrevenue' } } };
		expect(hubspot.checkMapping?.(mapped)).toMatchObject([
			{ code: 'hubspot-company-revenue-as-arr', severity: 'warning' },
		]);
		expect(hubspot.checkMapping?.(hubspotSettings)).toEqual([]);
		expect(hubspot.readers.accounts?.fields.arr_minor).toBe('arr');
	});

	test('accounts: what HubSpot calls otherwise', () => {
		const record = {
			id: '7',
			updatedAt: '2026-01-01T00:00:00.000Z',
			fields: {
				industry: 'COMPUTER_SOFTWARE',
				timezone: 'america_slash_new_york',
				lifecyclestage: 'customer',
				hubspot_owner_id: '5',
			},
		};
		const [row] = shape('accounts', [record], hubspotSettings);
		expect(row?.values).toMatchObject({
			industry: 'computer software',
			time_zone: 'America/New_York',
			lifecycle_stage: null,
			csm_id: 'hubspot:5',
			arr_minor: null,
			deleted: false,
		});
		const [own] = shape('accounts', [{ ...record, fields: { lifecyclestage: 'renewal' } }], hubspotSettings);
		expect(own?.values.lifecycle_stage).toBe('renewal');
	});
});

describe('ARR and renewal from deals', () => {
	const won = (more: Record<string, string>) => ({
		hs_is_closed_won: 'true',
		hs_is_closed: 'true',
		deal_currency_code: 'EUR',
		...more,
	});
	const options = { arr_from_deals: 'recurring', renewal_pipeline: 'renewals' };

	test('they come with the page of companies', async () => {
		const on = hubspotRig(
			{ accounts: 2, children: 4 },
			{ options: { ...options }, fields: { accounts: { arr_minor: '', renewal_on: '' } } },
		);
		for (const window of [null, EVER]) {
			const rows = shape('accounts', await readRecords(on, 'accounts', { window }), on.settings);
			expect(rows.map(({ values }) => [values.arr_minor, values.currency, values.renewal_on])).toEqual([
				[24_000, 'USD', '2027-01-18'],
				[24_000, 'USD', '2027-01-18'],
			]);
		}
	});

	test('hs_arr, else twelve times hs_mrr, else nothing; the amount only when asked for', () => {
		const deals = [
			won({ hs_arr: '100.5' }),
			won({ hs_mrr: '10' }),
			won({ amount: '999' }),
			{ hs_arr: '5000' },
		];
		expect(deriveRevenue(deals, options)).toEqual({ '@arr': 220.5, '@currency': 'EUR' });
		expect(deriveRevenue(deals, { arr_from_deals: 'amount' })['@arr']).toBe(1219.5);
		expect(deriveRevenue(deals, {})).toEqual({});
	});

	test('a won renewal replaces what was won before it', () => {
		const deals = [
			won({ hs_arr: '100', closedate: '2024-01-01T00:00:00Z', pipeline: 'default' }),
			won({ hs_arr: '130', closedate: '2025-01-01T00:00:00Z', pipeline: 'renewals' }),
			won({ hs_arr: '20', closedate: '2025-03-01T00:00:00Z', pipeline: 'default' }),
		];
		expect(deriveRevenue(deals, options)['@arr']).toBe(150);
	});

	test('two currencies are never added up', () => {
		const deals = [won({ hs_arr: '100' }), won({ hs_arr: '100', deal_currency_code: 'USD' })];
		expect(deriveRevenue(deals, options)).toEqual({});
	});

	test('the order of the deals does not matter', () => {
		const deal = fc.record({
			hs_arr: fc.constantFrom('', '10', '25'),
			hs_is_closed: fc.constantFrom('true', 'false'),
			hs_is_closed_won: fc.constantFrom('true', 'false'),
			closedate: fc.constantFrom('', '2025-01-01', '2026-01-01'),
			pipeline: fc.constantFrom('renewals', 'default'),
		});
		fc.assert(
			fc.property(fc.array(deal, { maxLength: 6 }), (deals) => {
				expect(deriveRevenue([...deals].reverse(), options)).toEqual(deriveRevenue(deals, options));
			}),
		);
	});
});
