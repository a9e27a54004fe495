import type { FakeAnswer, FakeRequest, Fault, SeededFake, SeededOptions } from './Fake';
import { createFaultPlan } from './pipedriveFaultPlan';
import { addOrganization, seedPipedriveRecords, type PipedriveRecords, type Row } from './pipedriveRecords';
import { answerPipedrive, refuse } from './pipedriveRoutes';

export interface PipedriveFakeOptions extends SeededOptions {
	/** Tokens of the company's day; default more than any test uses. */
	readonly dailyTokens?: number;
	/** Requests in 2 s; default 20, an API token on the smallest plan. */
	readonly burst?: number;
	/** Custom fields beside those of the accounts, to fill more than one page. */
	readonly extraFields?: number;
}

export const PIPEDRIVE_TOKEN = 'fake-token';
const WINDOW_MS = 2_000;
const SEARCH_BURST = 10;
const DAY_MS = 86_400_000;

/** An imitation of Pipedrive's API v2 (and the users and recent changes of v1) with its burst window and its tokens of the day. */
export function createPipedriveFake(options: PipedriveFakeOptions): SeededFake {
	const records = seedPipedriveRecords(options);
	const { plan, meet } = createFaultPlan();
	const log: Array<FakeRequest & { readonly status: number }> = [];
	const windowMs = WINDOW_MS / (options.scale ?? 1);
	const budget = options.dailyTokens ?? 100_000_000;
	const burst = options.burst ?? 20;
	const recent: Record<'all' | 'search', number[]> = { all: [], search: [] };
	let throttled = 0;
	let spent = 0;
	let day = Math.floor(options.now() / DAY_MS);

	function headers(): Record<string, string> {
		return {
			date: new Date(options.now()).toUTCString(),
			'content-type': 'application/json',
			'x-ratelimit-limit': String(burst),
			'x-ratelimit-remaining': String(Math.max(0, burst - recent.all.length)),
			'x-ratelimit-reset': String(Math.ceil(windowMs / 1000)),
			'x-daily-ratelimit-token-limit': String(budget),
			'x-daily-ratelimit-token-remaining': String(Math.max(0, budget - spent)),
		};
	}

	function tooFast(): FakeAnswer {
		throttled += 1;
		return { ...refuse(429, 'request over limit'), headers: { ...headers(), 'x-ratelimit-remaining': '0' } };
	}

	function dayUsed(): FakeAnswer {
		return {
			...refuse(429, 'Daily API token budget exceeded'),
			headers: { ...headers(), 'x-daily-ratelimit-token-remaining': '0' },
		};
	}

	function door(request: FakeRequest): FakeAnswer | null {
		const now = options.now();
		if (Math.floor(now / DAY_MS) !== day) {
			day = Math.floor(now / DAY_MS);
			spent = 0;
		}
		const { 'x-api-token': token, authorization } = request.headers;
		if (
			'api_token' in request.query ||
			(token !== PIPEDRIVE_TOKEN && authorization !== `Bearer ${PIPEDRIVE_TOKEN}`)
		)
			return refuse(401, 'unauthorized access', { errorCode: 401 });
		const isSearch = request.path.endsWith('/search');
		for (const kind of ['all', 'search'] as const) {
			const times = recent[kind];
			while (times[0] !== undefined && times[0] <= now - windowMs) times.shift();
			if (kind === 'search' && !isSearch) continue;
			if (times.length >= (kind === 'search' ? SEARCH_BURST : burst)) return tooFast();
			times.push(now);
		}
		const cost = costOf(request);
		if (spent + cost > budget) return dayUsed();
		spent += cost;
		return null;
	}

	function meetFault(fault: Fault | null): FakeAnswer | 'drop' | null {
		if (fault === '401') return refuse(401, 'unauthorized access', { errorCode: 401 });
		if (fault === '403-scope') return refuse(403, 'Scope and URL mismatch');
		if (fault === '429') return tooFast();
		if (fault === 'daily-quota') return dayUsed();
		if (fault === '502-html')
			return {
				status: 502,
				headers: { 'content-type': 'text/html' },
				body: '<html><body>Bad gateway</body></html>',
			};
		if (fault === '503' || fault === 'lock') return refuse(503, 'Service temporarily unavailable');
		if (fault === 'expire-cursor') return refuse(400, 'Invalid cursor');
		if (fault === 'malformed-json')
			return {
				status: 200,
				headers: { 'content-type': 'application/json' },
				body: '{"success":true,"data":[{"id":1',
			};
		return fault === 'drop-before' ? 'drop' : null;
	}

	function answer(request: FakeRequest): FakeAnswer | 'drop' {
		const refused = door(request);
		if (refused !== null) return refused;
		const fault = meet(request);
		const broken = meetFault(fault);
		if (broken !== null) return broken;
		const given = answerPipedrive(records, request) ?? refuse(404, 'Unknown method');
		return fault === 'drop-after' ? 'drop' : given;
	}

	return {
		handle: (request) => {
			const given = answer(request);
			log.push({ ...request, status: given === 'drop' ? 0 : given.status });
			return given === 'drop' ? 'drop' : { ...given, headers: { ...headers(), ...given.headers } };
		},
		plan,
		log,
		throttled: () => throttled,
		...peopleAtWork(records),
	};
}

