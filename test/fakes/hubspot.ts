import type { FakeAnswer, FakeRequest, SeededFake, SeededOptions } from './Fake';
import { listOwners, listPipelines, serveProperties } from './hubspotCatalog';
import { answerFault, createHubspotFaults, refuse, refuseScope, refuseSpeed } from './hubspotFaults';
import { readAssociations, serveObjects } from './hubspotObjects';
import { seedHubspot } from './hubspotSeed';
import { HubspotStore, type Properties } from './hubspotStore';
import type { AdminRule } from './hubspotValidation';

export interface HubspotOptions extends SeededOptions {
	/** Calls in ten seconds: 100 (free, starter; default) or 190 (professional, enterprise). */
	readonly burst?: number;
	/** How long the search does not see a change; default 3 s. */
	readonly lagMs?: number;
	/** Scopes the token lacks. A portal without Service Hub lacks `tickets`. */
	readonly missingScopes?: readonly string[];
	/** Rules an administrator set. */
	readonly rules?: readonly AdminRule[];
	/** Properties come in pages of this many; default 0: whole, as HubSpot gives them. */
	readonly propertyPage?: number;
	readonly dailyLimit?: number;
}

const TYPES: Readonly<Record<string, string>> = {
	COMPANY: 'companies',
	company: 'companies',
	'0-1': 'contacts',
	'0-2': 'companies',
	'0-3': 'deals',
	'0-5': 'tickets',
	CONTACT: 'contacts',
	contact: 'contacts',
	deal: 'deals',
	ticket: 'tickets',
};

interface Route {
	readonly api: string;
	readonly type: string;
	readonly rest: readonly string[];
}

/** The same endpoints under the date version and under the versions that HubSpot's own SDK still calls. */
function routeOf(path: string): Route | null {
	const match =
		/^\/crm\/(?:v3|v4)\/(associations|objects|owners|pipelines|properties)(?:\/(.*))?$/.exec(path) ??
		/^\/crm\/(associations|objects|owners|pipelines|properties)\/\d{4}-\d{2}(?:\/(.*))?$/.exec(path);
	if (match === null) return null;
	const [type = '', ...rest] = (match[2] ?? '')
		.split('/')
		.filter((part) => part !== '')
		.map(decodeURIComponent);
	return { api: match[1] ?? '', type: TYPES[type] ?? type, rest: rest.map((part) => TYPES[part] ?? part) };
}

function scopeOf({ api, type, rest }: Route, method: string): string {
	const reads = method === 'GET' || rest.includes('read') || rest.includes('search');
	if (api === 'owners') return 'crm.objects.owners.read';
	if (type === 'tickets') return 'tickets';
	const verb = reads ? 'read' : 'write';
	// Activities have no scopes of their own.
	if (type === 'meetings' || type === 'tasks') return `crm.objects.contacts.${verb}`;
	return api === 'properties' ? `crm.schemas.${type}.${verb}` : `crm.objects.${type}.${verb}`;
}

