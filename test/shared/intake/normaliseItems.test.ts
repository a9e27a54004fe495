import { ITEM_PRESETS } from '../../../shared/intake/itemPresets';
import type { ItemsRequest, ItemsResult, Json } from '../../../shared/intake/ItemPreset';
import { normaliseItems } from '../../../shared/intake/normaliseItems';

const run = (
	request: Partial<ItemsRequest> & Pick<ItemsRequest, 'items' | 'object' | 'preset'>,
): ItemsResult =>
	normaliseItems({
		mapping: {},
		keyField: '',
		currency: null,
		aliases: [],
		accounts: [],
		contacts: [],
		ownDomains: [],
		asOf: '2026-01-15T12:00:00.000Z',
		...request,
	});
const codes = ({ problems }: ItemsResult): string[] =>
	problems.flatMap(({ issues }) => issues.map(({ code }) => code));

describe('HubSpot', () => {
	const v3 = {
		id: '512',
		properties: {
			name: 'Acme',
			domain: 'acme.com',
			hubspot_owner_id: '7',
			annualrevenue: '900000000',
			hs_lastmodifieddate: '2026-01-10T08:00:00.000Z',
			createdate: '2025-01-10T08:00:00.000Z',
			arr: '12000',
		},
		updatedAt: '2026-01-10T08:00:00.000Z',
		archived: false,
	};
	const v2 = {
		companyId: 512,
		portalId: 1,
		isDeleted: false,
		properties: Object.fromEntries(
			Object.entries(v3.properties).map(([name, value]) => [
				name,
				{ value: /date$/.test(name) ? String(Date.parse(value)) : value, timestamp: 1 },
			]),
		),
	};

	test('a company is the same account in the old and the new form', () => {
		const [old, now] = [v2, v3].map((item) => {
			const result = run({ preset: 'hubspot', object: 'accounts', items: [item], currency: 'EUR' });
			expect(result.problems).toEqual([]);
			return result.rows[0]?.row;
		});
		expect(now).toMatchObject({
			account_id: 'hubspot:512',
			name: 'Acme',
			domain: 'acme.com',
			csm_id: 'hubspot:7',
			arr_minor: 1_200_000,
			currency: 'EUR',
			created_at: '2025-01-10T08:00:00.000Z',
			source: 'hubspot',
			source_updated_at: '2026-01-10T08:00:00.000Z',
		});
		expect(JSON.parse(String(now?.custom_json))).toMatchObject({ _source: { system: 'hubspot', id: '512' } });
		expect({ ...old, source_updated_at: null }).toEqual({ ...now, source_updated_at: null });
	});

	test('company revenue is not taken for ARR; mapping it is told', () => {
		const properties = { ...v3.properties, arr: '' };
		const items = [{ ...v3, properties }];
		const plain = run({ preset: 'hubspot', object: 'accounts', items, currency: 'EUR' });
		expect(plain.rows[0]?.row.arr_minor).toBeNull();
		expect(plain.unmapped).toContain('annualrevenue');
		const mapping = { arr_minor: 'annualrevenue' };
		const mapped = run({ preset: 'hubspot', object: 'accounts', items, mapping, currency: 'EUR' });
		expect(mapped.notes).toMatchObject([{ code: 'company-revenue', path: 'mapping.arr_minor' }]);
		expect(mapped.rows[0]?.row.arr_minor).toBe(90_000_000_000);
	});

	test('the key field gives the account its own id; children find it through cs_aliases', () => {
		const items = [{ ...v3, properties: { ...v3.properties, ext_account_id: 'CUST_0007' } }];
		const account = run({ preset: 'hubspot', object: 'accounts', items, keyField: 'ext_account_id' });
		expect(account.rows[0]?.row.account_id).toBe('CUST_0007');
		expect(account.rows[1]).toMatchObject({
			object: 'aliases',
			row: { system: 'hubspot', external_id: '512', account_id: 'CUST_0007', merged_at: null },
		});
		const ticket = {
			id: '9',
			properties: { hs_ticket_priority: 'HIGH', createdate: '2026-01-10T08:00:00Z', hs_pipeline_stage: '1' },
			associations: { companies: { results: [{ id: '512', type: 'ticket_to_company' }] } },
		};
		const aliases = [
			{ system: 'hubspot', external_id: '512', account_id: 'CUST_0007', merged_at: null },
			{
				system: 'own',
				external_id: 'CUST_0007',
				account_id: 'CUST_0001',
				merged_at: '2026-01-01T00:00:00.000Z',
			},
		];
		const result = run({ preset: 'hubspot', object: 'tickets', items: [ticket], aliases });
		expect(result.rows[0]?.row).toMatchObject({
			ticket_id: 'hubspot:9',
			account_id: 'CUST_0001',
			priority: 'high',
		});
		expect(codes(result)).toEqual(['enum-value']);
		expect(result.rows[0]?.raw).toEqual({ status: '1' });
		const alone = run({ preset: 'hubspot', object: 'tickets', items: [ticket] });
		expect(alone.rows[0]?.row.account_id).toBe('hubspot:512');
	});

	test('old deals tell won and lost by their stage, and their company in the old association', () => {
		const deal = {
			dealId: 33,
			properties: { dealname: { value: 'X' }, dealstage: { value: 'closedwon' }, amount: { value: '100.5' } },
			associations: { associatedCompanyIds: [512] },
		};
		const { rows, problems } = run({ preset: 'hubspot', object: 'deals', items: [deal], currency: 'USD' });
		expect(problems).toEqual([]);
		expect(rows[0]?.row).toMatchObject({
			opportunity_id: 'hubspot:33',
			account_id: 'hubspot:512',
			status: 'won',
			amount_minor: 10_050,
		});
	});

	test('engagements become interactions; tasks among them do not', () => {
		const engagement = (type: string, metadata: Json): Json => ({
			engagement: { id: 5, type, timestamp: 1_768_000_000_000 },
			associations: { companyIds: [512], contactIds: [77] },
			metadata,
		});
		const meeting = {
			startTime: 1_768_003_600_000,
			endTime: 1_768_007_200_000,
			meetingOutcome: 'NO_SHOW',
			title: 'Kick-off',
		};
		const items = [engagement('MEETING', meeting), { ...engagement('TASK', {}), x: 1 }];
		const { rows, problems } = run({ preset: 'hubspot', object: 'interactions', items });
		expect(problems).toEqual([]);
		expect(rows.map(({ row }) => row)).toMatchObject([
			{
				interaction_id: 'hubspot:5',
				contact_id: 'hubspot:77',
				kind: 'meeting',
				attended: false,
				minutes: 60,
				text: 'Kick-off',
			},
		]);
	});

	test('old contacts carry their company and email in properties', () => {
		const contact = {
			vid: 77,
			properties: {
				firstname: { value: 'Ada' },
				lastname: { value: 'Lovelace' },
				email: { value: 'Ada@acme.com' },
			},
			'associated-company': { 'company-id': 512 },
		};
		const { rows } = run({ preset: 'hubspot', object: 'contacts', items: [contact] });
		expect(rows[0]?.row).toMatchObject({
			contact_id: 'hubspot:77',
			account_id: 'hubspot:512',
			name: 'Ada Lovelace',
			email: 'ada@acme.com',
		});
	});
});

