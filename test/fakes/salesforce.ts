import type { FakeAnswer, FakeRequest, PlannedFault, SeededFake, SeededOptions } from './Fake';
import { SoqlError } from './salesforceSoql';
import type { Row } from './salesforceQuery';
import { route, type Locators } from './salesforceRoutes';
import { seedSalesforce } from './salesforceSeed';
import { createStore, RequestRefused, type Store } from './salesforceStore';

const DAY_MS = 86_400_000;
const TOKEN = '00D5g0000000001!fake.session';

/** Headers of a valid session. */
export const SALESFORCE_HEADERS = { authorization: `Bearer ${TOKEN}` };

export interface SalesforceFakeOptions extends SeededOptions {
	/** Calls a day; default 100,000. */
	readonly dailyCalls?: number;
	/** Several currencies are switched on: records have a CurrencyIsoCode. */
	readonly multiCurrency?: boolean;
	readonly version?: string;
	/** Objects that the user may not see. */
	readonly hidden?: readonly string[];
}

export interface SalesforceFake extends SeededFake {
	/** The rows behind it, for tests that set up what a person did. */
	readonly store: Store;
}

const error = (status: number, errorCode: string, message: string): FakeAnswer => ({
	status,
	body: [{ message, errorCode }],
});
const limit = (message: string) => error(403, 'REQUEST_LIMIT_EXCEEDED', message);

function refusalOf(reason: unknown): FakeAnswer {
	if (reason instanceof SoqlError) return error(400, reason.code, reason.message);
	if (reason instanceof RequestRefused) return error(reason.status, reason.code, reason.message);
	throw reason;
}

/** The answer to a login: refresh token, JWT bearer or client credentials. */
function token({ body }: FakeRequest, now: number): FakeAnswer {
	const form = body instanceof URLSearchParams ? body : new URLSearchParams();
	const invalid = (words: string): FakeAnswer => ({
		status: 400,
		body: { error: 'invalid_grant', error_description: words },
	});
	const grant = form.get('grant_type') ?? '';
	if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
		const claims = form.get('assertion')?.split('.')[1] ?? '';
		const { exp = 0 } =
			claims === '' ? {} : (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp?: number });
		if (exp * 1000 < now || exp * 1000 > now + 300_000)
			return invalid('assertion expired or valid for too long');
	} else if (!['refresh_token', 'client_credentials'].includes(grant)) {
		return {
			status: 400,
			body: { error: 'unsupported_grant_type', error_description: 'grant type not supported' },
		};
	}
	return {
		status: 200,
		body: {
			access_token: TOKEN,
			instance_url: 'https://example.my.salesforce.com',
			token_type: 'Bearer',
			issued_at: String(now),
		},
	};
}