/** A HubSpot portal that holds what is written to it and refuses what HubSpot refuses. */
export function createHubspotFake(options: HubspotOptions): SeededFake {
	const {
		now,
		scale = 1,
		burst = 100,
		lagMs = 3_000,
		missingScopes = [],
		rules = [],
		dailyLimit = 250_000,
	} = options;
	const store = new HubspotStore(now, lagMs / scale, options.prepared ?? true);
	seedHubspot(store, options.accounts, options.children ?? 0);
	const faults = createHubspotFaults();
	const log: SeededFake['log'] = [];
	const windows = { burst: [] as number[], search: [] as number[] };
	let throttled = 0;
	let today = 0;

	/** Takes a place in the window; false: there is none. */
	const admit = (name: 'burst' | 'search', most: number, windowMs: number): boolean => {
		const at = now();
		windows[name] = windows[name].filter((time) => at - time < windowMs);
		if (windows[name].length >= most) return false;
		windows[name].push(at);
		return true;
	};

	const headers = (isSearch: boolean): Record<string, string> => ({
		'content-type': 'application/json;charset=utf-8',
		date: new Date(now()).toUTCString(),
		'x-hubspot-ratelimit-daily': String(dailyLimit),
		'x-hubspot-ratelimit-daily-remaining': String(Math.max(0, dailyLimit - today)),
		...(isSearch
			? {}
			: {
					'x-hubspot-ratelimit-max': String(burst),
					'x-hubspot-ratelimit-remaining': String(Math.max(0, burst - windows.burst.length)),
					'x-hubspot-ratelimit-interval-milliseconds': String(10_000 / scale),
				}),
	});

	const serve = (request: FakeRequest, route: Route): FakeAnswer => {
		const { api, type, rest } = route;
		if (api === 'owners') return listOwners(request.query);
		if (api === 'pipelines') return listPipelines(type);
		if (api === 'properties') return serveProperties(store, type, rest, request, options.propertyPage ?? 0);
		if (api === 'associations') return readAssociations(store, type, rest[0] ?? '', request.body);
		if (!store.groups.has(type))
			return refuse(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${type}`);
		return serveObjects(store, type, rest, request, rules);
	};

	const answer = (request: FakeRequest): FakeAnswer | 'drop' => {
		const isSearch = request.path.endsWith('/search');
		const route = routeOf(request.path);
		if (route === null) return refuse(404, '', 'No route was found for this path.');
		const scope = scopeOf(route, request.method);
		const fault = faults.meet(request);
		if (fault === 'drop-before') return 'drop';
		today += 1;
		const planned = fault === null ? null : answerFault(fault, request, scope);
		if (planned !== null) return planned;
		if (today > dailyLimit) {
			return refuse(429, 'RATE_LIMITS', 'You have reached your daily limit.', { policyName: 'DAILY' });
		}
		const admitted = isSearch ? admit('search', 5, 1_000 / scale) : admit('burst', burst, 10_000 / scale);
		if (!admitted) return refuseSpeed(isSearch);
		if (!/^Bearer \S+/.test(request.headers.authorization ?? '')) {
			return refuse(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
		}
		if (missingScopes.includes(scope)) return refuseScope(scope);
		const served = serve(request, route);
		if (fault === 'drop-after') return 'drop';
		if (fault !== 'malformed-json') return served;
		return { status: served.status, body: JSON.stringify(served.body).slice(0, 40) };
	};

	const company = (id: string) => {
		const record = store.find('companies', id);
		if (record === null) throw new Error(`the fake has no company ${id}`);
		return record;
	};
	const textual = (fields: Readonly<Record<string, unknown>>): Properties =>
		Object.fromEntries(
			Object.entries(fields).map(([name, value]) => [name, value === null ? null : String(value)]),
		);
	const shown = (type: string) =>
		new Map(
			store
				.listed(type)
				.flatMap((record) => (record.archivedMs === null ? [[record.id, record.properties] as const] : [])),
		);

	return {
		handle: (request) => {
			const given = answer(request);
			log.push({ ...request, status: given === 'drop' ? 0 : given.status });
			if (given === 'drop') return given;
			if (given.status === 429) throttled += 1;
			return { ...given, headers: { ...headers(request.path.endsWith('/search')), ...given.headers } };
		},
		plan: faults.plan,
		log,
		throttled: () => throttled,
		accountIds: () => [...shown('companies').keys()],
		account: (id) => {
			const record = store.find('companies', id);
			return record === null || record.archivedMs !== null ? null : record.properties;
		},
		change: (id, fields) => store.update(company(id), textual(fields)),
		add: (fields) => store.create('companies', textual(fields)).id,
		remove: (id) => store.archive(company(id)),
		merge: (winner, loser) => store.merge(company(winner), company(loser)).id,
		tasks: () => shown('tasks'),
		opportunities: () => shown('deals'),
		close: (id) => {
			const task = store.find('tasks', id);
			if (task !== null) {
				store.update(task, {
					hs_task_status: 'COMPLETED',
					hs_task_completion_date: new Date(now()).toISOString(),
				});
				return;
			}
			const deal = store.find('deals', id);
			if (deal === null) throw new Error(`the fake has neither task nor deal ${id}`);
			store.update(deal, { dealstage: deal.properties.pipeline === 'renewals' ? 'renewed' : 'closedwon' });
		},
	};
}
