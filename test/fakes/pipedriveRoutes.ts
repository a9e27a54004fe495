import type { FakeAnswer, FakeRequest } from './Fake';
import {
	customField,
	type FakeField,
	type FieldsByObject,
	type PipedriveRecords,
	type Row,
} from './pipedriveRecords';

const LIST_QUERY =
	'filter_id ids owner_id updated_since updated_until sort_by sort_direction limit cursor'.split(' ');
const ENTITY_QUERY = [
	...LIST_QUERY,
	'include_fields',
	'custom_fields',
	'include_option_labels',
	'include_labels',
];
const QUERY: Readonly<Record<string, readonly string[]>> = {
	organizations: ENTITY_QUERY,
	persons: [...ENTITY_QUERY, 'org_id', 'deal_id'],
	deals: [...ENTITY_QUERY, 'org_id', 'person_id', 'pipeline_id', 'stage_id', 'status'],
	activities: [...LIST_QUERY, 'org_id', 'deal_id', 'lead_id', 'person_id', 'done', 'include_fields'],
};
/** v2 refuses what it does not know; `user_id` is the trap: v1 called the owner so. */
const BODY: Readonly<Record<string, readonly string[]>> = {
	organizations:
		'name owner_id add_time update_time visible_to label_ids address website linkedin industry annual_revenue employee_count custom_fields'.split(
			' ',
		),
	deals:
		'title owner_id person_id org_id pipeline_id stage_id value currency is_deleted is_archived archive_time status probability lost_reason visible_to close_time won_time lost_time expected_close_date label_ids custom_fields'.split(
			' ',
		),
	activities:
		'subject type owner_id deal_id lead_id person_id org_id project_id due_date due_time duration busy done location participants attendees public_description priority outcome note'.split(
			' ',
		),
};
const NUMBERS = 'owner_id person_id org_id pipeline_id stage_id value'.split(' ');
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const DEFAULT_LIMIT = 100;
const MOST = 500;

export const refuse = (status: number, error: string, more: Row = {}): FakeAnswer => ({
	status,
	body: {
		success: false,
		error,
		error_info: 'Please check developers.pipedrive.com for more information about Pipedrive API.',
		data: null,
		additional_data: null,
		...more,
	},
});
const give = (data: unknown, additional: Row = {}): FakeAnswer => ({
	status: 200,
	body: { success: true, data, additional_data: additional },
});

/** What Pipedrive answers to a request that passed the door; null: there is no such path. */
export function answerPipedrive(records: PipedriveRecords, request: FakeRequest): FakeAnswer | null {
	const [, api, version, kind = '', id, ...rest] = request.path.split('/');
	if (api !== 'api' || rest.length > 0) return null;
	const isGet = request.method === 'GET';
	if (version === 'v1' && isGet) return answerV1(records, kind, id, request);
	if (version !== 'v2') return null;
	if (isGet && kind === 'organizations' && id === 'search') return search(records, request);
	if (kind in records.fields) return answerFields(records.fields, kind, request);
	if (isGet && kind === 'stages' && id === undefined) return listStages(records, request);
	const rows = rowsOf(records, kind);
	if (rows === null) return null;
	if (isGet) return id === undefined ? list(records, kind, rows, request) : one(rows, id);
	if (request.method === 'POST' && id === undefined) return create(records, kind, rows, request.body);
	if (request.method === 'PATCH' && id !== undefined) return update(records, kind, rows, id, request.body);
	return null;
}

function rowsOf(records: PipedriveRecords, kind: string): Map<number, Row> | null {
	if (kind === 'organizations') return records.organizations;
	if (kind === 'persons') return records.persons;
	if (kind === 'deals') return records.deals;
	return kind === 'activities' ? records.activities : null;
}

function list(
	records: PipedriveRecords,
	kind: string,
	rows: Map<number, Row>,
	request: FakeRequest,
): FakeAnswer {
	const { query } = request;
	const stranger = Object.keys(query).find((name) => !(QUERY[kind] ?? []).includes(name));
	if (stranger !== undefined) return refuse(400, `Parameter '${stranger}' is not allowed`);
	const limit = query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit);
	if (!(limit >= 1 && limit <= MOST)) return refuse(400, `Parameter 'limit' must be between 1 and ${MOST}`);
	for (const name of ['updated_since', 'updated_until']) {
		const value = query[name];
		if (value !== undefined && !RFC3339.test(value))
			return refuse(400, `Parameter '${name}' is not in RFC3339 format`);
	}
	if ((query.custom_fields?.split(',').length ?? 0) > 15)
		return refuse(400, 'A maximum of 15 custom field keys is allowed');
	const ids = query.ids?.split(',').map(Number);
	if (ids !== undefined && ids.length > 100) return refuse(400, 'A maximum of 100 ids is allowed');
	const after = query.cursor === undefined ? 0 : readCursor(query.cursor);
	if (after === null) return refuse(400, 'Invalid cursor');
	const found: Row[] = [];
	let last = after;
	let more = false;
	const candidates = ids === undefined ? rows.values() : ids.map((id) => rows.get(id) ?? {});
	const ordered = query.sort_direction === 'desc' ? [...candidates].reverse() : candidates;
	const isAfter = (row: Row) =>
		query.cursor === undefined ||
		(query.sort_direction === 'desc' ? Number(row.id) < after : Number(row.id) > after);
	for (const row of ordered) {
		if (!isAfter(row) || !fits(row, query)) continue;
		if (found.length === limit) {
			more = true;
			break;
		}
		found.push(row);
		last = Number(row.id);
	}
	return give(
		found.map((row) => show(records, kind, row, query)),
		{
			next_cursor: more ? writeCursor(last) : null,
		},
	);
}

