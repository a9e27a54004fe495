// What Pipedrive really answered (API v1, December 2021) against what we make of it. v2 was never recorded; the shapes that both share are
// checked here, the rest by the vendor's SDK in test/sdk.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { flattenPipedriveRecord } from '../../shared/connectors/pipedrive/flattenPipedriveRecord.ts';
import { findPipedriveOrganization } from '../../shared/connectors/pipedrive/findPipedriveOrganization.ts';
import { listPipedriveFields } from '../../shared/connectors/pipedrive/listPipedriveFields.ts';
import { pipedrive } from '../../shared/connectors/pipedrive/pipedrive.ts';
import { readRecordings, type Exchange } from './readRecordings.mts';

const HASH = /^[0-9a-f]{40}$/;
const recorded = readRecordings('pipedrive');
const exchanges: readonly Exchange[] = typeof recorded === 'string' ? [] : recorded;
const absent = typeof recorded === 'string' ? recorded : false;
const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: 'Key',
	results: {},
	currency: null,
	options: {},
};
const record = /^\/v1\/(persons|organizations)(\/\d+)?$/;
const isSuccess = ({ response }: Exchange) => response.status < 300;
const of = (pattern: RegExp) => exchanges.filter(({ request }) => pattern.test(request.path));
const seen = new Set<string>();

test('records of organizations and persons', { skip: absent }, () => {
	const rows = of(record).filter((one) => isSuccess(one) && one.request.method !== 'DELETE');
	ok(rows.length > 0);
	for (const { id, response, request } of rows) {
		seen.add(id);
		const row = response.body.data;
		const flat = flattenPipedriveRecord(row);
		equal(flat.id, String(row.id), id);
		match(flat.updatedAt ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/, id);
		equal(flat.fields.name, row.name, id);
		equal(flat.fields.owner_id, row.owner_id.value, id);
		if (request.path.startsWith('/v1/persons')) equal(flat.fields.email, row.email[0].value || undefined, id);
		for (const [name, value] of Object.entries(row)) {
			if (HASH.test(name) && value !== null && value !== '' && typeof value !== 'object')
				equal(flat.fields[name], value, `${id} ${name}`);
			if (value === null || value === '')
				ok(!(name in flat.fields), `${id} ${name}: null and empty are absent`);
		}
		for (const value of Object.values(flat.fields))
			ok(['string', 'number', 'boolean'].includes(typeof value), id);
		const reader = request.path.startsWith('/v1/persons')
			? pipedrive.readers.contacts
			: pipedrive.readers.accounts;
		equal(reader?.shape(flat, {}, settings).length, 1, id);
	}
});

test('descriptions of fields, brought under the names v2 gives them', { skip: absent }, async () => {
	const lists = of(/^\/v1\/(person|organization)Fields$/).filter(({ request }) => request.method === 'GET');
	ok(lists.length > 0);
	const types = new Set<string>();
	for (const { id, response } of lists) {
		seen.add(id);
		const data = response.body.data.map((field: any) => ({
			...field,
			field_code: field.key,
			field_name: field.name,
			is_custom_field: field.edit_flag,
		}));
		const call = async () =>
			await Promise.resolve({
				status: 200,
				headers: {},
				body: { success: true, data, additional_data: null },
			});
		const fields = await listPipedriveFields(call, settings, 'accounts');
		equal(fields.length, data.length, id);
		deepEqual(
			fields.map((field) => field.options.length),
			data.map((field: any) => field.options?.length ?? 0),
			id,
		);
		for (const field of fields) types.add(field.type);
	}
	console.log(`pipedrive: ${types.size} types of field: ${[...types].sort().join(', ')}`);
});

test('search answers: found only by a whole value of a custom field', { skip: absent }, async () => {
	const answers = of(/^\/v1\/organizations\/search$/);
	ok(answers.length > 0);
	for (const { id, response } of answers) {
		seen.add(id);
		const items: any[] = response.body.data.items;
		const key = items[0]?.item.custom_fields.find(
			(value: unknown) => typeof value === 'string' && value !== '',
		);
		const call = async () => await Promise.resolve({ status: 200, headers: {}, body: response.body });
		const find = findPipedriveOrganization(call, settings, key ?? 'no such key');
		const holders = items.filter(({ item }) => item.custom_fields.includes(key));
		if (holders.length === 1) equal(await find, String(holders[0].item.id), id);
		else
			await find.then(
				() => ok(false, id),
				(fault) => equal(fault.faultClass, 'poison', id),
			);
	}
});

test('created fields, deleted records and every header', { skip: absent }, () => {
	for (const exchange of exchanges) {
		const { id, request, response } = exchange;
		const room = pipedrive.readRoom?.(response);
		equal(room?.bucket, 'burst', id);
		ok((room?.remaining ?? -1) >= 0, id);
		if (/Fields$/.test(request.path) && request.method === 'POST') {
			seen.add(id);
			match(response.body.data.key, HASH, id);
		}
		if (request.method === 'DELETE' && record.test(request.path)) {
			seen.add(id);
			equal(String(response.body.data.id), request.path.split('/').at(-1), id);
		}
	}
});

test('what the recordings hold besides, and what they lack', { skip: absent }, () => {
	const others = exchanges.filter(({ id }) => !seen.has(id));
	const byPath = new Map<string, number>();
	for (const { request } of others) {
		const kind = `${request.method} ${request.path.replace(/\/\d+/g, '/{id}')}`;
		byPath.set(kind, (byPath.get(kind) ?? 0) + 1);
	}
	console.log(
		`pipedrive: ${seen.size} of ${exchanges.length} exchanges are of objects we read or write; others:`,
	);
	for (const [kind, count] of byPath) console.log(`  ${count} x ${kind}`);
	const errors = exchanges.filter((one) => !isSuccess(one));
	console.log(
		`pipedrive: ${errors.length} recorded refusals (the recordings hold none: refusals are checked against the fake)`,
	);
	ok([...byPath.keys()].every((kind) => /filters|persons\/search|DELETE/.test(kind)));
	ok(errors.every(({ response }) => response.status >= 300));
});
