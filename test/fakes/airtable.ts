import { FakeBase, Refusal, type FakeRow, type FakeTable } from './airtableBase';
import { compileFormula, FormulaError } from './airtableFormula';
import { accountCells, seedChildren, seedTables } from './airtableSeed';
import type { FakeAnswer, FakeRequest, PlannedFault, SeededFake, SeededOptions } from './Fake';

export const AIRTABLE_BASE_ID = 'appFake0000000001';
export const AIRTABLE_TOKEN = 'Bearer patFake';

export interface AirtableOptions extends SeededOptions {
	/** Name of the account table; default `Accounts`. In `Customer Assets` the key is called `Customer ID`. */
	readonly accountTable?: string;
	/** What the token may do; default all four. */
	readonly scopes?: readonly string[];
	/** Other bases that the token sees, by name. */
	readonly otherBases?: readonly string[];
}

export interface AirtableFake extends SeededFake {
	readonly base: FakeBase;
}

type Json = Record<string, unknown>;

const ALL_SCOPES = ['data.records:read', 'data.records:write', 'schema.bases:read', 'schema.bases:write'];
const NOT_PERMITTED =
	'Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.';
/** Most requests on a base in a second, and how long everything is refused after one too many. */
const REQUESTS_PER_SECOND = 5;
const PENALTY_MS = 30_000;
const MOST_BODY = 1_000_000;
const UNCREATABLE = new Set([
	'autoNumber',
	'button',
	'count',
	'createdBy',
	'createdTime',
	'lastModifiedBy',
	'lastModifiedTime',
	'rollup',
]);

const refusal = (status: number, type: string, message?: string): FakeAnswer => ({
	status,
	body: message === undefined ? { error: type } : { error: { type, message } },
});

