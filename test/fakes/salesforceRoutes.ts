// What each address of the REST API does. Answers are Salesforce's own shapes.
import type { FakeAnswer, FakeRequest } from './Fake';
import { runSoql, type Found, type Row } from './salesforceQuery';
import { fieldOf, parseField, type FieldSchema, type ObjectSchema } from './salesforceSchema';
import { parseSoql } from './salesforceSoql';
import { RequestRefused, type ItemError, type Store } from './salesforceStore';

const PAGE = 2_000;
const BATCH = 200;
/** Longer addresses are refused before anybody reads them. */
const ADDRESS = 16_000;
/** A locator that nobody used for this long is gone. */
const LOCATOR_MS = 15 * 60_000;

export interface Locators {
	readonly open: Map<string, { readonly found: Found; from: number; usedAt: number }>;
	readonly now: () => number;
	counter: number;
}

const json = (status: number, body: unknown): FakeAnswer => ({ status, body });
const refuse = (code: string, message: string, status = 400) => new RequestRefused(code, message, status);
const notFound = () => refuse('NOT_FOUND', 'The requested resource does not exist', 404);

function page(store: Store, locators: Locators, found: Found, from: number): FakeAnswer {
	const { ids, toRecord } = found;
	const isDone = from + PAGE >= ids.length;
	const records = ids.slice(from, from + PAGE).map(toRecord);
	if (isDone) return json(200, { totalSize: ids.length, done: true, records });
	const id = `01g5g00000${String(locators.counter++).padStart(5, '0')}-${from + PAGE}`;
	locators.open.set(id, { found, from: from + PAGE, usedAt: locators.now() });
	const nextRecordsUrl = `/services/data/${store.version}/query/${id}`;
	return json(200, { totalSize: ids.length, done: false, nextRecordsUrl, records });
}

function query(store: Store, locators: Locators, request: FakeRequest, withDeleted: boolean): FakeAnswer {
	const { q = '' } = request.query;
	if (encodeURIComponent(q).length > ADDRESS) throw refuse('URI_TOO_LONG', 'URI Too Long', 414);
	const soql = parseSoql(q);
	const found = runSoql(store, soql, withDeleted);
	if (soql.isCount) return json(200, { totalSize: found.ids.length, done: true, records: [] });
	return page(store, locators, found, 0);
}

function nextPage(store: Store, locators: Locators, id: string): FakeAnswer {
	const locator = locators.open.get(id);
	if (locator === undefined || locators.now() - locator.usedAt > LOCATOR_MS) {
		throw refuse('INVALID_QUERY_LOCATOR', 'invalid query locator');
	}
	locator.usedAt = locators.now();
	return page(store, locators, locator.found, locator.from);
}

function describeField(field: FieldSchema) {
	return {
		name: field.name,
		label: field.label,
		type: field.type,
		length: field.length,
		precision: field.precision,
		scale: field.scale,
		createable: !field.readOnly,
		updateable: !field.readOnly,
		nillable: !field.required,
		defaultedOnCreate: ['boolean'].includes(field.type) || field.name === 'OwnerId',
		externalId: field.externalId,
		unique: field.unique,
		filterable: field.filterable,
		custom: field.custom,
		relationshipName: field.relationshipName,
		referenceTo: field.referenceTo === null ? [] : [field.referenceTo],
		restrictedPicklist: field.restricted,
		picklistValues: field.values.map((value) => ({ active: true, defaultValue: false, label: value, value })),
	};
}

/** Clears go as null or ''; the saved row holds null. */
const cleaned = (fields: Row): Row =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === '' ? null : value]));

function withoutId(record: Row): Row {
	return Object.fromEntries(
		Object.entries(record).filter(([name]) => name !== 'attributes' && !/^id$/i.test(name)),
	);
}

type Item = {
	readonly errors: readonly ItemError[];
	readonly id?: unknown;
	readonly success: boolean;
	readonly created?: boolean;
};
const failed = (errors: readonly ItemError[]): Item => ({ success: false, errors });

const LOCKED: ItemError = {
	statusCode: 'UNABLE_TO_LOCK_ROW',
	message: 'unable to obtain exclusive access to this record or 1 records',
	fields: [],
};

function save(store: Store, object: ObjectSchema, fields: Row, row: Row | undefined): Item {
	const errors = store.check(object, fields, row);
	if (errors.length > 0) return failed(errors.slice(0, 1));
	if (row !== undefined) {
		store.update(row, cleaned(fields));
		return { id: row.Id, success: true, errors: [] };
	}
	return { id: store.insert(object, cleaned(fields)).Id, success: true, errors: [] };
}

