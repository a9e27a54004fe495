import type { RawRecord } from '../connectors/Source';
import { flattenStripeCustomer, metadataOf } from '../connectors/stripe/flattenStripeCustomer';
import { readField } from '../fields/readField';
import type { Json } from './ItemPreset';

/**
 * A customer, subscription or invoice as Stripe sends it, as a record. A customer knows what it pays only when its subscriptions were expanded
 * into it. null without an id.
 */
export function stripeRecord(item: Json): RawRecord | null {
	if (typeof item.id !== 'string' || item.id === '') return null;
	if (item.object === 'customer' || item.id.startsWith('cus_')) {
		const list = readField(item, 'subscriptions.data');
		const subscriptions = Array.isArray(list) ? (list as readonly unknown[]) : [];
		const objects = subscriptions.filter((one): one is Json => typeof one === 'object' && one !== null);
		const record = flattenStripeCustomer(item, objects);
		return { ...record, id: item.id };
	}
	return { id: item.id, updatedAt: null, fields: { ...item, ...metadataOf(item) } };
}