function fits(row: Row, query: Readonly<Record<string, string>>): boolean {
	if (row.id === undefined) return false;
	const wanted = query.status?.split(',');
	if (row.is_deleted === true) {
		if (!wanted?.includes('deleted')) return false;
	} else if (wanted !== undefined && !wanted.includes(String(row.status))) return false;
	if (row.is_archived === true) return false;
	const time = String(row.update_time);
	if (query.updated_since !== undefined && time < query.updated_since) return false;
	if (query.updated_until !== undefined && time >= query.updated_until) return false;
	if (query.done !== undefined && String(row.done) !== query.done) return false;
	return ['org_id', 'owner_id', 'person_id', 'pipeline_id', 'stage_id'].every(
		(name) => query[name] === undefined || String(row[name]) === query[name],
	);
}

/** With `include_option_labels` the number of an option comes with its label; `custom_fields` picks keys. */
function show(
	records: PipedriveRecords,
	kind: string,
	row: Row,
	query: Readonly<Record<string, string>>,
): Row {
	if (row.custom_fields === undefined) return row;
	const picked = query.custom_fields?.split(',');
	const fields = kind === 'organizations' ? records.fields.organizationFields : [];
	const custom = Object.entries(row.custom_fields as Row)
		.filter(([key]) => picked === undefined || picked.includes(key))
		.map(([key, value]) => {
			const option = fields
				.find(({ field_code }) => field_code === key)
				?.options?.find(({ id }) => id === value);
			return [key, option !== undefined && query.include_option_labels === 'true' ? option : value];
		});
	return { ...row, custom_fields: Object.fromEntries(custom) };
}

function one(rows: Map<number, Row>, id: string): FakeAnswer {
	const row = rows.get(Number(id));
	return row === undefined ? refuse(404, 'Entity was not found') : give(row);
}

function create(records: PipedriveRecords, kind: string, rows: Map<number, Row>, body: unknown): FakeAnswer {
	const wrong = checkBody(records, kind, body);
	if (wrong !== null) return wrong;
	const sent = body as Row;
	if (kind === 'deals' && typeof sent.title !== 'string') return refuse(400, "'title' is required");
	const id = records.take(kind === 'deals' ? 'deal' : kind === 'activities' ? 'activity' : 'organization');
	const time = records.stamp();
	const defaults =
		kind === 'deals'
			? { status: 'open', pipeline_id: 1, stage_id: 11, is_archived: false, custom_fields: {} }
			: {};
	const row = {
		owner_id: 901,
		is_deleted: false,
		...(kind === 'activities' ? { done: false } : {}),
		...defaults,
		...sent,
		id,
		add_time: time,
		update_time: time,
	};
	rows.set(id, row);
	return { ...give(row), status: kind === 'organizations' ? 201 : 200 };
}

function update(
	records: PipedriveRecords,
	kind: string,
	rows: Map<number, Row>,
	id: string,
	body: unknown,
): FakeAnswer {
	const row = rows.get(Number(id));
	if (row === undefined || row.is_deleted === true) return refuse(404, 'Entity was not found');
	const wrong = checkBody(records, kind, body);
	if (wrong !== null) return wrong;
	const { custom_fields: custom, ...fields } = body as Row;
	Object.assign(row, fields, { update_time: records.stamp() });
	if (custom !== undefined) row.custom_fields = { ...(row.custom_fields as Row), ...(custom as Row) };
	return give(row);
}

function checkBody(records: PipedriveRecords, kind: string, body: unknown): FakeAnswer | null {
	if (typeof body !== 'object' || body === null) return refuse(400, 'Request body is required');
	for (const [name, value] of Object.entries(body)) {
		if (!(BODY[kind] ?? []).includes(name))
			return refuse(400, `Parameter '${name}' is not allowed in the body`);
		if (NUMBERS.includes(name) && value !== null && typeof value !== 'number')
			return refuse(400, `Parameter '${name}' must be a number`);
	}
	const fields = kind === 'deals' ? records.fields.dealFields : records.fields.organizationFields;
	for (const [key, value] of Object.entries(((body as Row).custom_fields ?? {}) as Row)) {
		const field = fields.find(({ field_code }) => field_code === key);
		if (field === undefined) return refuse(400, `Custom field does not exist`, { field_code: key });
		if (!isRight(field, value))
			return refuse(400, `Validation failed for a custom field of type ${field.field_type}`, {
				field_code: key,
			});
	}
	return null;
}