function objectFor(store: Store, name: unknown): ObjectSchema {
	const object = store.objectOf(String(name));
	if (object === null) throw notFound();
	return object;
}

function updateItem(store: Store, record: Row): Item {
	const object = objectFor(store, (record.attributes as Row | undefined)?.type);
	const id = String(record.id ?? record.Id ?? '');
	const row = store.rowOf(id);
	if (!/^[A-Za-z0-9]{15,18}$/.test(id)) {
		return failed([
			{
				statusCode: 'MALFORMED_ID',
				message: `${object.name} ID: id value of incorrect type: ${id}`,
				fields: ['Id'],
			},
		]);
	}
	if (row === undefined) {
		return failed([
			{ statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] },
		]);
	}
	if (row.IsDeleted === true) {
		return failed([{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] }]);
	}
	return save(store, object, withoutId(record), row);
}

function collection(store: Store, request: FakeRequest, isLocked: boolean): FakeAnswer {
	const body = request.body as { allOrNone?: boolean; records?: Row[] };
	const records = body.records ?? [];
	if (records.length > BATCH) {
		throw refuse(
			'EXCEEDED_ID_LIMIT',
			'record limit reached. cannot submit more than 200 records into this call',
		);
	}
	const seen = new Set<unknown>();
	const items = records.map((record, place): Item => {
		if (isLocked && place === 0) {
			return failed([LOCKED]);
		}
		if (request.method === 'POST') {
			return save(
				store,
				objectFor(store, (record.attributes as Row | undefined)?.type),
				withoutId(record),
				undefined,
			);
		}
		const id = record.id ?? record.Id;
		if (seen.has(id)) {
			return failed([
				{ statusCode: 'DUPLICATE_VALUE', message: `duplicate id specified: ${String(id)}`, fields: [] },
			]);
		}
		seen.add(id);
		return updateItem(store, record);
	});
	return json(200, items);
}