describe('Airtable', () => {
	const flat = {
		id: 'recAAAAAAAAAAAAAA',
		createdTime: '2025-01-01T00:00:00.000Z',
		'Account ID': 'CUST-001',
		Name: 'Acme',
		ARR: 1200.5,
		Currency: 'USD',
	};

	test('flat and nested records are one, the account id is the text', () => {
		const { id, createdTime, ...fields } = flat;
		const [a, b] = [flat, { id, createdTime, fields }].map((item) =>
			run({ preset: 'airtable', object: 'accounts', items: [item] }),
		);
		expect(a?.rows[0]?.row).toMatchObject({
			account_id: 'CUST-001',
			arr_minor: 120_050,
			created_at: '2025-01-01T00:00:00.000Z',
		});
		expect(a?.rows[0]?.row).toEqual(b?.rows[0]?.row);
	});

	test('an unticked box is absent and false, when the column is there at all; lookups of one value are that value', () => {
		const ticket = (id: string, more: Json): Json => ({
			id: `rec${id.repeat(14)}`,
			'Account ID': ['CUST-001'],
			Opened: '2026-01-01',
			...more,
		});
		const some = run({
			preset: 'airtable',
			object: 'tickets',
			items: [ticket('A', { Escalated: true }), ticket('B', {})],
		});
		expect(some.rows.map(({ row }) => [row.account_id, row.escalated])).toEqual([
			['CUST-001', true],
			['CUST-001', false],
		]);
		const none = run({ preset: 'airtable', object: 'tickets', items: [ticket('B', {})] });
		expect(none.rows[0]?.row.escalated).toBeNull();
	});
});

