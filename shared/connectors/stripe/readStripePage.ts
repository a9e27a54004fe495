import type { RawRecord, ReadRequest, SourceObject, SourcePage, SourceSettings, Window } from '../Source';
import type { Call } from '../Wire';
import { fetchStripeRecord, whole } from './fetchStripeRecord';
import { asStripeObject, stripeId, stripeList, type StripeObject } from './stripeAnswer';
import { STRIPE_PAGE, stripeRead, type StripeEndpoint } from './stripeRequest';
import { stripeInstant } from './stripeTime';

const NOTHING: SourcePage = { records: [], next: null };
/** Stripe keeps events for 30 days; what changed before can only be found by reading all. */
const EVENTS_MS = 30 * 86_400_000;

interface StripeSet {
	readonly endpoint: StripeEndpoint;
	readonly path: string;
	readonly query: Readonly<Record<string, readonly string[] | string>>;
	/** Events after which an object of this kind looks different. */
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

const OF_SUBSCRIPTION = ['created', 'updated', 'deleted', 'paused', 'resumed'].map(
	(what) => `customer.subscription.${what}`,
);
const OF_INVOICE = ['created', 'updated', 'finalized', 'paid', 'voided', 'marked_uncollectible'].map(
	(what) => `invoice.${what}`,
);
const SETS: Readonly<Partial<Record<SourceObject, StripeSet>>> = {
	accounts: {
		endpoint: 'customers',
		path: '/v1/customers',
		query: { expand: ['data.subscriptions'] },
		// What an account pays stands on its subscriptions.
		changed: ['customer.created', 'customer.updated', ...OF_SUBSCRIPTION],
		removed: ['customer.deleted'],
	},
	subscriptions: {
		endpoint: 'subscriptions',
		path: '/v1/subscriptions',
		query: { status: 'all' },
		changed: OF_SUBSCRIPTION,
		removed: [],
	},
	invoices: {
		endpoint: 'invoices',
		path: '/v1/invoices',
		query: {},
		changed: OF_INVOICE,
		removed: ['invoice.deleted'],
	},
};

/**
 * One page of up to 100. Everything: the list, newest first. A window: the events in it, and then each object that they name as it is now,
 * because an event shows it as it was, in the version of whoever made it. A window that begins more than 30 days before its end is
 * read as everything: there are no older events.
 */
export async function readStripePage(
	call: Call,
	_settings: SourceSettings,
	request: ReadRequest,
	cursor: string | null,
): Promise<SourcePage> {
	const set = SETS[request.object];
	if (set === undefined) return NOTHING;
	const { window } = request;
	if (request.removed) {
		if (window === null || set.removed.length === 0) return NOTHING;
		return await readRemoved(call, set, window, cursor);
	}
	if (window !== null && Date.parse(window.to) - Date.parse(window.from) <= EVENTS_MS)
		return await readChanged(call, request.object, set, window, cursor);
	const paging: Record<string, string> = cursor === null ? {} : { starting_after: cursor };
	const answer = await call(
		stripeRead(set.endpoint, set.path, { ...set.query, limit: STRIPE_PAGE, ...paging }),
	);
	const { objects, hasMore } = stripeList(answer);
	const records: RawRecord[] = [];
	for (const object of objects) records.push(await whole(call, request.object, object));
	return { records, next: hasMore ? stripeId(objects.at(-1)) : null };
}

async function readEvents(
	call: Call,
	types: readonly string[],
	window: Window,
	cursor: string | null,
): Promise<{ readonly events: readonly StripeObject[]; readonly next: string | null }> {
	const query = {
		types,
		'created[gte]': String(Math.floor(Date.parse(window.from) / 1000)),
		'created[lt]': String(Math.floor(Date.parse(window.to) / 1000)),
		limit: STRIPE_PAGE,
		...(cursor === null ? {} : { starting_after: cursor }),
	};
	const answer = await call(stripeRead('events', '/v1/events', query));
	const { objects, hasMore } = stripeList(answer);
	return { events: objects, next: hasMore ? stripeId(objects.at(-1)) : null };
}

async function readChanged(
	call: Call,
	object: SourceObject,
	set: StripeSet,
	window: Window,
	cursor: string | null,
): Promise<SourcePage> {
	const { events, next } = await readEvents(call, set.changed, window, cursor);
	const ids = new Set(events.map((event) => subjectOf(event, object)).filter((id) => id !== null));
	const records = await Promise.all([...ids].map(async (id) => await fetchStripeRecord(call, object, id)));
	// What is gone is told once, by the events of its deletion.
	const isTold = set.removed.length > 0;
	return { records: records.filter(({ removed }) => !(isTold && removed === true)), next };
}

async function readRemoved(
	call: Call,
	set: StripeSet,
	window: Window,
	cursor: string | null,
): Promise<SourcePage> {
	const earliest = Math.max(Date.parse(window.from), Date.parse(window.to) - EVENTS_MS);
	const within = { from: new Date(earliest).toISOString(), to: window.to };
	const { events, next } = await readEvents(call, set.removed, within, cursor);
	const records = events.flatMap((event): RawRecord[] => {
		const id = stripeId(asStripeObject(event.data).object);
		if (id === null) return [];
		return [{ id, updatedAt: stripeInstant(event.created), fields: {}, removed: true, mergedInto: null }];
	});
	return { records, next };
}

/** Id of the object that an event says has changed: a subscription event of an account is about the customer. */
function subjectOf(event: StripeObject, object: SourceObject): string | null {
	const subject = asStripeObject(asStripeObject(event.data).object);
	const isOther = object === 'accounts' && subject.object !== 'customer';
	return stripeId(isOther ? subject.customer : subject);
}
