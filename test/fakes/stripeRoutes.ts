import type { FakeAnswer, FakeRequest } from './Fake';
import type { Row, StripeRecords } from './stripeRecords';

const DEFAULT_LIMIT = 10;
const MOST = 100;
/** An inner list shows this many; the rest must be asked for. */
const INNER = 10;
const EVENT_DAYS = 30;

export const refuseStripe = (status: number, error: Row): FakeAnswer => ({
	status,
	body: { error: { type: 'invalid_request_error', ...error } },
});

/** Query parameters: plain ones by name, lists (`expand[0]`) under the name without index. */
function readQuery(query: Readonly<Record<string, string>>) {
	const lists = new Map<string, string[]>();
	const plain = new Map<string, string>();
	for (const [name, value] of Object.entries(query)) {
		const list = /^([a-z_]+)\[\d*\]$/.exec(name)?.[1];
		if (list === undefined) plain.set(name, value);
		else lists.set(list, [...(lists.get(list) ?? []), value]);
	}
	return { lists, plain };
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
	'/v1/customers': ['limit', 'starting_after', 'email', 'created[gte]', 'created[lt]'],
	'/v1/subscriptions': ['limit', 'starting_after', 'customer', 'status'],
	'/v1/subscription_items': ['limit', 'starting_after', 'subscription'],
	'/v1/invoices': ['limit', 'starting_after', 'customer', 'status'],
	'/v1/events': ['limit', 'starting_after', 'type', 'created[gte]', 'created[lt]'],
};

/** What Stripe answers to a request that passed the door; null: there is no such path. */
export function answerStripe(records: StripeRecords, request: FakeRequest): FakeAnswer | null {
	const { method, path } = request;
	const parts = path.split('/');
	const [, , kind = '', id] = parts;
	if (method === 'POST' && kind === 'customers' && id !== undefined) return update(records, id, request.body);
	if (method !== 'GET') return null;
	if (path === '/v1/customers/search') return search(records, request.query.query ?? '');
	if (path === '/v1/balance')
		return { status: 200, body: { object: 'balance', available: [], livemode: false, pending: [] } };
	if (id !== undefined) return parts.length === 4 ? one(records, kind, id, request) : null;
	const known = KNOWN[path];
	if (known === undefined) return null;
	const { lists, plain } = readQuery(request.query);
	const stranger = [...plain.keys()].find((name) => !known.includes(name));
	if (stranger !== undefined)
		return refuseStripe(400, {
			code: 'parameter_unknown',
			param: stranger,
			message: `Received unknown parameter: ${stranger}`,
		});
	const limit = plain.has('limit') ? Number(plain.get('limit')) : DEFAULT_LIMIT;
	if (!(limit >= 1 && limit <= MOST))
		return refuseStripe(400, {
			code: 'parameter_invalid_integer',
			param: 'limit',
			message: 'This value must be less than or equal to 100.',
		});
	const rows = candidates(records, path, plain, lists.get('types') ?? []);
	const after = plain.get('starting_after');
	const place = after === undefined ? -1 : rows.findIndex((row) => row.id === after);
	if (after !== undefined && place < 0)
		return refuseStripe(400, {
			code: 'resource_missing',
			param: 'starting_after',
			message: `No such object: '${after}'`,
		});
	const page = rows.slice(place + 1, place + 1 + limit);
	const expand = lists.get('expand') ?? [];
	return {
		status: 200,
		body: {
			object: 'list',
			url: path,
			has_more: place + 1 + limit < rows.length,
			data: page.map((row) =>
				expand.includes('data.subscriptions') ? withSubscriptions(records, row) : show(row),
			),
		},
	};
}

/** Newest first, as Stripe lists. */
function candidates(
	records: StripeRecords,
	path: string,
	plain: ReadonlyMap<string, string>,
	types: readonly string[],
): Row[] {
	if (path === '/v1/subscription_items') {
		const items = records.subscriptions.get(plain.get('subscription') ?? '')?.items as Row | undefined;
		return (items?.data as Row[] | undefined) ?? [];
	}
	if (path === '/v1/events') return eventsOf(records, plain, types);
	const all =
		path === '/v1/customers'
			? records.customers
			: path === '/v1/invoices'
				? records.invoices
				: records.subscriptions;
	const customer = plain.get('customer');
	const status = plain.get('status');
	return [...all.values()].reverse().filter((row) => {
		if (row.deleted === true || (customer !== undefined && row.customer !== customer)) return false;
		if (path === '/v1/subscriptions' && status === undefined) return row.status !== 'canceled';
		return status === undefined || status === 'all' || row.status === status;
	});
}