function keyFieldOf(store: Store, object: ObjectSchema, name: string): FieldSchema {
	const field = fieldOf(object, name);
	if (field === undefined || !field.externalId || !store.isVisible(object, field)) {
		throw refuse('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`, 404);
	}
	return field;
}

function upsert(store: Store, object: ObjectSchema, keyField: FieldSchema, key: string, fields: Row): Item {
	const found = store.find(object, keyField, key);
	if (found.length > 1) {
		return failed([{ statusCode: 'DUPLICATE_EXTERNAL_ID', message: 'more than one record', fields: [] }]);
	}
	const [row] = found;
	const item = save(store, object, row === undefined ? { ...fields, [keyField.name]: key } : fields, row);
	return item.success ? { ...item, created: row === undefined } : item;
}

function upsertMany(
	store: Store,
	request: FakeRequest,
	object: ObjectSchema,
	keyField: FieldSchema,
	isLocked: boolean,
): FakeAnswer {
	const { records = [] } = request.body as { records?: Row[] };
	if (records.length > BATCH) {
		throw refuse(
			'EXCEEDED_ID_LIMIT',
			'record limit reached. cannot submit more than 200 records into this call',
		);
	}
	const items = records.map((record, place) => {
		if (isLocked && place === 0) return failed([LOCKED]);
		const { [keyField.name]: key, ...fields } = withoutId(record);
		return upsert(store, object, keyField, String(key), fields);
	});
	return json(200, items);
}

function single(item: Item, status: number): FakeAnswer {
	const [error] = item.errors;
	if (error === undefined) return json(status, status === 204 ? null : item);
	return json(400, [{ message: error.message, errorCode: error.statusCode, fields: error.fields }]);
}

function rows(store: Store, request: FakeRequest, object: ObjectSchema, id: string | undefined): FakeAnswer {
	const fields = (request.body ?? {}) as Row;
	if (request.method === 'POST' && id === undefined)
		return single(save(store, object, withoutId(fields), undefined), 201);
	const row = store.rowOf(id);
	if (row === undefined || row.IsDeleted === true) throw notFound();
	if (request.method === 'GET') {
		const attributes = {
			type: object.name,
			url: `/services/data/${store.version}/sobjects/${object.name}/${String(id)}`,
		};
		const names = request.query.fields?.split(',') ?? [...object.fields.keys()];
		return json(200, { attributes, ...Object.fromEntries(names.map((name) => [name, row[name] ?? null])) });
	}
	if (request.method === 'PATCH') return single(save(store, object, withoutId(fields), row), 204);
	if (request.method === 'DELETE') {
		store.remove(row);
		return json(204, null);
	}
	throw refuse('METHOD_NOT_ALLOWED', `HTTP Method '${request.method}' not allowed`, 405);
}

const METADATA_TYPES: Readonly<Record<string, string>> = {
	Text: 'string',
	Number: 'double',
	Date: 'date',
	LongTextArea: 'textarea',
};

function createField(store: Store, request: FakeRequest): FakeAnswer {
	const { FullName: fullName, Metadata: metadata } = request.body as { FullName: string; Metadata: Row };
	const [on = '', name = ''] = fullName.split('.');
	const type = METADATA_TYPES[String(metadata.type)];
	if (type === undefined || !name.endsWith('__c') || typeof metadata.label !== 'string') {
		throw refuse('FIELD_INTEGRITY_EXCEPTION', `Custom field ${fullName}: type, label or name is not valid`);
	}
	const field: FieldSchema = {
		...parseField(`${name}:${type}`),
		label: metadata.label,
		...(typeof metadata.length === 'number' && { length: metadata.length }),
		precision: Number(metadata.precision ?? 0),
		scale: Number(metadata.scale ?? 0),
		externalId: metadata.externalId === true,
		unique: metadata.unique === true,
	};
	if (!store.addField(on, field)) {
		const message = `There is already a field named ${name.slice(0, -3)} on ${on}.`;
		return json(400, [{ message, errorCode: 'DUPLICATE_DEVELOPER_NAME', fields: ['DeveloperName'] }]);
	}
	const row = store.insert(objectFor(store, 'CustomField'), {
		TableEnumOrId: on,
		DeveloperName: name.slice(0, -3),
		NamespacePrefix: null,
	});
	return json(201, { id: row.Id, success: true, errors: [], warnings: [], infos: [] });
}

/** Answers one request below `/services/data/vXX.0`. @param isLocked the first record of a write is locked by somebody else */
export function route(
	store: Store,
	locators: Locators,
	request: FakeRequest,
	path: string,
	isLocked: boolean,
): FakeAnswer {
	const { method } = request;
	const parts = path
		.split('/')
		.filter((part) => part !== '')
		.map(decodeURIComponent);
	const [first, second, third, fourth] = parts;
	if (first === undefined && method === 'GET') {
		const identity = `https://login.salesforce.com/id/00D5g0000000001EAA/${store.userId}`;
		return json(200, { identity, sobjects: `/services/data/${store.version}/sobjects` });
	}
	if (method === 'GET' && (first === 'query' || first === 'queryAll')) {
		return second === undefined
			? query(store, locators, request, first === 'queryAll')
			: nextPage(store, locators, second);
	}
	if (first === 'tooling' && second === 'query' && method === 'GET')
		return query(store, locators, request, false);
	if (first === 'tooling' && third === 'CustomField' && method === 'POST') return createField(store, request);
	if (first === 'composite' && second === 'sobjects') {
		if (third !== undefined && fourth !== undefined && method === 'PATCH') {
			const object = objectFor(store, third);
			return upsertMany(store, request, object, keyFieldOf(store, object, fourth), isLocked);
		}
		if (method === 'PATCH' || method === 'POST') return collection(store, request, isLocked);
	}
	if (first === 'sobjects' && second !== undefined) {
		const object = objectFor(store, second);
		if (third === 'describe') {
			const fields = [...object.fields.values()].filter((field) => store.isVisible(object, field));
			return json(200, {
				name: object.name,
				label: object.name,
				keyPrefix: object.prefix,
				fields: fields.map(describeField),
			});
		}
		if (isLocked)
			return json(400, [
				{
					message: 'unable to obtain exclusive access to this record',
					errorCode: 'UNABLE_TO_LOCK_ROW',
					fields: [],
				},
			]);
		if (third !== undefined && fourth !== undefined && method === 'PATCH') {
			const keyField = keyFieldOf(store, object, third);
			const item = upsert(store, object, keyField, fourth, (request.body ?? {}) as Row);
			return single(item, item.created === true ? 201 : 200);
		}
		return rows(store, request, object, third);
	}
	if (first === 'limits') return json(200, { DailyApiRequests: { Max: 100000, Remaining: 99999 } });
	throw notFound();
}
