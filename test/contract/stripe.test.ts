import { normaliseRow } from '../../scoring/intake/normaliseRow';
import { ConnectorFault } from '../../shared/connectors/ConnectorFault';
import { createCall } from '../../shared/connectors/engine/createCall';
import { prepareBase } from '../../shared/connectors/engine/prepareBase';
import type {
	RawRecord,
	ReadRequest,
	SourceObject,
	SourceSettings,
	Window,
} from '../../shared/connectors/Source';
import { stripe } from '../../shared/connectors/stripe/stripe';
import { STRIPE_API_VERSION } from '../../shared/connectors/stripe/stripeRequest';
import { sendTo } from '../fakes/sendTo';
import { createStripeFake, STRIPE_KEY } from '../fakes/stripe';
import { addInvoice, addSubscription, stripeItem, type Row } from '../fakes/stripeRecords';
import { virtualClock } from '../fakes/virtualClock';
import { contractSuite } from './contractSuite';

const settings: SourceSettings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: 'metadata.account_id',
	results: {},
	currency: null,
	options: { writeMetadata: true },
};
const headers = { authorization: `Bearer ${STRIPE_KEY}` };
const readOnlySettings: SourceSettings = { ...settings, options: {} };

contractSuite({
	source: stripe,
	settings,
	headers,
	create: createStripeFake,
	capabilities: {
		lacks: {
			'daily-quota': 'Stripe has no daily allowance',
			merge: 'customers cannot be merged',
			opportunities: 'a deal belongs into a CRM',
			prepare: 'metadata needs no setting up',
			tasks: 'a task belongs into a CRM',
			'unknown-fields': 'metadata has no list of keys: a missing one is an account without it',
		},
	},
});

const DAY = 86_400;

function start(accounts = 1, children = 0) {
	const clock = virtualClock();
	const fake = createStripeFake({ accounts, children, now: clock.now });
	const call = createCall({
		source: stripe,
		settings,
		send: sendTo(fake, headers),
		clock,
		random: () => 0,
	});
	const [customer = ''] = fake.accountIds();
	/** Of the first customer. */
	const only = fake.records.subscriptions.get(fake.records.held.get(customer)?.[0] ?? '') ?? {};
	return { clock, fake, call, customer, only, now: fake.records.seconds() };
}
type Start = ReturnType<typeof start>;

async function readAll(
	run: Start,
	object: SourceObject,
	more: Partial<ReadRequest> = {},
): Promise<RawRecord[]> {
	const records: RawRecord[] = [];
	let cursor: string | null = null;
	do {
		const request: ReadRequest = { object, window: null, removed: false, fields: [], ...more };
		const page = await stripe.readPage(run.call, settings, request, cursor);
		records.push(...page.records);
		cursor = page.next;
	} while (cursor !== null);
	return records;
}

function shape(object: SourceObject, record: RawRecord | undefined) {
	const reader = stripe.readers[object];
	if (reader === undefined || record === undefined) throw new Error(`no ${object}`);
	const mapped = Object.fromEntries(
		Object.entries(reader.fields).map(([name, field]) => [name, record.fields[field]]),
	);
	return reader.shape(record, mapped, settings);
}

/** The row of our table of the first account. */
async function accountOf(run: Start) {
	const [record] = await readAll(run, 'accounts');
	const [shaped] = shape('accounts', record);
	return normaliseRow(
		'accounts',
		{ account_id: 'a', ...shaped?.values },
		{ origin: 'vendor', amounts: shaped!.amounts, currency: null },
	);
}

const setItems = (run: Start, items: readonly Row[]) => {
	run.only.items = { object: 'list', data: items, has_more: false };
};
const faultOf = async (promise: Promise<unknown>): Promise<ConnectorFault> => {
	const error = await promise.then(
		() => new Error('nothing was refused'),
		(fault: unknown) => fault,
	);
	if (error instanceof ConnectorFault) return error;
	throw error;
};