function eventsOf(
	records: StripeRecords,
	plain: ReadonlyMap<string, string>,
	types: readonly string[],
): Row[] {
	const from = Math.max(Number(plain.get('created[gte]') ?? 0), records.seconds() - EVENT_DAYS * 86_400);
	const to = Number(plain.get('created[lt]') ?? Number.MAX_SAFE_INTEGER);
	return [...records.events].reverse().filter(({ created, type }) => {
		const isMeant = types.length === 0 || types.includes(String(type));
		return isMeant && Number(created) >= from && Number(created) < to;
	});
}

function one(records: StripeRecords, kind: string, id: string, request: FakeRequest): FakeAnswer {
	const all =
		kind === 'customers' ? records.customers : kind === 'invoices' ? records.invoices : records.subscriptions;
	const row = all.get(id);
	if (row === undefined || (row.deleted === true && kind !== 'customers'))
		return refuseStripe(404, {
			code: 'resource_missing',
			param: 'id',
			message: `No such ${kind.slice(0, -1)}: '${id}'`,
		});
	if (row.deleted === true) return { status: 200, body: { id, object: 'customer', deleted: true } };
	const { lists } = readQuery(request.query);
	return {
		status: 200,
		body: lists.get('expand')?.includes('subscriptions') ? withSubscriptions(records, row) : show(row),
	};
}

/** Without the subscriptions that have ended. */
function withSubscriptions(records: StripeRecords, customer: Row): Row {
	const id = String(customer.id);
	const all = (records.held.get(id) ?? [])
		.map((held) => records.subscriptions.get(held) ?? {})
		.filter(({ status }) => status !== 'canceled' && status !== 'incomplete_expired')
		.reverse();
	const url = `/v1/customers/${id}/subscriptions`;
	return {
		...customer,
		subscriptions: { object: 'list', data: all.slice(0, INNER).map(show), has_more: all.length > INNER, url },
	};
}

/** A subscription shows its first ten items. */
function show(row: Row): Row {
	const items = row.items as Row | undefined;
	const data = items?.data as Row[] | undefined;
	if (items === undefined || data === undefined || data.length <= INNER) return row;
	return { ...row, items: { ...items, data: data.slice(0, INNER), has_more: true } };
}

function update(records: StripeRecords, id: string, body: unknown): FakeAnswer {
	const customer = records.customers.get(id);
	if (customer === undefined || customer.deleted === true)
		return refuseStripe(404, { code: 'resource_missing', param: 'id', message: `No such customer: '${id}'` });
	const metadata = { ...(customer.metadata as Row) };
	for (const [name, value] of body instanceof URLSearchParams ? body : []) {
		const key = /^metadata\[([^\]]{1,40})\]$/.exec(name)?.[1];
		if (key === undefined)
			return refuseStripe(400, {
				code: 'parameter_unknown',
				param: name,
				message: `Received unknown parameter: ${name}`,
			});
		if (value.length > 500)
			return refuseStripe(400, { param: name, message: 'Metadata values can have up to 500 characters' });
		if (value === '') delete metadata[key];
		else metadata[key] = value;
	}
	customer.metadata = metadata;
	records.tell('customer.updated', customer);
	return { status: 200, body: customer };
}

/** `metadata['account_id']:'CUST_1'` only; `\` escapes `'` and itself. */
function search(records: StripeRecords, query: string): FakeAnswer {
	const parts = /^metadata\['((?:[^'\\]|\\.)+)'\]:'((?:[^'\\]|\\.)*)'$/.exec(query);
	if (parts === null)
		return refuseStripe(400, { param: 'query', message: 'We were unable to parse your search query.' });
	const [key = '', value = ''] = parts.slice(1).map((text) => text.replace(/\\(.)/g, '$1'));
	const data = [...records.customers.values()].filter(
		({ deleted, metadata }) => deleted !== true && (metadata as Row)[key] === value,
	);
	return {
		status: 200,
		body: { object: 'search_result', data, has_more: false, next_page: null, url: '/v1/customers/search' },
	};
}