function isRight(field: FakeField, value: unknown): boolean {
	if (value === null) return true;
	if (field.field_type === 'double') return typeof value === 'number';
	if (field.field_type === 'varchar') return typeof value === 'string' && value.length <= 255;
	if (field.field_type === 'text') return typeof value === 'string' && value.length <= 65_535;
	if (field.field_type === 'date') return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
	if (field.field_type === 'enum') return field.options?.some(({ id }) => id === value) ?? false;
	return typeof value === 'object';
}

function answerFields(fields: FieldsByObject, kind: string, request: FakeRequest): FakeAnswer | null {
	const rows = fields[kind as keyof FieldsByObject];
	if (request.method === 'POST') {
		const { field_name: name, field_type: type, ...strangers } = (request.body ?? {}) as Row;
		if (typeof name !== 'string' || typeof type !== 'string' || Object.keys(strangers).length > 0)
			return refuse(400, 'field_name and field_type are required');
		// Two fields may have one name in Pipedrive; the second has another key.
		const field = customField(
			rows.some(({ field_name }) => field_name === name) ? `${name}${rows.length}` : name,
			type,
		);
		rows.push({ ...field, field_name: name });
		return give(field);
	}
	const limit = request.query.limit === undefined ? DEFAULT_LIMIT : Number(request.query.limit);
	const start = request.query.cursor === undefined ? 0 : readCursor(request.query.cursor);
	if (start === null || limit > MOST) return refuse(400, 'Invalid cursor');
	const next = start + limit;
	return give(rows.slice(start, next), { next_cursor: next < rows.length ? writeCursor(next) : null });
}

function listStages(records: PipedriveRecords, { query }: FakeRequest): FakeAnswer {
	const stages = records.stages.filter(
		({ pipeline_id }) => query.pipeline_id === undefined || String(pipeline_id) === query.pipeline_id,
	);
	return give(stages, { next_cursor: null });
}

function search(records: PipedriveRecords, { query }: FakeRequest): FakeAnswer {
	const { term = '', exact_match: exact } = query;
	if (term === '' || exact !== 'true') return refuse(400, "Parameter 'term' must have at least 2 characters");
	const items = [...records.organizations.values()].flatMap((row) => {
		const values = Object.values(row.custom_fields as Row).filter((value) => typeof value === 'string');
		const isHit =
			row.is_deleted !== true && values.some((value) => value.toLowerCase() === term.toLowerCase());
		return isHit
			? [
					{
						result_score: 0.3,
						item: { id: row.id, type: 'organization', name: row.name, custom_fields: values, notes: [] },
					},
				]
			: [];
	});
	return { status: 200, body: { success: true, data: { items }, additional_data: { next_cursor: null } } };
}

function answerV1(
	records: PipedriveRecords,
	kind: string,
	id: string | undefined,
	request: FakeRequest,
): FakeAnswer | null {
	if (kind === 'users')
		return id === undefined ? give(records.users) : give({ ...records.users[0], company_domain: 'fake' });
	if (kind !== 'recents' || id !== undefined) return null;
	const { since_timestamp: since = '', items, start = '0', limit = '100' } = request.query;
	if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(since)) return refuse(400, 'since_timestamp is required');
	if (Date.parse(`${since.replace(' ', 'T')}Z`) < Date.parse(records.stamp()) - 31 * 86_400_000)
		return refuse(400, 'since_timestamp must be within the last month');
	const from = `${since.replace(' ', 'T')}Z`;
	const rows = items === 'person' ? records.persons : records.organizations;
	const changes = [...rows.values()]
		.filter(({ update_time: time }) => String(time) >= from)
		.map((row) => ({
			item: items,
			id: row.id,
			data: {
				id: row.id,
				active_flag: row.is_deleted !== true,
				update_time: String(row.update_time).replace('T', ' ').replace('Z', ''),
			},
		}));
	const end = Number(start) + Number(limit);
	return give(changes.slice(Number(start), end), {
		pagination: {
			start: Number(start),
			limit: Number(limit),
			more_items_in_collection: end < changes.length,
			...(end < changes.length ? { next_start: end } : {}),
		},
	});
}

function writeCursor(id: number): string {
	return `c${id.toString(36)}`;
}

function readCursor(cursor: string): number | null {
	return /^c[0-9a-z]+$/.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : null;
}