describe('customers', () => {
	test('an account with what its subscription brings in a year', async () => {
		const { row } = await accountOf(start());
		expect(row).toMatchObject({
			name: 'Customer 1',
			domain: 'customer-1.example',
			country: 'DE',
			language: 'de',
			currency: 'USD',
			plan: 'professional',
			seats: 2,
			arr_minor: 24_000,
			mrr_minor: 2_000,
			started_on: '2025-10-16',
			renewal_on: '2026-12-09',
		});
	});

	test('every request names the API version, expands the subscriptions, and asks for 100', async () => {
		const run = start(250);
		expect(await readAll(run, 'accounts')).toHaveLength(250);
		expect(run.fake.log).toHaveLength(3);
		for (const request of run.fake.log) {
			expect(request.headers['stripe-version']).toBe(STRIPE_API_VERSION);
			expect(request.query).toMatchObject({ limit: '100', 'expand[0]': 'data.subscriptions' });
		}
	});

	test.each<[string, Parameters<typeof stripeItem>[1], number | null]>([
		['a year', { amount: 120_000, interval: 'year' }, 120_000],
		['three months', { amount: 30_000, count: 3 }, 120_000],
		['a week', { amount: 1_000, interval: 'week' }, 52_000],
		['two years', { amount: 240_000, interval: 'year', count: 2 }, 120_000],
		['parts of a cent, as a decimal text', { amount: null, decimal: '0.5', quantity: 10_000 }, 60_000],
		['a price of nothing', { amount: 0 }, 0],
		['tiers', { tiered: true }, null],
		['use', { usage: 'metered' }, null],
		['yen, which has no cents', { amount: 5_000, currency: 'jpy' }, 60_000],
		['krona, which Stripe counts in hundredths', { amount: 500_000, currency: 'isk' }, 60_000],
		['ariary, which Stripe counts in whole units', { amount: 5_000, currency: 'mga' }, 6_000_000],
	])('a price per %s', async (_what, item, arr) => {
		const run = start();
		setItems(run, [stripeItem(run.fake.records, item)]);
		const { row, raw } = await accountOf(run);
		expect(row.arr_minor).toBe(arr);
		expect(raw.arr_minor).toBe(arr === null ? '1 without a fixed price' : undefined);
	});

	test('a quantity left over on a metered item is not multiplied', async () => {
		const run = start();
		setItems(run, [{ ...stripeItem(run.fake.records, { usage: 'metered' }), quantity: 5 }]);
		expect((await accountOf(run)).row.arr_minor).toBeNull();
	});

	test('a price for packs counts packs', async () => {
		const run = start();
		const item = stripeItem(run.fake.records, { amount: 1_000, quantity: 25 });
		item.price = { ...(item.price as Row), transform_quantity: { divide_by: 10, round: 'up' } };
		setItems(run, [item]);
		expect((await accountOf(run)).row.arr_minor).toBe(36_000);
	});

	test('several currencies are not added up: null, with the sums kept and reported', async () => {
		const run = start();
		addSubscription(run.fake.records, run.customer, [{ amount: 2_000, currency: 'eur' }]);
		const { row, raw, issues } = await accountOf(run);
		expect(row).toMatchObject({ arr_minor: null, currency: null, seats: null });
		expect(raw.arr_minor).toBe('EUR 24000 + USD 24000');
		expect(issues.map(({ path }) => path)).toContain('accounts.arr_minor');
	});

	test('several subscriptions in one currency add up; the one that ends first sets the renewal', async () => {
		const run = start();
		addSubscription(run.fake.records, run.customer, [{ amount: 500, endsInDays: 5 }, { amount: 100 }]);
		expect((await accountOf(run)).row).toMatchObject({
			arr_minor: 31_200,
			renewal_on: '2026-11-24',
			plan: null,
		});
	});

	test.each<[string, number | null]>([
		['past_due', 24_000],
		['trialing', null],
		['unpaid', null],
		['paused', null],
	])('a subscription that is %s', async (status, arr) => {
		const run = start();
		run.only.status = status;
		expect((await accountOf(run)).row).toMatchObject({ arr_minor: arr, renewal_on: '2026-12-09' });
	});

	test('discounts are noted, not taken off', async () => {
		const run = start();
		run.only.discounts = ['di_1', 'di_2'];
		const { row } = await accountOf(run);
		expect(row.arr_minor).toBe(24_000);
		expect(JSON.parse(String(row.custom_json))).toEqual({ discounts: 2 });
	});

	test('more than ten subscriptions, and more than ten items, are read whole', async () => {
		const run = start();
		for (let count = 0; count < 12; count += 1)
			addSubscription(run.fake.records, run.customer, [{ amount: 100 }]);
		setItems(
			run,
			Array.from({ length: 15 }, () => stripeItem(run.fake.records, { amount: 100 })),
		);
		expect((await accountOf(run)).row.arr_minor).toBe((12 + 15) * 1_200);
	});

	test('a customer without subscriptions has no revenue known, not 0; a private mailbox is no domain', async () => {
		const run = start();
		run.only.status = 'canceled';
		run.fake.change(run.customer, { email: 'someone@gmail.com' });
		expect((await accountOf(run)).row).toMatchObject({ arr_minor: null, renewal_on: null, domain: null });
	});
});

