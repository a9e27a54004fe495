import { randomUUID } from 'node:crypto';
import type { WireRequest } from '../Wire';

/** The version whose shapes are read here, sent with every request: an account's own default version does not matter. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

/** Most that a list gives in one page. */
export const STRIPE_PAGE = '100';

/** Each named operation of Stripe has its own limit; these are the ones used. */
export const STRIPE_ENDPOINTS = [
	'customers',
	'customer',
	'customer-search',
	'customer-write',
	'events',
	'invoice',
	'invoices',
	'subscription',
	'subscription-items',
	'subscriptions',
] as const;
export type StripeEndpoint = (typeof STRIPE_ENDPOINTS)[number];

/** A read from Stripe. Lists in the query are written with an index (`expand[0]`), as Stripe's own clients do. */
export function stripeRead(
	endpoint: StripeEndpoint,
	path: string,
	query: Readonly<Record<string, readonly string[] | string>>,
): WireRequest {
	const flat = Object.entries(query).flatMap(([name, value]) =>
		typeof value === 'string'
			? [[name, value] as const]
			: value.map((one, place) => [`${name}[${place}]`, one] as const),
	);
	return {
		method: 'GET',
		path,
		query: Object.fromEntries(flat),
		headers: { 'stripe-version': STRIPE_API_VERSION },
		idempotent: true,
		bucket: endpoint,
	};
}

/**
 * A write to Stripe, as a form. The idempotency key is new for each write and the same for its repeats: a key made of the content would
 * make Stripe answer from memory when a value goes back to what it was within a day, without writing it.
 */
export function stripeWrite(
	endpoint: StripeEndpoint,
	path: string,
	form: Readonly<Record<string, string>>,
): WireRequest {
	return {
		method: 'POST',
		path,
		body: new URLSearchParams(form),
		headers: { 'stripe-version': STRIPE_API_VERSION, 'idempotency-key': `cs-${randomUUID()}` },
		idempotent: true,
		bucket: endpoint,
	};
}
