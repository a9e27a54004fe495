import { isFreeMailDomain } from '../../../scoring/intake/isFreeMailDomain';
import type { RawRecord } from '../Source';
import { asStripeObject, stripeId, type StripeObject } from './stripeAnswer';
import { stripeCurrency } from './stripeMoney';
import { stripeInstant } from './stripeTime';
import { summariseSubscriptions } from './summariseSubscriptions';

/**
 * A customer with flat fields: `metadata.<key>`, `address.country`, `email.domain`, and what its subscriptions say under `subscriptions.`.
 * Stripe keeps no time of change on a customer. A deleted one comes as a removed record.
 */
export function flattenStripeCustomer(
	customer: StripeObject,
	subscriptions: readonly StripeObject[],
): RawRecord {
	const id = stripeId(customer) ?? '';
	if (customer.deleted === true) return { id, updatedAt: null, fields: {}, removed: true };
	const { email, preferred_locales: locales } = customer;
	const domain = typeof email === 'string' ? (email.split('@')[1]?.toLowerCase() ?? '') : '';
	const fields: Readonly<Record<string, unknown>> = {
		name: customer.name ?? customer.business_name,
		email,
		'email.domain': isFreeMailDomain(domain) ? null : domain,
		description: customer.description,
		currency: stripeCurrency(customer.currency),
		delinquent: customer.delinquent,
		created: stripeInstant(customer.created),
		'address.country': asStripeObject(customer.address).country,
		locale: Array.isArray(locales) ? locales[0] : null,
		...metadataOf(customer),
		...summariseSubscriptions(subscriptions),
	};
	const known = Object.entries(fields).filter(
		([, value]) => value !== null && value !== undefined && value !== '',
	);
	return { id, updatedAt: null, fields: Object.fromEntries(known) };
}

/** Metadata as flat fields. */
export function metadataOf(object: StripeObject): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(asStripeObject(object.metadata)).map(([key, value]) => [`metadata.${key}`, value]),
	);
}