describe('Salesforce', () => {
	test('instants of Salesforce, percent of 100, account through the record id in either length', () => {
		const opportunity = {
			attributes: { type: 'Opportunity' },
			Id: '0065g00000A1bCdAAJ',
			AccountId: '001D000000IqhSLIAZ',
			Amount: 5000,
			Probability: 40,
			StageName: 'Proposal',
			CloseDate: '2026-03-31',
			IsClosed: false,
			IsWon: false,
			Type: 'Existing Customer - Upgrade',
			CurrencyIsoCode: 'EUR',
		};
		const aliases = [{ system: 'salesforce', external_id: '001D000000IqhSL', account_id: 'CUST_0001' }];
		const { rows, problems } = run({ preset: 'salesforce', object: 'deals', items: [opportunity], aliases });
		expect(problems).toEqual([]);
		expect(rows[0]?.row).toMatchObject({
			account_id: 'CUST_0001',
			amount_minor: 500_000,
			currency: 'EUR',
			probability: 0.4,
			status: 'open',
			close_on: '2026-03-31',
		});
	});

	test('an account with a website; AnnualRevenue stays out', () => {
		const item = {
			Id: '001D000000IqhSLIAZ',
			Name: 'Acme',
			Website: 'https://www.acme.com/',
			AnnualRevenue: 1e9,
			CreatedDate: '2025-01-01T00:00:00.000+0000',
			ParentId: '001D000000IqhSMIAZ',
		};
		const { rows } = run({ preset: 'salesforce', object: 'accounts', items: [item], currency: 'EUR' });
		expect(rows[0]?.row).toMatchObject({
			account_id: 'salesforce:001D000000IqhSLIAZ',
			parent_id: 'salesforce:001D000000IqhSMIAZ',
			domain: 'acme.com',
			arr_minor: null,
			created_at: '2025-01-01T00:00:00.000Z',
		});
	});
});

describe('Pipedrive', () => {
	test('objects of v1 and ids of v2 give the same deal', () => {
		const v2 = {
			id: 4,
			title: 'X',
			value: 99.5,
			currency: 'EUR',
			org_id: 12,
			owner_id: 3,
			status: 'won',
			won_time: '2026-01-10 08:00:00',
		};
		const v1 = { ...v2, org_id: { value: 12, name: 'Acme' }, owner_id: { id: 3, name: 'Eve' } };
		const [now, old] = [v2, v1].map((item) => run({ preset: 'pipedrive', object: 'deals', items: [item] }));
		expect(now?.rows[0]?.row).toMatchObject({
			opportunity_id: 'pipedrive:4',
			account_id: 'pipedrive:12',
			owner_id: 'pipedrive:3',
			amount_minor: 9950,
			status: 'won',
			close_on: '2026-01-10',
		});
		expect(old?.rows[0]?.row).toEqual(now?.rows[0]?.row);
	});
});