/** An org with accounts in it. Pure: time is handed in. */
export function createSalesforceFake(options: SalesforceFakeOptions): SalesforceFake {
	const {
		accounts,
		children = 0,
		dailyCalls = 100_000,
		multiCurrency = false,
		now,
		prepared = true,
		scale = 1,
	} = options;
	const store = createStore({
		now,
		multiCurrency,
		version: options.version ?? 'v66.0',
		hidden: options.hidden ?? [],
	});
	seedSalesforce(store, { accounts, children, prepared, start: now() });
	const locators: Locators = { open: new Map(), now, counter: 1 };
	const faults: Array<PlannedFault & { passed: number; done: number }> = [];
	const log: SeededFake['log'] = [];
	const calls: number[] = [];
	let throttles = 0;

	const used = (): number => {
		const from = now() - DAY_MS / scale;
		while (calls[0] !== undefined && calls[0] <= from) calls.shift();
		return calls.length;
	};

	/** The planned fault that this request meets, if any. */
	const meet = (request: FakeRequest): PlannedFault['fault'] | null => {
		for (const fault of faults) {
			const isWrite = request.method !== 'GET';
			if (fault.on !== undefined && !`${request.method} ${request.path}`.includes(fault.on)) continue;
			if (fault.fault === 'expire-cursor' && !/\/query\/./.test(request.path)) continue;
			if (fault.fault === 'lock' && (!isWrite || !request.path.includes('/sobjects'))) continue;
			if (fault.done >= (fault.times ?? 1)) continue;
			if (fault.passed < (fault.after ?? 0)) {
				fault.passed += 1;
				continue;
			}
			fault.done += 1;
			return fault.fault;
		}
		return null;
	};

	const act = (request: FakeRequest, isLocked: boolean): FakeAnswer => {
		if (request.path === '/services/oauth2/token') return token(request, now());
		if (request.headers.authorization !== `Bearer ${TOKEN}`) {
			return error(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
		}
		if (used() >= dailyCalls) return limit('TotalRequests Limit exceeded.');
		calls.push(now());
		if (request.path === '/services/oauth2/userinfo') {
			return { status: 200, body: { user_id: store.userId, organization_id: '00D5g0000000001EAA' } };
		}
		const found = /^\/services\/data\/v\d+\.0(\/.*)$/.exec(request.path)?.[1];
		if (found === undefined) return error(404, 'NOT_FOUND', 'The requested resource does not exist');
		try {
			return route(store, locators, request, found, isLocked);
		} catch (reason) {
			return refusalOf(reason);
		}
	};

	const answer = (request: FakeRequest): FakeAnswer | 'drop' => {
		const fault = meet(request);
		switch (fault) {
			case '401':
				return error(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
			case '403-scope':
				return error(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on object id');
			case '429':
				throttles += 1;
				return limit('ConcurrentRequests (Concurrent API Requests) Limit exceeded.');
			case '502-html':
				return { status: 502, body: '<html><body>Down for maintenance</body></html>' };
			case '503':
				return error(503, 'SERVER_UNAVAILABLE', 'Server too busy');
			case 'daily-quota':
				return limit('TotalRequests Limit exceeded.');
			case 'drop-before':
				return 'drop';
			case 'drop-after':
			case 'slow':
				act(request, false);
				return 'drop';
			case 'expire-cursor':
				return error(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
			case 'malformed-json': {
				const { status, body } = act(request, false);
				return {
					status,
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body).slice(0, -2),
				};
			}
			case 'lock':
				return act(request, true);
			case null:
				return act(request, false);
		}
	};

	const handle = (request: FakeRequest): FakeAnswer | 'drop' => {
		const result = answer(request);
		log.push({ ...request, status: result === 'drop' ? 0 : result.status });
		if (result === 'drop') return result;
		const headers = {
			date: new Date(now()).toUTCString(),
			'sforce-limit-info': `api-usage=${used()}/${dailyCalls}`,
			...result.headers,
		};
		return { ...result, headers };
	};

	const objectRows = (name: string): Row[] => {
		const object = store.objectOf(name);
		return object === null ? [] : [...store.rowsOf(object)].filter((row) => row.IsDeleted !== true);
	};
	const mapOf = (name: string) => new Map(objectRows(name).map((row) => [String(row.Id), row]));
	const rowOf = (id: string): Row => {
		const row = store.rowOf(id);
		if (row === undefined) throw new Error(`the fake has no ${id}`);
		return row;
	};

	return {
		handle,
		store,
		plan: (fault) => {
			faults.push({ ...fault, passed: 0, done: 0 });
		},
		log,
		throttled: () => throttles,
		accountIds: () => objectRows('Account').map((row) => String(row.Id)),
		account: (id) => {
			const row = store.rowOf(id);
			return row === undefined || row.IsDeleted === true ? null : row;
		},
		change: (id, fields) => store.update(rowOf(id), fields as Row),
		add: (fields) => {
			const object = store.objectOf('Account');
			if (object === null) throw new Error('the fake has no accounts');
			return String(store.insert(object, { ...fields }).Id);
		},
		remove: (id) => store.remove(rowOf(id)),
		merge: (winner, loser) => {
			for (const name of ['Case', 'Contact', 'Contract', 'Opportunity']) {
				for (const row of objectRows(name))
					if (row.AccountId === loser) store.update(row, { AccountId: winner });
			}
			store.remove(rowOf(loser), winner);
			store.update(rowOf(winner), {});
			return winner;
		},
		tasks: () => mapOf('Task'),
		opportunities: () => mapOf('Opportunity'),
		close: (id) =>
			store.update(rowOf(id), id.startsWith('00T') ? { Status: 'Completed' } : { StageName: 'Closed Won' }),
	};
}
