import { ConnectorFault } from '../ConnectorFault';
import type { Call, WireAnswer } from '../Wire';
import { STRIPE_PAGE, stripeRead, type StripeEndpoint } from './stripeRequest';
import { isObject } from '../../isObject';

export type StripeObject = Readonly<Record<string, unknown>>;

/** An object of Stripe; what is none has no fields. */
export function asStripeObject(value: unknown): StripeObject {
	return isObject(value) ? value : {};
}

/** One object of an answer. An answer that is not Stripe's JSON is a fault, not an object without fields. */
export function stripeObject(answer: WireAnswer): StripeObject {
	if (isObject(answer.body) && typeof answer.body.object === 'string') return answer.body;
	throw broken(answer);
}

/** A page of a list, or of a search. */
export function stripeList(answer: WireAnswer): StripeList {
	const list = stripeObject(answer);
	if (Array.isArray(list.data)) return readStripeList(list);
	throw broken(answer);
}

function broken(answer: WireAnswer): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'transient',
		code: 'stripe-not-json',
		message: 'Stripe answered with a page that is not its JSON.',
		remedy:
			'The run tries again by itself. When it lasts, look whether a proxy or a gateway changes the answers.',
		status: answer.status,
	});
}

export interface StripeList {
	readonly objects: readonly StripeObject[];
	readonly hasMore: boolean;
}

/** Objects of a list, also of one that stands inside another object. */
export function readStripeList(value: unknown): StripeList {
	const list = asStripeObject(value);
	const { data } = list;
	return {
		objects: Array.isArray(data) ? data.map(asStripeObject) : [],
		hasMore: list.has_more === true,
	};
}

/** Id of what is given as an id or, expanded, as the object itself; null when there is none. */
export function stripeId(value: unknown): string | null {
	if (typeof value === 'string' && value !== '') return value;
	const { id } = asStripeObject(value);
	return typeof id === 'string' ? id : null;
}

/** All pages of a list, for lists that are short by nature (subscriptions of a customer, items of a subscription). */
export async function allStripeObjects(
	call: Call,
	endpoint: StripeEndpoint,
	path: string,
	query: Readonly<Record<string, string>>,
): Promise<readonly StripeObject[]> {
	const all: StripeObject[] = [];
	let after: string | null = null;
	do {
		const paging: Record<string, string> = after === null ? {} : { starting_after: after };
		const answer = await call(stripeRead(endpoint, path, { ...query, limit: STRIPE_PAGE, ...paging }));
		const { objects, hasMore } = stripeList(answer);
		all.push(...objects);
		after = hasMore ? stripeId(objects.at(-1)) : null;
	} while (after !== null);
	return all;
}