describe('Stripe', () => {
	const item = (from: string, to: string): Json => ({
		id: 'si_1',
		object: 'subscription_item',
		quantity: 5,
		price: {
			id: 'price_1',
			product: 'prod_1',
			unit_amount: 1000,
			currency: 'eur',
			recurring: { interval: 'month', interval_count: 1 },
		},
		current_period_start: Date.parse(from) / 1000,
		current_period_end: Date.parse(to) / 1000,
	});
	const subscription = {
		id: 'sub_12345678',
		object: 'subscription',
		customer: 'cus_12345678',
		status: 'active',
		start_date: Date.parse('2025-02-01T00:00:00Z') / 1000,
		currency: 'eur',
		items: { object: 'list', data: [item('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')] },
	};

	test('a subscription becomes a contract and its lines; the period ends the day before', () => {
		const aliases = [
			{ system: 'stripe', external_id: 'cus_12345678', account_id: 'CUST_0001', merged_at: null },
		];
		const { rows, problems } = run({
			preset: 'stripe',
			object: 'subscriptions',
			items: [subscription],
			aliases,
		});
		expect(problems).toEqual([]);
		expect(rows.map(({ object, row }) => ({ object, ...row }))).toMatchObject([
			{
				object: 'contracts',
				contract_id: 'stripe:sub_12345678',
				account_id: 'CUST_0001',
				ends_on: '2026-01-31',
				status: 'active',
			},
			{
				object: 'contractLines',
				line_id: 'stripe:si_1',
				ends_on: '2026-01-31',
				arr_minor: 60_000,
				currency: 'EUR',
			},
		]);
	});

	test('a period mapped from the subscription itself is told', () => {
		const result = run({
			preset: 'stripe',
			object: 'subscriptions',
			items: [],
			mapping: { ends_on: 'current_period_end' },
		});
		expect(result.notes).toMatchObject([{ code: 'period-on-item' }]);
	});

	test('a customer with expanded subscriptions knows what it pays; metadata holds our id', () => {
		const customer = {
			id: 'cus_12345678',
			object: 'customer',
			name: 'Acme',
			email: 'x@acme.com',
			currency: 'eur',
			created: 1_700_000_000,
			metadata: { account_id: 'CUST_0001' },
			subscriptions: { data: [subscription] },
		};
		const { rows } = run({
			preset: 'stripe',
			object: 'accounts',
			items: [customer],
			keyField: 'metadata.account_id',
		});
		expect(rows[0]?.row).toMatchObject({
			account_id: 'CUST_0001',
			name: 'Acme',
			domain: 'acme.com',
			arr_minor: 60_000,
			currency: 'EUR',
			renewal_on: '2026-01-31',
		});
	});

	test('an invoice in cents of its currency', () => {
		const invoice = {
			id: 'in_12345678',
			object: 'invoice',
			customer: { id: 'cus_12345678' },
			total: 1200,
			currency: 'jpy',
			status: 'open',
			created: 1_768_000_000,
			due_date: 1_770_000_000,
		};
		const { rows, problems } = run({ preset: 'stripe', object: 'invoices', items: [invoice] });
		expect(problems).toEqual([]);
		expect(rows[0]?.row).toMatchObject({
			account_id: 'stripe:cus_12345678',
			amount_minor: 1200,
			currency: 'JPY',
			status: 'open',
			due_on: '2026-02-02',
		});
	});
});