/** Airtable as its API documentation and recorded exchanges have it: schema, lists, upserts, whole-batch refusals, limits, faults. */
export function createAirtableFake(options: AirtableOptions): AirtableFake {
	const { now, scale = 1, scopes = ALL_SCOPES } = options;
	const base = new FakeBase(now);
	const accountTable = options.accountTable ?? 'Accounts';
	seedTables(base, options.prepared ?? true, accountTable);
	const accounts = base.table(accountTable) as FakeTable;
	const keyName = accountTable === 'Customer Assets' ? 'Customer ID' : 'Account ID';
	for (let n = 1; n <= options.accounts; n++) {
		const { 'Account ID': key, ...cells } = accountCells(n);
		const row = base.insert(accounts, { [keyName]: key, ...cells });
		if ((options.children ?? 0) > 0) seedChildren(base, row.id, n, options.children ?? 0);
	}

	const log: SeededFake['log'] = [];
	const faults: Array<{ planned: PlannedFault; skip: number; left: number }> = [];
	const iterators = new Map<string, readonly string[]>();
	let sent: number[] = [];
	let blockedUntil = 0;
	let throttled = 0;
	let iteratorNumber = 0;

	const tooFast = (): FakeAnswer => {
		throttled++;
		const message = 'Rate limit exceeded. Please try again later';
		return { status: 429, body: { errors: [{ error: 'RATE_LIMIT_REACHED', message }] } };
	};

	/** A refusal when the base was asked too often; null: go on. */
	function limit(): FakeAnswer | null {
		const at = now();
		if (at < blockedUntil) return tooFast();
		sent = sent.filter((time) => at - time < 1000 / scale);
		if (sent.length >= REQUESTS_PER_SECOND) {
			blockedUntil = at + PENALTY_MS / scale;
			return tooFast();
		}
		sent.push(at);
		return null;
	}

	/** The planned fault that hits this request; each counts down. */
	function nextFault(request: FakeRequest): PlannedFault['fault'] | null {
		const line = `${request.method} ${request.path}`;
		const offset = request.query.offset ?? (request.body as Json | null)?.offset;
		for (const entry of faults) {
			const { fault, on } = entry.planned;
			if (entry.left === 0 || (on !== undefined && !line.includes(on))) continue;
			if (fault === 'expire-cursor' && offset === undefined) continue;
			if (entry.skip > 0) {
				entry.skip--;
				continue;
			}
			entry.left--;
			return fault;
		}
		return null;
	}

	function faultAnswer(fault: PlannedFault['fault']): FakeAnswer | null {
		switch (fault) {
			case '401':
				return refusal(401, 'AUTHENTICATION_REQUIRED', 'Authentication required');
			case '403-scope':
				return refusal(403, 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', NOT_PERMITTED);
			case '429':
				blockedUntil = now() + PENALTY_MS / scale;
				return tooFast();
			case '502-html':
				return { status: 502, body: '<html><head><title>502 Bad Gateway</title></head></html>' };
			case '503':
			case 'lock':
				return refusal(
					503,
					'SERVICE_UNAVAILABLE',
					'The service is temporarily unavailable. Please retry shortly.',
				);
			case 'daily-quota': {
				const message = 'The API billing plan limit has been exceeded for this workspace.';
				return { status: 429, body: { errors: [{ error: 'PUBLIC_API_BILLING_LIMIT_EXCEEDED', message }] } };
			}
			case 'expire-cursor':
				iterators.clear();
				return refusal(422, 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE', '');
			case 'malformed-json':
				return { status: 200, body: '{"records":[{"id":"rec' };
			default:
				return null;
		}
	}

	function list(table: FakeTable, asked: Json): FakeAnswer {
		const pageSize = Number(asked.pageSize ?? 100);
		if (pageSize < 1 || pageSize > 100)
			throw new Refusal(
				422,
				'INVALID_REQUEST_UNKNOWN',
				'Invalid request: parameter validation failed. Check your request data.',
			);
		const fieldList = asked.fields ?? asked['fields[]'];
		const wanted = fieldList === undefined ? null : ([fieldList].flat() as string[]);
		const only =
			wanted &&
			new Set(
				wanted.map((name) => {
					const column = base.column(table, name);
					if (!column) throw new Refusal(422, 'UNKNOWN_FIELD_NAME', `Unknown field name: "${name}"`);
					return column.id;
				}),
			);
		const [iterator, from] = asked.offset === undefined ? start(table, asked) : resume(String(asked.offset));
		const ids = iterators.get(iterator) ?? [];
		const rows = ids.slice(from, from + pageSize).flatMap((id) => table.rows.get(id) ?? []);
		const byId = String(asked.returnFieldsByFieldId) === 'true';
		const more = from + pageSize < ids.length;
		return {
			status: 200,
			body: {
				records: rows.map((row) => base.show(table, row, byId, only)),
				...(more ? { offset: `${iterator}/${ids[from + pageSize - 1]}` } : {}),
			},
		};
	}

	function start(table: FakeTable, asked: Json): [string, number] {
		const names = new Set(table.columns.flatMap(({ id, name }) => [id, name]));
		let rows: FakeRow[] = [...table.rows.values()];
		if (typeof asked.filterByFormula === 'string' && asked.filterByFormula !== '') {
			const fits = compileFormula(asked.filterByFormula, names);
			rows = rows.filter((row) => {
				const cells = base.cells(table, row);
				const cell = (name: string) => cells[base.column(table, name)?.id ?? ''];
				return fits({ id: row.id, created: row.created, modified: row.modified, cell });
			});
		}
		const most = asked.maxRecords === undefined ? rows.length : Number(asked.maxRecords);
		const iterator = `itr${String(++iteratorNumber).padStart(14, '0')}`;
		iterators.set(
			iterator,
			rows.slice(0, most).map(({ id }) => id),
		);
		return [iterator, 0];
	}

	function resume(offset: string): [string, number] {
		const [iterator = '', last = ''] = offset.split('/');
		const ids = iterators.get(iterator);
		if (!ids) throw new Refusal(422, 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE', '');
		return [iterator, ids.indexOf(last) + 1];
	}

	/** The record an upsert means; several are refused. */
	function match(table: FakeTable, merge: readonly string[], fields: Json): FakeRow | null {
		const columns = merge.map((name) => {
			const column = base.column(table, name);
			if (!column) throw new Refusal(422, 'UNKNOWN_FIELD_NAME', `Unknown field name: "${name}"`);
			return { id: column.id, value: fields[column.name] ?? fields[column.id] };
		});
		const found = [...table.rows.values()].filter((row) =>
			columns.every(({ id, value }) => row.cells[id] === value),
		);
		if (found.length > 1)
			throw new Refusal(422, 'INVALID_REQUEST_UNKNOWN', 'Cannot update more than one record');
		return found[0] ?? null;
	}

	/** Creates, updates or upserts; everything is checked before anything is written. */
	function write(method: string, table: FakeTable, body: Json): FakeAnswer {
		const isSingle = !Array.isArray(body.records) && typeof body.fields === 'object';
		const records = (isSingle ? [{ fields: body.fields }] : body.records) as
			| Array<{ id?: string; fields: Json }>
			| undefined;
		if (!Array.isArray(records) || records.length < 1 || records.length > 10) {
			throw new Refusal(422, 'INVALID_RECORDS', 'You must provide an array of up to 10 record objects');
		}
		const merge = (body.performUpsert as { fieldsToMergeOn?: string[] } | undefined)?.fieldsToMergeOn;
		if (merge && (merge.length < 1 || merge.length > 3))
			throw new Refusal(422, 'INVALID_REQUEST_UNKNOWN', 'fieldsToMergeOn must have 1 to 3 fields');
		const typecast = body.typecast === true;
		const targets = records.map((record) => {
			for (const [name, value] of Object.entries(record.fields)) base.check(table, name, value, typecast);
			if (method === 'POST') return null;
			if (record.id === undefined) {
				if (!merge) throw new Refusal(422, 'INVALID_RECORDS', 'Each record must have an id');
				return match(table, merge, record.fields);
			}
			const row = table.rows.get(record.id);
			if (!row)
				throw new Refusal(422, 'ROW_DOES_NOT_EXIST', `Record ID ${record.id} does not exist in this table`);
			return row;
		});
		const created: string[] = [];
		const updated: string[] = [];
		const rows = records.map((record, at) => {
			const target = targets[at] ?? (merge ? match(table, merge, record.fields) : null);
			if (!target) {
				const row = base.insert(table, record.fields, typecast);
				created.push(row.id);
				return row;
			}
			base.store(table, target, record.fields, typecast, method === 'PUT');
			updated.push(target.id);
			return target;
		});
		const byId = body.returnFieldsByFieldId === true;
		const shown = rows.map((row) => base.show(table, row, byId, null));
		if (isSingle) return { status: 200, body: shown[0] };
		return {
			status: 200,
			body: { ...(merge ? { updatedRecords: updated, createdRecords: created } : {}), records: shown },
		};
	}

	function meta(request: FakeRequest, parts: readonly string[]): FakeAnswer {
		if (request.path === '/v0/meta/whoami') return { status: 200, body: { id: 'usrFake0000000001', scopes } };
		if (request.method === 'GET' && !scopes.includes('schema.bases:read'))
			return refusal(403, 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', NOT_PERMITTED);
		if (request.path === '/v0/meta/bases') {
			const names = ['Customer Success', ...(options.otherBases ?? [])];
			const all = names.map((name, at) => ({
				id: at === 0 ? AIRTABLE_BASE_ID : `appFake${String(at + 1).padStart(10, '0')}`,
				name,
				permissionLevel: 'create',
			}));
			const from = Number(request.query.offset ?? 0);
			return {
				status: 200,
				body: {
					bases: all.slice(from, from + 2),
					...(from + 2 < all.length ? { offset: String(from + 2) } : {}),
				},
			};
		}
		const [baseId, , tableId, last] = parts;
		if (baseId !== AIRTABLE_BASE_ID) return refusal(404, 'NOT_FOUND');
		if (request.method === 'GET') {
			const tables = base.tables.map((table) => ({
				id: table.id,
				name: table.name,
				primaryFieldId: table.columns[0]?.id,
				fields: table.columns.map((column) => base.describe(column)),
			}));
			return { status: 200, body: { tables } };
		}
		if (!scopes.includes('schema.bases:write'))
			return refusal(403, 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', NOT_PERMITTED);
		const body = request.body as {
			name: string;
			type: string;
			options?: Json;
			fields?: Array<{ name: string; type: string; options?: Json }>;
		};
		for (const field of body.fields ?? [body]) checkDesign(field);
		if (tableId === undefined) {
			const table = base.addTable(body.name);
			for (const field of body.fields ?? []) base.addColumn(table, field.name, field.type, field.options);
			return {
				status: 200,
				body: {
					id: table.id,
					name: table.name,
					fields: table.columns.map((column) => base.describe(column)),
				},
			};
		}
		const table = base.table(tableId);
		if (!table || last !== 'fields') return refusal(404, 'NOT_FOUND');
		return { status: 200, body: base.describe(base.addColumn(table, body.name, body.type, body.options)) };
	}

	function checkDesign(field: { name: string; type: string; options?: Json }): void {
		const wrong = (type: string, message: string) =>
			new Refusal(422, type, `Invalid options for ${field.name}: ${message}`);
		if (UNCREATABLE.has(field.type))
			throw wrong(
				'UNSUPPORTED_FIELD_TYPE_FOR_CREATE',
				`Creating ${field.type} fields is not supported at this time`,
			);
		const needs: Readonly<Record<string, string>> = {
			number: 'precision',
			percent: 'precision',
			date: 'dateFormat',
			dateTime: 'timeZone',
			checkbox: 'icon',
			singleSelect: 'choices',
			multipleRecordLinks: 'linkedTableId',
		};
		const needed = needs[field.type];
		const given = needed === undefined ? true : field.options?.[needed];
		if (given === undefined || given === null)
			throw wrong('INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE', `${needed} is required`);
	}

	function route(request: FakeRequest): FakeAnswer {
		const token = request.headers.authorization;
		if (token !== AIRTABLE_TOKEN) return refusal(401, 'AUTHENTICATION_REQUIRED', 'Authentication required');
		if (JSON.stringify(request.body ?? null).length > MOST_BODY)
			return refusal(413, 'REQUEST_TOO_LARGE', 'Request body is too large');
		const [, version, first = '', ...rest] = request.path
			.replace(/\/$/, '')
			.split('/')
			.map(decodeURIComponent);
		if (version !== 'v0') return refusal(404, 'NOT_FOUND');
		if (first === 'meta') return meta(request, rest.slice(1));
		if (first !== AIRTABLE_BASE_ID)
			return refusal(403, 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', NOT_PERMITTED);
		const [tableName = '', recordId] = rest;
		const isRead = request.method === 'GET' || recordId === 'listRecords';
		if (!scopes.includes(isRead ? 'data.records:read' : 'data.records:write'))
			return refusal(403, 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', NOT_PERMITTED);
		const table = base.table(tableName);
		if (!table)
			return refusal(404, 'TABLE_NOT_FOUND', `Could not find table ${tableName} in application ${first}`);
		const body = (request.body ?? {}) as Json;
		if (recordId === 'listRecords') return list(table, { ...request.query, ...body });
		if (request.method === 'GET' && recordId === undefined) return list(table, request.query);
		if (recordId === undefined && request.method !== 'DELETE') return write(request.method, table, body);
		const row = table.rows.get(recordId ?? '');
		if (request.method === 'GET')
			return row
				? { status: 200, body: base.show(table, row, false, null) }
				: refusal(404, 'MODEL_ID_NOT_FOUND', 'Record not found');
		if (request.method === 'DELETE') return erase(table, recordId, request.query);
		return write(request.method, table, {
			records: [{ id: recordId, fields: body.fields }],
			typecast: body.typecast,
		});
	}

	function erase(
		table: FakeTable,
		recordId: string | undefined,
		query: Readonly<Record<string, string>>,
	): FakeAnswer {
		const ids = recordId === undefined ? [query['records[]'] ?? ''] : [recordId];
		if (!ids.every((id) => table.rows.has(id))) return refusal(404, 'MODEL_ID_NOT_FOUND', 'Record not found');
		for (const id of ids) table.rows.delete(id);
		const records = ids.map((id) => ({ id, deleted: true }));
		return { status: 200, body: recordId === undefined ? { records } : records[0] };
	}

	function answer(request: FakeRequest): FakeAnswer {
		try {
			return route(request);
		} catch (error) {
			if (error instanceof Refusal) return refusal(error.status, error.type, error.message);
			if (error instanceof FormulaError) return refusal(422, 'INVALID_FILTER_BY_FORMULA', error.message);
			// A bug of the fake itself: no source may take it for something that Airtable says.
			return { status: 418, body: `the fake failed: ${String(error)}` };
		}
	}

	function handle(request: FakeRequest): FakeAnswer | 'drop' {
		const limited = limit();
		const fault = limited ? null : nextFault(request);
		const isDropped = fault === 'drop-before' || fault === 'drop-after';
		const planned = limited ?? (fault ? faultAnswer(fault) : null);
		const given = planned ?? (fault === 'drop-before' ? null : answer(request));
		log.push({ ...request, status: isDropped || given === null ? 0 : given.status });
		if (isDropped || given === null) return 'drop';
		return { ...given, headers: { date: new Date(now()).toUTCString(), ...given.headers } };
	}

	const rowsOf = (name: string) => {
		const table = base.table(name);
		const rows = table ? [...table.rows.values()] : [];
		return new Map(rows.map((row) => [row.id, base.plain(table as FakeTable, row)]));
	};

	return {
		base,
		handle,
		log,
		plan: (planned) => faults.push({ planned, skip: planned.after ?? 0, left: planned.times ?? 1 }),
		throttled: () => throttled,
		accountIds: () => [...accounts.rows.keys()],
		account: (id) => {
			const row = accounts.rows.get(id);
			return row ? base.plain(accounts, row) : null;
		},
		change: (id, fields) => {
			const table = base.tables.find(({ rows }) => rows.has(id));
			const row = table?.rows.get(id);
			if (table && row) base.store(table, row, fields, true);
		},
		add: (fields) => base.insert(accounts, fields, true).id,
		remove: (id) => {
			for (const { rows } of base.tables) rows.delete(id);
		},
		tasks: () => rowsOf('Tasks'),
		opportunities: () => rowsOf('Deals'),
		close: (id) => {
			const table = base.tables.find(({ rows }) => rows.has(id));
			const row = table?.rows.get(id);
			if (table?.name === 'Tasks' && row) base.store(table, row, { Status: 'done' }, true);
			if (table?.name === 'Deals' && row) base.store(table, row, { Stage: 'closed_won' }, true);
		},
	};
}
