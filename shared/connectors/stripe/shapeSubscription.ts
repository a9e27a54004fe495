import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import type { RawRecord, ShapedRow } from '../Source';
import { recurringOfItem } from './recurringOfItem';
import { asStripeObject, readStripeList, stripeId, type StripeObject } from './stripeAnswer';
import { stripeDay, stripeInstant, stripeLastDay } from './stripeTime';
import { endOfSubscription } from './summariseSubscriptions';

/** Stripe's status as the status of a contract; what Stripe adds later comes as it is and is reported. */
const STATUS: Readonly<Record<string, string>> = {
	incomplete: 'draft',
	trialing: 'active',
	active: 'active',
	past_due: 'active',
	unpaid: 'active',
	paused: 'active',
	canceled: 'ended',
	incomplete_expired: 'terminated',
};
/** These pay nothing (a trial not yet), which is known and not missing. */
const PAYS_NOTHING: ReadonlySet<unknown> = new Set(['trialing', 'unpaid', 'paused', 'incomplete']);

/**
 * A subscription as a contract and its lines. The period stands on the items, not on the subscription, and ends where the next begins: minus one
 * day. It renews by itself unless it is to be cancelled. Discounts are not taken off.
 */
export function shapeSubscription(
	record: RawRecord,
	mapped: Readonly<Record<string, unknown>>,
): readonly ShapedRow[] {
	const subscription: StripeObject = record.fields;
	const account = stripeId(subscription.customer);
	const items = readStripeList(subscription.items).objects;
	const months = new Set(items.map((item) => recurringOfItem(item).months));
	const [term] = months;
	const { status } = subscription;
	const isOver = status === 'canceled' || status === 'incomplete_expired';
	const contractId = `stripe:${record.id}`;
	const contract: ShapedRow = {
		object: 'contracts',
		accountExternalId: account,
		values: {
			...mapped,
			contract_id: contractId,
			starts_on: stripeDay(subscription.start_date),
			ends_on: endOfSubscription(subscription),
			term_months: months.size === 1 ? term : null,
			auto_renew:
				!isOver && subscription.cancel_at_period_end !== true && typeof subscription.cancel_at !== 'number',
			status: STATUS[String(status)] ?? status,
		},
		amounts: 'minor',
	};
	return [contract, ...items.map((item) => lineOf(item, subscription, contractId, account))];
}

function lineOf(
	item: StripeObject,
	subscription: StripeObject,
	contractId: string,
	account: string | null,
): ShapedRow {
	const { arrMinor, unitMinor, currency, quantity } = recurringOfItem(item);
	const { status } = subscription;
	const end = stripeLastDay(subscription.ended_at) ?? stripeLastDay(item.current_period_end);
	return {
		object: 'contractLines',
		accountExternalId: account,
		values: {
			line_id: `stripe:${String(item.id)}`,
			contract_id: contractId,
			product_id: stripeId(asStripeObject(item.price).product),
			quantity,
			// A price of parts of a cent has no whole minor units; the year's sum has.
			unit_price_minor: unitMinor !== null && Number.isInteger(unitMinor) ? unitMinor : null,
			arr_minor: PAYS_NOTHING.has(status) ? 0 : arrMinor === null ? null : roundHalfUp(arrMinor),
			currency,
			starts_on: stripeDay(item.current_period_start),
			ends_on: end,
			status: STATUS[String(status)] === 'active' ? 'active' : 'ended',
			recorded_at: stripeInstant(item.created),
		},
		amounts: 'minor',
	};
}