describe('subscriptions', () => {
	test('a contract and its lines; the exclusive end of the period is a day later than the last one', async () => {
		const run = start();
		const [contract, line] = shape('subscriptions', (await readAll(run, 'subscriptions'))[0]);
		expect(contract).toMatchObject({
			object: 'contracts',
			accountExternalId: run.customer,
			values: {
				contract_id: `stripe:${String(run.only.id)}`,
				starts_on: '2025-10-16',
				ends_on: '2026-12-09',
				term_months: 1,
				auto_renew: true,
				status: 'active',
			},
		});
		expect(line).toMatchObject({
			object: 'contractLines',
			amounts: 'minor',
			values: {
				product_id: 'prod_usd',
				quantity: 2,
				unit_price_minor: 1_000,
				arr_minor: 24_000,
				currency: 'USD',
				starts_on: '2026-11-10',
				ends_on: '2026-12-09',
				status: 'active',
			},
		});
	});

	test.each<[string, (now: number) => Row, Row]>([
		[
			'to be cancelled at the end of the period',
			() => ({ cancel_at_period_end: true }),
			{ auto_renew: false, ends_on: '2026-12-09' },
		],
		[
			'to be cancelled on a day',
			(now) => ({ cancel_at: now + 50 * DAY }),
			{ auto_renew: false, ends_on: '2027-01-08' },
		],
		[
			'cancelled',
			(now) => ({ status: 'canceled', ended_at: now }),
			{ auto_renew: false, ends_on: '2026-11-19', status: 'ended' },
		],
		['never paid', () => ({ status: 'incomplete_expired' }), { auto_renew: false, status: 'terminated' }],
		['a trial', () => ({ status: 'trialing' }), { auto_renew: true, status: 'active' }],
	])('one that is %s', async (_what, change, expected) => {
		const run = start();
		Object.assign(run.only, change(run.now));
		const [record] = await readAll(run, 'subscriptions');
		const [contract, line] = shape('subscriptions', record);
		expect(contract?.values).toMatchObject(expected);
		if (run.only.status === 'trialing') expect(line?.values.arr_minor).toBe(0);
	});

	test('items of different length have no one term; parts of a cent no whole unit price', async () => {
		const run = start();
		const { records } = run.fake;
		setItems(run, [
			stripeItem(records, { interval: 'year', amount: 12_000 }),
			stripeItem(records, { decimal: '0.25', quantity: 400, endsInDays: 3 }),
			stripeItem(records, { tiered: true }),
		]);
		const [contract, ...lines] = shape('subscriptions', (await readAll(run, 'subscriptions'))[0]);
		expect(contract?.values).toMatchObject({ term_months: null, ends_on: '2026-11-22' });
		expect(lines.map(({ values }) => [values.unit_price_minor, values.arr_minor])).toEqual([
			[12_000, 12_000],
			[null, 1_200],
			[null, null],
		]);
	});
});

