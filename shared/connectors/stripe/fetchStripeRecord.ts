import { ConnectorFault } from '../ConnectorFault';
import type { RawRecord, SourceObject } from '../Source';
import type { Call } from '../Wire';
import { flattenStripeCustomer, metadataOf } from './flattenStripeCustomer';
import {
	allStripeObjects,
	asStripeObject,
	readStripeList,
	stripeId,
	stripeObject,
	type StripeObject,
} from './stripeAnswer';
import { stripeRead, type StripeEndpoint } from './stripeRequest';

interface One {
	readonly endpoint: StripeEndpoint;
	readonly path: string;
	readonly query: Readonly<Record<string, readonly string[]>>;
}

const ONE: Readonly<Partial<Record<SourceObject, One>>> = {
	accounts: { endpoint: 'customer', path: '/v1/customers', query: { expand: ['subscriptions'] } },
	subscriptions: { endpoint: 'subscription', path: '/v1/subscriptions', query: {} },
	invoices: { endpoint: 'invoice', path: '/v1/invoices', query: {} },
};

/** One customer, subscription or invoice as it is now. What is gone comes as a removed record. */
export async function fetchStripeRecord(call: Call, object: SourceObject, id: string): Promise<RawRecord> {
	const one = ONE[object];
	if (one === undefined) return gone(id);
	const request = stripeRead(one.endpoint, `${one.path}/${encodeURIComponent(id)}`, one.query);
	const answer = await call(request).catch((error: unknown) => {
		if (error instanceof ConnectorFault && error.faultClass === 'not-found') return null;
		throw error;
	});
	return answer === null ? gone(id) : await whole(call, object, stripeObject(answer));
}

/**
 * A record of an object of Stripe, its inner lists complete: a customer with more than ten subscriptions, or a subscription with more than ten
 * items, comes with the first ten only.
 */
export async function whole(call: Call, object: SourceObject, from: StripeObject): Promise<RawRecord> {
	const id = stripeId(from) ?? '';
	if (object === 'accounts') {
		const { objects, hasMore } = readStripeList(from.subscriptions);
		const all = hasMore
			? await allStripeObjects(call, 'subscriptions', '/v1/subscriptions', { customer: id })
			: objects;
		return flattenStripeCustomer(from, await Promise.all(all.map(async (one) => await withItems(call, one))));
	}
	const complete = object === 'subscriptions' ? await withItems(call, from) : from;
	return { id, updatedAt: null, fields: { ...complete, ...metadataOf(from) } };
}

async function withItems(call: Call, subscription: StripeObject): Promise<StripeObject> {
	if (!readStripeList(subscription.items).hasMore) return subscription;
	const items = await allStripeObjects(call, 'subscription-items', '/v1/subscription_items', {
		subscription: stripeId(subscription) ?? '',
	});
	return { ...subscription, items: { ...asStripeObject(subscription.items), data: items, has_more: false } };
}

function gone(id: string): RawRecord {
	return { id, updatedAt: null, fields: {}, removed: true, mergedInto: null };
}
