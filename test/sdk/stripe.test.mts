// Stripe's own SDK as a second client of our fake: for the same call it must send what our source sends, or the reason stands here.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, test } from 'node:test';
import Stripe from 'stripe';
import { createCall } from '../../shared/connectors/engine/createCall.ts';
import type { SourceObject } from '../../shared/connectors/Source.ts';
import { recurringOfItem } from '../../shared/connectors/stripe/recurringOfItem.ts';
import { stripe } from '../../shared/connectors/stripe/stripe.ts';
import { STRIPE_API_VERSION } from '../../shared/connectors/stripe/stripeRequest.ts';
import { sendTo } from '../fakes/sendTo.ts';
import { serve } from '../fakes/serve.mts';
import { createStripeFake, STRIPE_KEY } from '../fakes/stripe.ts';
import { virtualClock } from '../fakes/virtualClock.ts';

const clock = virtualClock();
const fake = createStripeFake({ accounts: 3, children: 1, now: clock.now });
const { url, close } = await serve(fake);
after(close);
const { hostname, port } = new URL(url);
const sdk = new Stripe(STRIPE_KEY, {
	host: hostname,
	port: Number(port),
	protocol: 'http',
	maxNetworkRetries: 0,
	telemetry: false,
});
const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: 'metadata.account_id',
	results: {},
	currency: null,
	options: { writeMetadata: true },
};
const call = createCall({
	source: stripe,
	settings,
	send: sendTo(fake, { authorization: `Bearer ${STRIPE_KEY}` }),
	clock,
	pace: false,
});
const window = { from: '2026-11-19T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' };
const created = { gte: Date.parse(window.from) / 1000, lt: Date.parse(window.to) / 1000 };

/** What went over the wire while `work` ran. */
async function wire(work: () => Promise<unknown>) {
	const before = fake.log.length;
	const result = await work();
	const requests = fake.log.slice(before);
	for (const { status, headers } of requests) {
		ok(status < 300);
		equal(headers.authorization, `Bearer ${STRIPE_KEY}`);
		equal(headers['stripe-version'], STRIPE_API_VERSION);
	}
	return {
		result,
		requests: requests.map(({ method, path, query, body }) => ({
			method,
			path,
			query,
			body: body === null ? null : String(body),
		})),
	};
}

const read = async (object: SourceObject, changed = false) =>
	await stripe.readPage(
		call,
		settings,
		{ object, window: changed ? window : null, removed: false, fields: [] },
		null,
	);

test('the API version is that of the SDK whose shapes were read', () => {
	equal(Stripe.API_VERSION, STRIPE_API_VERSION);
});

test('lists: same path and query, and the SDK reads the fake without complaint', async () => {
	const pairs = [
		[() => sdk.customers.list({ limit: 100, expand: ['data.subscriptions'] }), () => read('accounts')],
		[() => sdk.subscriptions.list({ status: 'all', limit: 100 }), () => read('subscriptions')],
		[() => sdk.invoices.list({ limit: 100 }), () => read('invoices')],
	] as const;
	for (const [theirs, ours] of pairs) {
		const bySdk = await wire(theirs);
		const bySource = await wire(ours);
		deepEqual(bySource.requests, bySdk.requests);
		equal((bySource.result as { records: unknown[] }).records.length, 3);
		equal((bySdk.result as { data: unknown[] }).data.length, 3);
	}
});

test('the same yearly revenue from the SDK’s typed object, its decimals included', async () => {
	const { data } = await sdk.subscriptions.list({ status: 'all', limit: 100 });
	const { records } = await read('subscriptions');
	for (const subscription of data) {
		const [item] = subscription.items.data;
		const raw = records.find(({ id }) => id === subscription.id)?.fields.items as {
			data: Array<Record<string, unknown>>;
		};
		const cents = Number(item?.price.unit_amount_decimal?.toString()) * (item?.quantity ?? 0) * 12;
		equal(recurringOfItem(raw.data[0] ?? {}).arrMinor, cents);
		ok((item?.current_period_end ?? 0) > 0);
		equal('current_period_end' in subscription, false);
	}
});

test('changes: events by type and time, then each object', async () => {
	const [id = ''] = fake.accountIds();
	fake.change(id, { name: 'Renamed' });
	const types = ['created', 'updated'].map((what) => `customer.${what}`);
	const of = ['created', 'updated', 'deleted', 'paused', 'resumed'].map(
		(what) => `customer.subscription.${what}`,
	);
	const bySdk = await wire(async () => {
		await sdk.events.list({ types: [...types, ...of], created, limit: 100 });
		await sdk.customers.retrieve(id, { expand: ['subscriptions'] });
	});
	// The SDK orders its parameters otherwise; a query has no order.
	deepEqual((await wire(() => read('accounts', true))).requests, bySdk.requests);
});

test('deletions: events of one type', async () => {
	const bySdk = await wire(() => sdk.events.list({ types: ['customer.deleted'], created, limit: 100 }));
	const ours = await wire(() =>
		stripe.readPage(call, settings, { object: 'accounts', window, removed: true, fields: [] }, null),
	);
	deepEqual(ours.requests, bySdk.requests);
});

test('metadata: the same form; both send an idempotency key', async () => {
	const [id = ''] = fake.accountIds();
	const retrying = new Stripe(STRIPE_KEY, {
		host: hostname,
		port: Number(port),
		protocol: 'http',
		maxNetworkRetries: 1,
		telemetry: false,
	});
	const bySdk = await wire(() =>
		retrying.customers.update(id, { metadata: { cs_health_score: '81.8', cs_health_trend: '' } }),
	);
	const fields = { 'metadata.cs_health_score': 81.8, 'metadata.cs_health_trend': null };
	const ours = await wire(() =>
		stripe.scores!.write(call, settings, [{ accountId: 'a', externalId: id, fields }]),
	);
	deepEqual(ours.requests, bySdk.requests);
	const [theirKey, ourKey] = fake.log.slice(-2).map(({ headers }) => headers['idempotency-key']);
	match(ourKey ?? '', /^cs-[0-9a-f-]{36}$/);
	ok(theirKey !== undefined && theirKey !== ourKey);
});

test('search by key: the same query', async () => {
	const bySdk = await wire(() =>
		sdk.customers.search({ query: "metadata['account_id']:'CUST_0002'", limit: 2 }),
	);
	const row = { accountId: 'CUST_0002', externalId: null, fields: { 'metadata.cs_health_band': 'good' } };
	const ours = await wire(() => stripe.scores!.write(call, settings, [row]));
	deepEqual(ours.requests.slice(0, 1), bySdk.requests);
});
