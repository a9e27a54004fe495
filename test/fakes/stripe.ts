import type { FakeAnswer, FakeRequest, Fault, SeededFake, SeededOptions } from './Fake';
import { createFaultPlan } from './pipedriveFaultPlan';
import {
	addCustomer,
	addSubscription,
	seedStripeRecords,
	type Row,
	type StripeRecords,
} from './stripeRecords';
import { answerStripe, refuseStripe } from './stripeRoutes';

export const STRIPE_KEY = 'rk_test_fake';
const WINDOW_MS = 1_000;
const PER_ENDPOINT = 25;
const METADATA = 'metadata.';

export interface StripeFake extends SeededFake {
	readonly records: StripeRecords;
}

/** An imitation of Stripe's billing: customers, subscriptions, invoices, events, with 25 requests a second for each operation. */
export function createStripeFake(options: SeededOptions): StripeFake {
	const records = seedStripeRecords(options);
	const { plan, meet } = createFaultPlan();
	const log: Array<FakeRequest & { readonly status: number }> = [];
	const windowMs = WINDOW_MS / (options.scale ?? 1);
	const recent = new Map<string, number[]>();
	const replays = new Map<string, { readonly form: string; readonly answer: FakeAnswer }>();
	let throttled = 0;

	function tooFast(): FakeAnswer {
		throttled += 1;
		const error = refuseStripe(429, { code: 'rate_limit', message: 'Request rate limit exceeded.' });
		return { ...error, headers: { 'stripe-rate-limited-reason': 'endpoint-rate' } };
	}

	/** Each named operation, with the ids in its path left out, is an endpoint of its own. */
	function passes(request: FakeRequest): boolean {
		const endpoint = `${request.method} ${request.path.replace(/(cus|sub|in|evt)_\w+/, '{id}')}`;
		const times = recent.get(endpoint) ?? [];
		recent.set(endpoint, times);
		const now = options.now();
		while (times[0] !== undefined && times[0] <= now - windowMs) times.shift();
		if (times.length >= PER_ENDPOINT) return false;
		times.push(now);
		return true;
	}

	function meetFault(fault: Fault | null, request: FakeRequest): FakeAnswer | 'drop' | null {
		if (fault === '401') return refuseStripe(401, { message: `Invalid API Key provided: rk_test_****fake` });
		if (fault === '403-scope')
			return refuseStripe(403, {
				message: `The provided key 'rk_test_****fake' does not have the required permissions for this endpoint on account 'acct_fake'. Having the 'rak_customer_${request.method === 'GET' ? 'read' : 'write'}' permission would allow this request to continue.`,
			});
		if (fault === '429' || fault === 'daily-quota') return tooFast();
		if (fault === 'lock')
			return refuseStripe(429, {
				code: 'lock_timeout',
				message:
					'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
			});
		if (fault === '502-html')
			return {
				status: 502,
				headers: { 'content-type': 'text/html' },
				body: '<html><body>Bad gateway</body></html>',
			};
		if (fault === '503')
			return refuseStripe(503, { type: 'api_error', message: 'Stripe is temporarily unavailable.' });
		if (fault === 'expire-cursor')
			return refuseStripe(400, {
				code: 'resource_missing',
				param: 'starting_after',
				message: "No such customer: 'cus_gone'",
			});
		if (fault === 'malformed-json')
			return {
				status: 200,
				headers: { 'content-type': 'application/json' },
				body: '{"object":"list","data":[{"id":"cus',
			};
		return fault === 'drop-before' ? 'drop' : null;
	}

	function answer(request: FakeRequest): FakeAnswer | 'drop' {
		if (request.headers.authorization !== `Bearer ${STRIPE_KEY}`)
			return refuseStripe(401, { message: 'You did not provide an API key.' });
		if (!passes(request)) return tooFast();
		const fault = meet(request);
		const broken = meetFault(fault, request);
		if (broken !== null) return broken;
		const given = replayed(request);
		return fault === 'drop-after' ? 'drop' : given;
	}

	/** A repeated idempotency key gets the first answer again, without being carried out; other parameters under it are refused. */
	function replayed(request: FakeRequest): FakeAnswer {
		const key = request.headers['idempotency-key'];
		const form = request.body instanceof URLSearchParams ? `${request.path}?${request.body.toString()}` : '';
		const before = key === undefined ? undefined : replays.get(key);
		if (before !== undefined) {
			if (before.form === form) return before.answer;
			return refuseStripe(400, {
				type: 'idempotency_error',
				message: 'Keys for idempotent requests can only be used with the same parameters.',
			});
		}
		const given =
			answerStripe(records, request) ??
			refuseStripe(404, { message: `Unrecognized request URL (${request.method}: ${request.path}).` });
		if (key !== undefined && request.method === 'POST') replays.set(key, { form, answer: given });
		return given;
	}

	return {
		handle: (request) => {
			const given = answer(request);
			log.push({ ...request, status: given === 'drop' ? 0 : given.status });
			if (given === 'drop') return 'drop';
			const headers = {
				date: new Date(options.now()).toUTCString(),
				'content-type': 'application/json',
				'request-id': `req_${log.length}`,
			};
			return { ...given, headers: { ...headers, ...given.headers } };
		},
		plan,
		log,
		throttled: () => throttled,
		records,
		...peopleAtWork(records),
	};
}

type AtWork = Pick<
	SeededFake,
	'account' | 'accountIds' | 'add' | 'change' | 'close' | 'opportunities' | 'remove' | 'tasks'
>;

function peopleAtWork(records: StripeRecords): AtWork {
	const { customers } = records;
	const alive = (id: string) => {
		const row = customers.get(id);
		return row === undefined || row.deleted === true ? null : row;
	};
	const set = (row: Row, fields: Readonly<Record<string, unknown>>) => {
		for (const [name, value] of Object.entries(fields)) {
			if (!name.startsWith(METADATA)) row[name] = value;
			else row.metadata = { ...(row.metadata as Row), [name.slice(METADATA.length)]: value };
		}
	};
	return {
		accountIds: () =>
			[...customers.values()].filter(({ deleted }) => deleted !== true).map(({ id }) => String(id)),
		account: (id) => {
			const row = alive(id);
			if (row === null) return null;
			const flat = Object.entries(row.metadata as Row).map(([key, value]) => [`${METADATA}${key}`, value]);
			return { ...row, ...Object.fromEntries(flat) };
		},
		change: (id, fields) => {
			const row = alive(id);
			if (row === null) throw new Error(`no customer ${id}`);
			set(row, fields);
			records.tell('customer.updated', row);
		},
		add: (fields) => {
			const row = addCustomer(records, {}, records.seconds());
			set(row, fields);
			records.tell('customer.created', row);
			const subscription = addSubscription(records, String(row.id), [{}]);
			records.tell('customer.subscription.created', subscription);
			return String(row.id);
		},
		remove: (id) => {
			const row = alive(id);
			if (row === null) return;
			row.deleted = true;
			for (const held of records.held.get(id) ?? []) {
				const subscription = records.subscriptions.get(held);
				if (subscription === undefined) continue;
				Object.assign(subscription, { status: 'canceled', ended_at: records.seconds() });
				records.tell('customer.subscription.deleted', subscription);
			}
			records.tell('customer.deleted', row);
		},
		tasks: () => new Map(),
		opportunities: () => new Map(),
		close: () => undefined,
	};
}