describe('invoices', () => {
	test.each<[string, Row, Row]>([
		[
			'paid',
			{},
			{
				issued_on: '2026-10-12',
				due_on: '2026-11-10',
				paid_on: '2026-11-15',
				amount_minor: 12_000,
				currency: 'USD',
			},
		],
		[
			'open',
			{ status: 'open', status_transitions: { finalized_at: null, paid_at: null } },
			{ issued_on: '2026-10-11', paid_on: null },
		],
		[
			'charged at once',
			{ due_date: null, total: 5_000, currency: 'jpy' },
			{ due_on: null, amount_minor: 5_000, currency: 'JPY' },
		],
		['uncollectible', { status: 'uncollectible' }, { status: 'uncollectible' }],
	])('one that is %s', async (_what, given, expected) => {
		const run = start();
		const invoice = addInvoice(run.fake.records, run.customer, given);
		const [row] = shape('invoices', (await readAll(run, 'invoices'))[0]);
		expect(row).toMatchObject({ object: 'invoices', accountExternalId: run.customer, amounts: 'minor' });
		expect(row?.values).toMatchObject({
			invoice_id: `stripe:${String(invoice.id)}`,
			status: invoice.status,
			...expected,
		});
	});
});

describe('what changed', () => {
	const windowOf = (run: Start, days: number): Window => ({
		from: new Date((run.fake.records.seconds() - days * DAY) * 1000).toISOString(),
		to: new Date((run.fake.records.seconds() + 1) * 1000).toISOString(),
	});

	test('the object as it is now, once, however many events name it', async () => {
		const run = start(3);
		for (const name of ['One', 'Two', 'Three']) run.fake.change(run.customer, { name });
		Object.assign(run.only, { status: 'past_due' });
		run.fake.records.tell('customer.subscription.updated', run.only);
		const records = await readAll(run, 'accounts', { window: windowOf(run, 1) });
		expect(records.map(({ id, fields }) => [id, fields.name])).toEqual([[run.customer, 'Three']]);
		expect(run.fake.log.map(({ path }) => path)).toEqual(['/v1/events', `/v1/customers/${run.customer}`]);
		const [subscription] = await readAll(run, 'subscriptions', { window: windowOf(run, 1) });
		// The event itself is in the shape of 2020, without the period on the items.
		expect(shape('subscriptions', subscription)[0]?.values.ends_on).toBe('2026-12-09');
	});

	test('deleted customers, and invoices that are gone meanwhile', async () => {
		const run = start(3, 1);
		run.fake.remove(run.customer);
		const gone = await readAll(run, 'accounts', { window: windowOf(run, 1), removed: true });
		expect(gone).toMatchObject([{ id: run.customer, removed: true }]);
		// Its subscription was cancelled with it; the customer is told once.
		expect(await readAll(run, 'accounts', { window: windowOf(run, 1) })).toEqual([]);
		const draft = addInvoice(run.fake.records, run.customer, { status: 'draft' });
		run.fake.records.tell('invoice.created', draft);
		run.fake.records.invoices.delete(String(draft.id));
		expect(await readAll(run, 'invoices', { window: windowOf(run, 1) })).toEqual([]);
		run.fake.records.tell('invoice.deleted', draft);
		const drafts = await readAll(run, 'invoices', { window: windowOf(run, 1), removed: true });
		expect(drafts).toMatchObject([{ id: draft.id, removed: true }]);
		expect(await readAll(run, 'subscriptions', { window: windowOf(run, 1), removed: true })).toEqual([]);
	});

	test('a window of more than 30 days is read as everything', async () => {
		const run = start(120);
		expect(await readAll(run, 'accounts', { window: windowOf(run, 31) })).toHaveLength(120);
		expect(run.fake.log.every(({ path }) => path === '/v1/customers')).toBe(true);
		expect(await readAll(run, 'accounts', { window: windowOf(run, 29) })).toHaveLength(0);
	});

	test('accounts that were not read are looked up', async () => {
		const run = start(3);
		const ids = run.fake.accountIds();
		run.fake.remove(ids[1] ?? '');
		const found = await stripe.lookUpAccounts!(run.call, settings, [...ids, 'cus_nobody']);
		expect(found.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
	});
});

describe('read only unless allowed', () => {
	const row = (externalId: string | null, fields: Record<string, string | number | null>) => ({
		accountId: 'CUST_0001',
		externalId,
		fields,
	});
	const score = { 'metadata.cs_health_score': 81.8 };

	test('without the option nothing is sent, and the message says how', async () => {
		const run = start();
		const fault = await faultOf(stripe.scores!.write(run.call, readOnlySettings, [row(run.customer, score)]));
		expect(fault).toMatchObject({ code: 'stripe-read-only', faultClass: 'auth' });
		expect(fault.remedy).toContain('Write Metadata');
		expect(run.fake.log).toEqual([]);
		expect(stripe.createTask).toBeNull();
		expect(stripe.upsertOpportunity).toBeNull();
	});

	test('a form with an idempotency key that is new for each write: a value that goes back is written again', async () => {
		const run = start();
		for (const value of [80, 70, 80]) {
			await stripe.scores!.write(run.call, settings, [
				row(run.customer, { 'metadata.cs_health_score': value }),
			]);
		}
		expect(run.fake.account(run.customer)).toMatchObject({ 'metadata.cs_health_score': '80' });
		const keys = run.fake.log.map((request) => request.headers['idempotency-key']);
		expect(new Set(keys).size).toBe(3);
	});

	test('the repeat of a lost write has the key of the first', async () => {
		const run = start();
		run.fake.plan({ fault: 'drop-after', on: 'POST' });
		await stripe.scores!.write(run.call, settings, [row(run.customer, score)]);
		const keys = run.fake.log.map((request) => request.headers['idempotency-key']);
		expect(keys).toHaveLength(2);
		expect(new Set(keys).size).toBe(1);
		expect(run.fake.records.events.filter(({ type }) => type === 'customer.updated')).toHaveLength(1);
	});

	test('long texts are cut, null deletes the key, other fields are refused', async () => {
		const run = start();
		const fields = { 'metadata.cs_reasons': 'x'.repeat(900), 'metadata.account_id': null };
		await stripe.scores!.write(run.call, settings, [row(run.customer, fields)]);
		expect(run.fake.account(run.customer)?.['metadata.cs_reasons']).toHaveLength(500);
		expect(run.fake.account(run.customer)).not.toHaveProperty(['metadata.account_id']);
		expect(
			await faultOf(stripe.scores!.write(run.call, settings, [row(run.customer, { name: 'x' })])),
		).toMatchObject({
			faultClass: 'schema',
			field: 'name',
		});
	});

	test('found by the key in metadata, quotes and backslashes included', async () => {
		const run = start(3);
		const odd = String.raw`O'Hara \ Co`;
		run.fake.change(run.customer, { 'metadata.account_id': odd });
		const byKey = (accountId: string) => [{ accountId, externalId: null, fields: score }];
		expect(await stripe.scores!.write(run.call, settings, byKey(odd))).toMatchObject([
			{ externalId: run.customer },
		]);
		expect(await stripe.scores!.write(run.call, settings, byKey(`stripe:${run.customer}`))).toMatchObject([
			{ ok: true },
		]);
		expect(await stripe.scores!.write(run.call, settings, byKey('NOBODY'))).toMatchObject([
			{ ok: false, fault: { faultClass: 'poison' } },
		]);
		run.fake.change(run.fake.accountIds()[1] ?? '', { 'metadata.account_id': odd });
		expect(await stripe.scores!.write(run.call, settings, byKey(odd))).toMatchObject([
			{ ok: false, fault: { message: expect.stringContaining('both carry it') } },
		]);
		expect(await stripe.scores!.write(run.call, { ...settings, keyField: '' }, byKey(odd))).toMatchObject([
			{ ok: false },
		]);
	});

	test('prepare base names the permission, and cannot give it', async () => {
		const run = start();
		const steps = [];
		for await (const step of prepareBase({ source: stripe, settings, call: run.call, apply: true }))
			steps.push(step);
		expect(steps).toMatchObject([
			{ kind: 'permission', status: 'by-hand', message: expect.stringContaining('Write on customers') },
		]);
		expect(await stripe.planBase(run.call, readOnlySettings)).toEqual([]);
		expect(await faultOf(stripe.createStep(run.call, settings, steps[0]!))).toMatchObject({
			faultClass: 'schema',
		});
	});
});

describe('limits and refusals', () => {
	test('25 a second at each endpoint, less in a sandbox', () => {
		expect(stripe.limits(settings).every(({ requests, perMs }) => requests === 25 && perMs === 1_000)).toBe(
			true,
		);
		expect(stripe.limits({ ...settings, options: { sandbox: true } })[0]?.requests).toBe(12);
	});

	test('fields: the standard ones and the metadata keys that are used', async () => {
		const run = start(2);
		run.fake.change(run.customer, { 'metadata.tier': 'gold' });
		const ids = (await stripe.listFields(run.call, settings, 'accounts')).map(({ id }) => id);
		expect(ids).toEqual(
			expect.arrayContaining(['name', 'metadata.tier', 'metadata.account_id', 'subscriptions.arr_minor']),
		);
		expect(await stripe.listFields(run.call, settings, 'invoices')).toEqual([]);
	});

	test.each([
		[401, { message: 'Invalid API Key provided: rk_live_****abcd' }, 'auth', 'restricted key'],
		[
			403,
			{ message: "Having the 'rak_subscription_read' permission would allow this" },
			'auth',
			'Read on subscription (rak_subscription_read)',
		],
		[403, { message: 'no' }, 'auth', 'the permission that the message names'],
		[429, { code: 'rate_limit' }, 'throttle', 'waits by itself'],
		[429, { code: 'lock_timeout' }, 'transient', 'same object'],
		[409, { code: 'idempotency_key_in_use' }, 'transient', 'same object'],
		[404, { code: 'resource_missing', param: 'id' }, 'not-found', 'live and sandbox'],
		[400, { code: 'resource_missing', param: 'starting_after' }, 'cursor', 'again'],
		[400, { param: 'metadata[cs_reasons]' }, 'poison', '50 metadata keys'],
		[400, { code: 'parameter_unknown', param: 'foo' }, 'request', 'report'],
		[500, { type: 'api_error' }, 'transient', 'tries again'],
	])('%i %j means %s', (status, error, faultClass, remedy) => {
		const request = { method: 'GET', path: '/v1/customers', idempotent: true } as const;
		const fault = stripe.classify({ status, headers: {}, body: { error } }, request);
		expect(fault.faultClass).toBe(faultClass);
		expect(fault.remedy).toContain(remedy);
		expect(fault.message).toContain('GET /v1/customers');
		expect(fault.message).not.toContain('rk_live');
	});

	test('waits as long as Stripe asks, else a second; quotes no address', () => {
		const request = { method: 'GET', path: '/v1/customers', idempotent: true } as const;
		const waitOf = (headers: Record<string, string>) =>
			stripe.classify({ status: 429, headers, body: {} }, request).waitMs;
		expect([waitOf({}), waitOf({ 'retry-after': '3' })]).toEqual([1_000, 3_000]);
		const body = { error: { message: 'Invalid email: jo@customer.example' } };
		expect(stripe.classify({ status: 400, headers: {}, body }, request).message).not.toContain(
			'customer.example',
		);
	});

	test('a page that is not a list is no empty list', async () => {
		const half = async () => await Promise.resolve({ status: 200, headers: {}, body: { object: 'list' } });
		const request: ReadRequest = { object: 'accounts', window: null, removed: false, fields: [] };
		expect((await faultOf(stripe.readPage(half, settings, request, null))).faultClass).toBe('transient');
		expect(
			(await faultOf(stripe.readPage(half, settings, { ...request, object: 'invoices' }, null))).code,
		).toBe('stripe-not-json');
		expect(await stripe.readPage(half, settings, { ...request, object: 'deals' }, null)).toEqual({
			records: [],
			next: null,
		});
	});
});
