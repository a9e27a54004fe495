import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import { recurringOfItem } from './recurringOfItem';
import { asStripeObject, readStripeList, type StripeObject } from './stripeAnswer';
import { stripeNumber } from './stripeMoney';
import { stripeDay, stripeLastDay } from './stripeTime';

/** Paying now: Stripe counts these as recurring revenue. A trial pays nothing yet, an unpaid or paused one nothing any more. */
const PAYING: ReadonlySet<unknown> = new Set(['active', 'past_due']);
const RUNNING: ReadonlySet<unknown> = new Set(['active', 'past_due', 'trialing', 'unpaid', 'paused']);

/**
 * What a customer's subscriptions say about the account, as flat fields under `subscriptions.`: recurring revenue of a year and of a month
 * in minor units before discounts, its currency, the first day of the oldest, the last day of the period that ends first, the plan
 * and seats when there is one item, the number of discounts. Several currencies are never added up, and an item without a fixed price
 * makes the sum unknown: then `arr_minor` is a text that says why (`EUR 120000 + USD 60000`), which is reported and counts as null.
 */
export function summariseSubscriptions(subscriptions: readonly StripeObject[]): Record<string, unknown> {
	const running = subscriptions.filter(({ status }) => RUNNING.has(status));
	if (running.length === 0) return {};
	const items = running.flatMap((subscription) => readStripeList(subscription.items).objects);
	const [only, second] = items;
	const plan = second === undefined && only !== undefined ? asStripeObject(only.price) : {};
	const starts = running.map(({ start_date: start }) => stripeDay(start)).filter((day) => day !== null);
	const ends = running.map(endOfSubscription).filter((day) => day !== null);
	const discounts = [...running, ...items].flatMap(({ discounts: list }) =>
		Array.isArray(list) ? list : [],
	);
	const recurring = sumOf(running.filter(({ status }) => PAYING.has(status)));
	const fields: Readonly<Record<string, unknown>> = {
		...recurring,
		plan: plan.nickname ?? plan.lookup_key ?? plan.product,
		seats: second === undefined && only !== undefined ? stripeNumber(only.quantity) : null,
		started_on: starts.sort()[0],
		renewal_on: ends.sort()[0],
		discounts: discounts.length,
		count: running.length,
	};
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]) =>
			value === null || value === undefined ? [] : [[`subscriptions.${name}`, value]],
		),
	);
}

/** Last day of a subscription: where it was ended or is to be, else of the item whose period ends first. */
export function endOfSubscription(subscription: StripeObject): string | null {
	const fixed = stripeLastDay(subscription.ended_at) ?? stripeLastDay(subscription.cancel_at);
	if (fixed !== null) return fixed;
	const days = readStripeList(subscription.items)
		.objects.map(({ current_period_end: end }) => stripeLastDay(end))
		.filter((day) => day !== null);
	return days.sort()[0] ?? null;
}

function sumOf(paying: readonly StripeObject[]): Record<string, unknown> {
	const sums = new Map<string, number>();
	let unknown = 0;
	for (const subscription of paying) {
		for (const item of readStripeList(subscription.items).objects) {
			const { arrMinor, currency } = recurringOfItem(item);
			if (arrMinor === null || currency === null) unknown += 1;
			else sums.set(currency, arrMinor + (sums.get(currency) ?? 0));
		}
	}
	const [first, second] = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
	if (unknown === 0 && second === undefined) {
		if (first === undefined) return {};
		const [currency, arr] = first;
		return { arr_minor: roundHalfUp(arr), mrr_minor: roundHalfUp(arr / 12), currency };
	}
	const parts = [...sums].map(([currency, arr]) => `${currency} ${roundHalfUp(arr)}`);
	if (unknown > 0) parts.push(`${unknown} without a fixed price`);
	return {
		arr_minor: parts.join(' + '),
		...(second === undefined && first !== undefined ? { currency: first[0] } : {}),
	};
}
