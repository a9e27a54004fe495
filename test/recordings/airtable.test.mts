// Answers that Airtable really gave, in 2022: an outside check on our parsers. The exchanges stand outside the repository.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AirtableSchema } from '../../shared/connectors/airtable/AirtableSchema';
import { classifyAnswer } from '../../shared/connectors/airtable/classifyAnswer';
import { listContainers } from '../../shared/connectors/airtable/listContainers';
import { parseRecord, parseRecords } from '../../shared/connectors/airtable/parseRecords';
import { parseSchema } from '../../shared/connectors/airtable/parseSchema';
import { readCell } from '../../shared/connectors/airtable/readCell';
import type { FaultClass } from '../../shared/connectors/ConnectorFault';
import type { WireRequest } from '../../shared/connectors/Wire';
import { readRecordings, type Exchange } from './readRecordings.mts';

const recorded = readRecordings('airtable');
const exchanges = typeof recorded === 'string' ? [] : recorded;
const absent = typeof recorded === 'string' ? recorded : null;

const schema: AirtableSchema | null =
	exchanges
		.filter(({ request }) => /^\/v0\/meta\/bases\/[^/]+\/tables$/.test(request.path))
		.map(({ response }) => parseSchema(response.body))
		.find((found) => found !== null) ?? null;

/** Type of a column by its name; the recorded tables name their columns after their types. */
const typeOf = (name: string) =>
	schema?.tables.flatMap(({ columns }) => columns).find((one) => one.name === name)?.type;

/** Every cell of a record becomes a plain value or a list of record ids. */
function readCells(cells: Readonly<Record<string, unknown>>, where: string): void {
	for (const [name, value] of Object.entries(cells)) {
		const type = typeOf(name) ?? 'singleLineText';
		const read = readCell(value, type);
		const isLinks = type === 'multipleRecordLinks' && Array.isArray(read);
		assert.ok(
			isLinks || ['boolean', 'number', 'string', 'undefined'].includes(typeof read),
			`${where} ${name}`,
		);
		// Only what could not be computed reads as nothing.
		if (read === undefined)
			assert.match(JSON.stringify(value), /specialValue|error|^\[\]$|^""$|\[null\]/, `${where} ${name}`);
	}
}

async function readBases(body: unknown): Promise<number> {
	const call = async () => await Promise.resolve({ status: 200, headers: {}, body });
	return (await listContainers(call, null)).length;
}

/** Judges a success; false: it is of an object that we neither read nor write. */
async function acceptSuccess({ request, response, id }: Exchange): Promise<boolean> {
	const { body } = response;
	if (request.path === '/v0/meta/bases') {
		assert.equal(await readBases(body), body.bases.length, id);
	} else if (request.path.startsWith('/v0/meta/bases/')) {
		const read = parseSchema(body);
		assert.ok(read, id);
		assert.equal(read.tables.length, body.tables.length, id);
		const columns = read.tables.flatMap((table) => table.columns);
		assert.ok(
			columns.length > 0 &&
				columns.every((one) => one.id.startsWith('fld') && one.name !== '' && one.type !== ''),
			id,
		);
	} else if (/^\/v0\/app[^/]+\/[^/]+\/?$/.test(request.path)) {
		const page = parseRecords(body);
		assert.ok(page, id);
		assert.equal(page.records.length, body.records.length, id);
		assert.equal(page.offset, body.offset ?? null, id);
		for (const { cells } of page.records) readCells(cells, id);
	} else if (/^\/v0\/app[^/]+\/[^/]+\/rec[^/]+$/.test(request.path)) {
		const record = parseRecord(body);
		assert.ok(record, id);
		readCells(record.cells, id);
	} else return false;
	return true;
}

/** What a refusal means, by the meaning that Airtable's documentation gives to status and type. */
function expectedClass({ response }: Exchange): FaultClass | null {
	const type: unknown = response.body?.error?.type ?? response.body?.error;
	if (response.status === 401) return 'auth';
	if (response.status === 404) return 'not-found';
	if (type === 'INVALID_VALUE_FOR_COLUMN' && /computed/.test(String(response.body.error.message)))
		return 'schema';
	return null;
}

test('Airtable: every recorded success of bases, schema and records is accepted', async (t) => {
	if (absent !== null) {
		console.log(absent);
		t.skip(absent);
		return;
	}
	let judged = 0;
	const others: string[] = [];
	for (const exchange of exchanges.filter(({ response }) => response.status < 300)) {
		if (await acceptSuccess(exchange)) judged += 1;
		else others.push(`${exchange.request.method} ${exchange.request.path}`);
	}
	console.log(
		`airtable recordings: ${judged} successes accepted, ${others.length} of other objects${others.length > 0 ? `: ${others.join(', ')}` : ''}`,
	);
	assert.ok(judged > 0);
});

test('Airtable: every recorded refusal is classified, with the column where there is one', (t) => {
	if (absent !== null) {
		t.skip(absent);
		return;
	}
	const refusals = exchanges.filter(({ response }) => response.status >= 300);
	for (const exchange of refusals) {
		const { request, response, id } = exchange;
		const asked: WireRequest = {
			method: request.method as WireRequest['method'],
			path: request.path,
			body: request.body,
			idempotent: true,
		};
		const fault = classifyAnswer(response, asked);
		const expected = expectedClass(exchange);
		assert.notEqual(
			expected,
			null,
			`${id}: nobody has said what ${response.status} ${JSON.stringify(response.body)} means`,
		);
		assert.equal(fault.faultClass, expected, id);
		if (expected === 'schema')
			assert.equal(fault.field, /"([^"]+)"/.exec(response.body.error.message)?.[1], id);
		assert.ok(fault.remedy !== '', id);
	}
	console.log(`airtable recordings: ${refusals.length} refusals classified`);
	assert.ok(refusals.length > 0);
});

test('Airtable: all recorded column types are read, and links and numbers keep their form', (t) => {
	if (absent !== null) {
		t.skip(absent);
		return;
	}
	assert.ok(schema);
	const types = new Set(schema.tables.flatMap(({ columns }) => columns.map(({ type }) => type)));
	console.log(`airtable recordings: ${types.size} column types in the recorded schema`);
	assert.ok(types.size > 20);
	const choices = schema.tables.flatMap(({ columns }) =>
		columns.filter(({ type }) => type === 'singleSelect'),
	);
	assert.ok(
		choices.every((column) => column.choices.length > 0 && column.choices.every((name) => name !== '')),
	);
	const links = schema.tables.flatMap(({ columns }) =>
		columns.filter(({ type }) => type === 'multipleRecordLinks'),
	);
	assert.ok(links.length > 0 && links.every(({ linkedTableId }) => linkedTableId?.startsWith('tbl')));
});