describe('tables', () => {
	test('a sheet: headings of people, everything text, amounts in major units', () => {
		const items = [
			{
				row_number: 2,
				'Account ID': 'CUST_0001',
				Name: 'Acme',
				ARR: '$1,200.50',
				Currency: 'USD',
				'Renewal Date': '2026-06-30',
				Seats: '25',
				Tier: 'Pro',
				Notes: 'x',
			},
			{
				row_number: 3,
				'Account ID': 'CUST_0002',
				Name: 'Beta',
				ARR: '',
				Currency: 'USD',
				'Renewal Date': 'soon',
				Seats: '',
				Tier: '',
				Notes: '',
			},
		];
		const result = run({ preset: 'googleSheets', object: 'accounts', items });
		expect(result.rows[0]?.row).toMatchObject({
			account_id: 'CUST_0001',
			arr_minor: 120_050,
			renewal_on: '2026-06-30',
			seats: 25,
			tier: 'professional',
		});
		expect(result.rows[1]?.row).toMatchObject({ arr_minor: null, seats: null, renewal_on: null });
		expect(result.problems).toMatchObject([
			{ itemIndex: 1, usable: true, issues: [{ code: 'date-unreadable' }] },
		]);
		expect(result.unmapped).toEqual(['Notes']);
	});

	test('our own rows go through unchanged; an unknown value is an error', () => {
		const row = {
			id: 1,
			createdAt: '2026-01-01',
			account_id: 'CUST_0001',
			arr_minor: 120_050,
			currency: 'USD',
			tier: 'gold',
		};
		const result = run({ preset: 'dataTable', object: 'accounts', items: [row] });
		expect(result.rows[0]?.row).toMatchObject({ account_id: 'CUST_0001', arr_minor: 120_050, tier: null });
		expect(result.problems[0]?.issues[0]).toMatchObject({ code: 'enum-value', severity: 'error' });
		expect(result.unmapped).toEqual([]);
	});

	test('a database: columns of ours in minor units, or mapped ones in major units', () => {
		const own = run({
			preset: 'postgres',
			object: 'accounts',
			items: [{ account_id: 'a', arr_minor: '5000', currency: 'EUR', started_on: new Date(0) }],
		});
		expect(own.rows[0]?.row).toMatchObject({ arr_minor: 5000, started_on: '1970-01-01' });
		const mapping = { account_id: 'cust', arr_minor: 'yearly_fee' };
		const mapped = run({
			preset: 'postgres',
			object: 'accounts',
			items: [{ cust: 7, yearly_fee: '50.00' }],
			mapping,
			currency: 'EUR',
		});
		expect(mapped.rows[0]?.row).toMatchObject({ account_id: '7', arr_minor: 5000, currency: 'EUR' });
	});

	test('accounts without an id get the next number, and the same one on the second day', () => {
		const items = [
			{ Name: 'Acme', Website: 'acme.com' },
			{ Name: 'Beta' },
			{ 'Account ID': 'CUST_0009', Name: 'Gamma' },
		];
		const ids = (result: ItemsResult): unknown[] => result.rows.map(({ row }) => row.account_id);
		const accounts = [{ account_id: 'CUST_0041', name: 'Old' }];
		const first = run({ preset: 'googleSheets', object: 'accounts', items, accounts, newIds: true });
		expect(ids(first)).toEqual(['CUST_0042', 'CUST_0043', 'CUST_0009']);
		const known = [...accounts, ...first.rows.map(({ row }) => row)];
		const second = run({ preset: 'googleSheets', object: 'accounts', items, accounts: known, newIds: true });
		expect(ids(second)).toEqual(ids(first));
		const company = { id: '5', properties: { name: 'Delta' } };
		const vendor = run({ preset: 'hubspot', object: 'accounts', items: [company], accounts, newIds: true });
		expect(vendor.rows.map(({ row }) => row.account_id)).toEqual(['CUST_0042', 'CUST_0042']);
		const without = run({ preset: 'googleSheets', object: 'accounts', items: [{ Name: 'Acme' }] });
		expect(codes(without)).toEqual(['required-missing']);
	});

	test('two records with one key: the first is kept, the second is a problem', () => {
		const items = [
			{ account_id: 'a', name: 'One' },
			{ account_id: 'a', name: 'Two' },
		];
		const result = run({ preset: 'dataTable', object: 'accounts', items });
		expect(result.rows.map(({ row }) => row.name)).toEqual(['One']);
		expect(result.problems).toMatchObject([{ itemIndex: 1, usable: false, issues: [{ code: 'same-key' }] }]);
	});

	test('a child of an account nobody handed over is kept and told', () => {
		const items = [{ ticket_id: 1, account_id: 'b' }, { ticket_id: 2 }];
		const result = run({ preset: 'dataTable', object: 'tickets', items, accounts: [{ account_id: 'a' }] });
		expect(result.rows).toHaveLength(2);
		expect(codes(result)).toEqual(['account-unknown', 'account-missing']);
	});
});

describe('items that are none', () => {
	test('no id, an object the system does not have, hostile shapes', () => {
		expect(codes(run({ preset: 'hubspot', object: 'accounts', items: [{ foo: 1 }] }))).toEqual([
			'item-without-id',
		]);
		expect(run({ preset: 'hubspot', object: 'surveyAnswers', items: [{}] }).notes).toMatchObject([
			{ code: 'object-not-in-preset' },
		]);
		const ids: readonly unknown[] = ['x', 1, null, {}, [], 'cus_1'];
		for (const { id: preset, objects } of ITEM_PRESETS) {
			const isCalendar = preset === 'googleCalendar' || preset === 'outlook';
			for (const object of objects) {
				const items = ids.map((id) => {
					const hostile = {
						id,
						Id: id,
						properties: id,
						fields: id,
						associations: 7,
						attendees: 'no',
						start: 3,
						items: 'no',
					};
					return hostile as unknown as Json;
				});
				const { rows, problems, removed } = run({ preset, object, items });
				const met = new Set([...rows, ...problems].map(({ itemIndex }) => itemIndex));
				// A HubSpot or Pipedrive task that is not ours gives no row by design, and a removed id is an answer, too.
				if (object !== 'tasks' && object !== 'interactions')
					expect([preset, object, met.size]).toEqual([preset, object, ids.length]);
				if (isCalendar) expect(met.size + removed.length).toBe(ids.length);
			}
		}
	});

	test('zero items are zero rows', () => {
		expect(run({ preset: 'airtable', object: 'accounts', items: [] })).toMatchObject({
			rows: [],
			problems: [],
			notes: [],
		});
	});
});