/** v2 costs as its description states them; v1 twice as much. */
function costOf({ method, path }: FakeRequest): number {
	if (path.endsWith('/search')) return 20;
	if (method !== 'GET') return 5;
	if (path.startsWith('/api/v1/')) return 20;
	if (path === '/api/v2/stages') return 5;
	return /\/\d+$/.test(path) ? 1 : 10;
}

type AtWork = Pick<
	SeededFake,
	'account' | 'accountIds' | 'add' | 'change' | 'close' | 'opportunities' | 'remove' | 'tasks'
>;

function peopleAtWork(records: PipedriveRecords): AtWork {
	const { organizations, deals, activities, fields } = records;
	const byName = new Map(
		fields.organizationFields
			.filter(({ is_custom_field: own }) => own)
			.map((field) => [field.field_name, field.field_code]),
	);
	const keyOf = (name: string) => {
		const field = fields.organizationFields.find(
			(one) => one.is_custom_field && [one.field_name, one.field_code].includes(name),
		);
		return field?.field_code ?? null;
	};
	const set = (row: Row, given: Readonly<Record<string, unknown>>) => {
		for (const [name, value] of Object.entries(given)) {
			const key = byName.get(name) ?? keyOf(name);
			if (key === null) row[name] = value;
			else row.custom_fields = { ...(row.custom_fields as Row), [key]: value };
		}
	};
	const alive = (id: string) => {
		const row = organizations.get(Number(id));
		return row === undefined || row.is_deleted === true ? null : row;
	};
	return {
		accountIds: () =>
			[...organizations.values()].filter((row) => row.is_deleted !== true).map(({ id }) => String(id)),
		account: (id) => {
			const row = alive(id);
			if (row === null) return null;
			const { custom_fields: custom, ...standard } = row;
			const named = fields.organizationFields.flatMap(({ field_code: key, field_name: name }) =>
				(custom as Row)[key] === undefined ? [] : [[name, (custom as Row)[key]]],
			);
			return { ...standard, ...(custom as Row), ...Object.fromEntries(named) };
		},
		change: (id, given) => {
			const row = alive(id);
			if (row === null) throw new Error(`no organization ${id}`);
			set(row, given);
			row.update_time = records.stamp();
		},
		add: (given) => {
			const id = addOrganization(records, {}, records.stamp());
			set(organizations.get(id) ?? {}, given);
			return String(id);
		},
		remove: (id) => {
			const row = alive(id);
			if (row !== null) Object.assign(row, { is_deleted: true, update_time: records.stamp() });
		},
		tasks: () =>
			new Map(
				[...activities].filter(([, { type }]) => type === 'task').map(([id, row]) => [String(id), row]),
			),
		opportunities: () => new Map([...deals].map(([id, row]) => [String(id), row])),
		close: (id) => {
			const time = records.stamp();
			const activity = activities.get(Number(id));
			const deal = deals.get(Number(id));
			if (activity !== undefined)
				Object.assign(activity, { done: true, marked_as_done_time: time, update_time: time });
			if (deal !== undefined)
				Object.assign(deal, { status: 'won', won_time: time, close_time: time, update_time: time });
		},
	};
}
