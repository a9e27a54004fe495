import type { FakeAnswer, FakeRequest, PlannedFault, SeededFake, SeededOptions } from '../fakes/Fake';

const PAGE = 50;
const PER_SECOND = 10;
const PENALTY_MS = 3_000;
const INDEX_LAG_MS = 20_000;
const DAY_MS = 86_400_000;

interface Account {
	id: string;
	fields: Record<string, unknown>;
	updatedAt: number;
	removedAt: number | null;
	mergedInto: string | null;
}

interface Effect {
	readonly fields: Record<string, unknown>;
}

const RESULT_FIELDS = [
	'Score',
	'Band',
	'Trend',
	'Confidence',
	'Coverage',
	'Score Date',
	'Reasons',
	'Row Hash',
];
const BASE_FIELDS = ['Name', 'Domain', 'Account Key', 'ARR', 'Renewal', 'Plan'];

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): FakeAnswer => ({
	status,
	body,
	headers,
});
const refuse = (status: number, code: string, more: Record<string, unknown> = {}) =>
	answer(status, { error: { code, ...more } });

/** A vendor that exists nowhere, with the habits of several: penalties, whole batches refused, an index that lags, cursors that expire. */
export function exampleFake(options: SeededOptions): SeededFake {
	const { now, accounts: total, prepared = true } = options;
	const accounts = new Map<string, Account>();
	const columns = new Set([...BASE_FIELDS, ...(prepared ? RESULT_FIELDS : [])]);
	const tasks = new Map<string, Effect>();
	const deals = new Map<string, Effect>();
	const log: SeededFake['log'] = [];
	const planned: Array<{ fault: PlannedFault; skip: number; left: number }> = [];
	let issued = 0;
	let throttled = 0;
	let blockedUntil = 0;
	let times: number[] = [];

	const add = (fields: Readonly<Record<string, unknown>>, updatedAt = now()): string => {
		issued += 1;
		const id = `a${String(issued).padStart(6, '0')}`;
		accounts.set(id, { id, fields: { ...fields }, updatedAt, removedAt: null, mergedInto: null });
		return id;
	};
	for (let place = 1; place <= total; place += 1) {
		const fields = {
			Name: `Account ${place}`,
			Domain: `account${place}.example`,
			'Account Key': `ACC-${place}`,
			ARR: place * 100,
			Renewal: '2027-03-31',
			Plan: 'Gold',
		};
		add(fields, now() - 30 * DAY_MS + place);
	}

	const list = (query: Readonly<Record<string, string>>): FakeAnswer => {
		const missing = (query['fields'] ?? '').split('|').find((field) => field !== '' && !columns.has(field));
		if (missing !== undefined) return refuse(422, 'UNKNOWN_FIELD', { field: missing });
		const from = query['from'] === undefined ? null : Date.parse(query['from']);
		const to = Date.parse(query['to'] ?? '');
		const isRemoved = query['removed'] === 'true';
		const inWindow = (at: number) => from === null || (at >= from && at < to && at <= now() - INDEX_LAG_MS);
		const found = [...accounts.values()].filter((account) =>
			isRemoved
				? account.removedAt !== null && inWindow(account.removedAt)
				: account.removedAt === null && inWindow(account.updatedAt),
		);
		const start = Number(query['cursor'] ?? '0');
		const page = found.slice(start, start + PAGE).map((account) => ({
			id: account.id,
			updated: new Date(account.removedAt ?? account.updatedAt).toISOString(),
			fields: account.fields,
			...(isRemoved ? { mergedInto: account.mergedInto } : {}),
		}));
		const next = start + PAGE < found.length ? String(start + PAGE) : null;
		return answer(200, { records: page, next });
	};

	const writeRows = (
		rows: ReadonlyArray<{ id: string; fields: Record<string, unknown> }>,
		locked: boolean,
	) => {
		const poisoned = rows.find(({ id }) => accounts.get(id)?.removedAt !== null);
		if (poisoned !== undefined) return refuse(422, 'ROW_REFUSED');
		for (const { fields } of rows) {
			const unknown = Object.keys(fields).find((field) => !columns.has(field));
			if (unknown !== undefined) return refuse(422, 'UNKNOWN_FIELD', { field: unknown });
		}
		return answer(200, {
			results: rows.map(({ id, fields }, place) => {
				if (locked && place === 0) return { id, error: 'LOCKED' };
				const account = accounts.get(id);
				if (account === undefined) return { id, error: 'ROW_REFUSED' };
				Object.assign(account.fields, fields);
				account.updatedAt = now();
				return { id };
			}),
		});
	};

	const effects = (held: Map<string, Effect>, request: FakeRequest): FakeAnswer => {
		if (request.method === 'GET') {
			const found = [...held].find(([, { fields }]) => fields['key'] === request.query['key']);
			return answer(200, { id: found?.[0] ?? null });
		}
		issued += 1;
		const id = `e${issued}`;
		held.set(id, { fields: Object.fromEntries(Object.entries(request.body ?? {})) });
		return answer(201, { id });
	};

	const serve = (request: FakeRequest, locked: boolean): FakeAnswer => {
		const body: Record<string, unknown> = Object.fromEntries(Object.entries(request.body ?? {}));
		switch (`${request.method} ${request.path}`) {
			case 'GET /accounts':
				return list(request.query);
			case 'GET /accounts/some': {
				const ids = (request.query['ids'] ?? '').split(',');
				const found = ids.flatMap((id) => {
					const account = accounts.get(id);
					if (account === undefined || account.removedAt !== null) return [];
					return [{ id, updated: new Date(account.updatedAt).toISOString(), fields: account.fields }];
				});
				return answer(200, { records: found });
			}
			case 'PATCH /accounts': {
				const rows = body['rows'];
				return Array.isArray(rows) ? writeRows(rows, locked) : refuse(400, 'BAD_REQUEST');
			}
			case 'GET /columns':
				return answer(200, { columns: [...columns] });
			case 'POST /columns':
				columns.add(String(body['name']));
				return answer(201, {});
			default:
				if (request.path === '/tasks') return effects(tasks, request);
				if (request.path === '/deals') return effects(deals, request);
				return refuse(404, 'NOT_FOUND');
		}
	};

	const faultFor = (request: FakeRequest): PlannedFault['fault'] | null => {
		const place = `${request.method} ${request.path}`;
		for (const plan of planned) {
			if (plan.left <= 0 || !place.includes(plan.fault.on ?? '')) continue;
			if (plan.fault.fault === 'expire-cursor' && request.query['cursor'] === undefined) continue;
			if (plan.fault.fault === 'lock' && request.method !== 'PATCH') continue;
			if (plan.skip > 0) {
				plan.skip -= 1;
				continue;
			}
			plan.left -= 1;
			return plan.fault.fault;
		}
		return null;
	};

	const tooFast = (): FakeAnswer => {
		throttled += 1;
		blockedUntil = now() + PENALTY_MS;
		return refuse(429, 'TOO_FAST');
	};

	const respond = (request: FakeRequest): FakeAnswer | 'drop' => {
		if (now() < blockedUntil) return tooFast();
		times = times.filter((at) => at > now() - 1_000);
		times.push(now());
		if (times.length > PER_SECOND) return tooFast();
		const fault = faultFor(request);
		switch (fault) {
			case '401':
				return refuse(401, 'BAD_TOKEN');
			case '403-scope':
				return refuse(403, 'MISSING_SCOPE');
			case '429':
				return tooFast();
			case '502-html':
				return answer(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' });
			case '503':
				return refuse(503, 'UNAVAILABLE');
			case 'daily-quota':
				return refuse(403, 'DAY_USED_UP');
			case 'drop-before':
				return 'drop';
			case 'expire-cursor':
				return refuse(422, 'CURSOR_EXPIRED');
			case 'drop-after':
				serve(request, false);
				return 'drop';
			case 'malformed-json':
				serve(request, false);
				return answer(200, '{"records":[{"id":', { 'content-type': 'application/json' });
			default:
				return serve(request, fault === 'lock');
		}
	};

	return {
		handle: (request) => {
			const given = respond(request);
			log.push({ ...request, status: given === 'drop' ? 0 : given.status });
			if (given === 'drop') return given;
			return { ...given, headers: { date: new Date(now()).toUTCString(), ...given.headers } };
		},
		plan: (fault) => {
			planned.push({ fault, skip: fault.after ?? 0, left: fault.times ?? 1 });
		},
		log,
		throttled: () => throttled,
		accountIds: () =>
			[...accounts.values()].filter(({ removedAt }) => removedAt === null).map(({ id }) => id),
		account: (id) => {
			const account = accounts.get(id);
			return account === undefined || account.removedAt !== null ? null : account.fields;
		},
		change: (id, fields) => {
			const account = accounts.get(id);
			if (account === undefined) return;
			Object.assign(account.fields, fields);
			account.updatedAt = now();
		},
		add,
		remove: (id) => {
			const account = accounts.get(id);
			if (account !== undefined) account.removedAt = now();
		},
		merge: (winner, loser) => {
			const lost = accounts.get(loser);
			const kept = accounts.get(winner);
			if (lost !== undefined) Object.assign(lost, { removedAt: now(), mergedInto: winner });
			if (kept !== undefined) kept.updatedAt = now();
			return winner;
		},
		tasks: () => new Map([...tasks].map(([id, { fields }]) => [id, fields])),
		opportunities: () => new Map([...deals].map(([id, { fields }]) => [id, fields])),
		close: (id) => {
			Object.assign(tasks.get(id)?.fields ?? deals.get(id)?.fields ?? {}, { closed: true });
		},
	};
}
