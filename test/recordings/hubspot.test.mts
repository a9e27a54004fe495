// What HubSpot really answered, recorded in 2021 and 2022: our parsers take every success of an object we read or write, and our classes
// fit every refusal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hubspot } from '../../shared/connectors/hubspot/hubspot';
import { resultsOf, type HubspotRecord } from '../../shared/connectors/hubspot/HubspotAnswer';
import { parseRecord } from '../../shared/connectors/hubspot/parseRecord';
import { readBatch } from '../../shared/connectors/hubspot/readBatch';
import { readRoom } from '../../shared/connectors/hubspot/readRoom';
import type { SourceSettings } from '../../shared/connectors/Source';
import type { WireAnswer, WireRequest } from '../../shared/connectors/Wire';
import { readRecordings, type Exchange } from './readRecordings.mts';

const settings: SourceSettings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: '',
	results: {},
	currency: null,
	options: {},
};
const OURS = /^\/crm\/v3\/objects\/(COMPANY|CONTACT)\/(search|batch\/create|batch\/update|batch\/archive)$/;

const answerOf = ({ response }: Exchange): WireAnswer => ({
	status: response.status,
	headers: response.headers,
	body: response.body,
});
const requestOf = ({ request }: Exchange): WireRequest => ({
	method: request.method as WireRequest['method'],
	path: request.path,
	body: request.body,
	idempotent: true,
	...(request.path.endsWith('/search') ? { bucket: 'search' } : {}),
});

test('recorded answers of HubSpot', async (t) => {
	const recordings = readRecordings('hubspot');
	if (typeof recordings === 'string') {
		console.log(recordings);
		t.skip(recordings);
		return;
	}
	const successes = recordings.filter(({ response }) => response.status < 300);
	const refusals = recordings.filter(({ response }) => response.status >= 300);
	const ours = successes.filter(({ request }) => OURS.test(request.path));
	const others = successes.filter((exchange) => !ours.includes(exchange));

	await t.test('every record of a company or contact is read as it is; null and empty are not filled', () => {
		let records = 0;
		let empty = 0;
		for (const exchange of ours.filter(({ response }) => response.body !== null)) {
			const { results, total } = resultsOf<HubspotRecord>(answerOf(exchange), exchange.request.path);
			// The index lags: a total may count records that are gone.
			if (exchange.request.path.endsWith('/search')) assert.ok((total ?? -1) >= results.length);
			for (const result of results) {
				records += 1;
				const record = parseRecord(result);
				assert.equal(record.id, result.id);
				assert.equal(record.updatedAt, result.updatedAt);
				for (const [name, value] of Object.entries(result.properties ?? {})) {
					if (value === null || value === '') empty += 1;
					assert.equal(record.fields[name], value === null || value === '' ? undefined : value);
				}
				const object = exchange.request.path.includes('COMPANY') ? 'accounts' : 'contacts';
				const reader = hubspot.readers[object];
				const mapped = Object.fromEntries(
					Object.entries(reader?.fields ?? {}).map(([name, field]) => [name, record.fields[field]]),
				);
				const [row] = reader?.shape(record, mapped, settings) ?? [];
				assert.equal(row?.object, object);
			}
		}
		assert.ok(records > 30 && empty > 0, `${records} records, ${empty} empty values`);
		console.log(`read ${records} records in ${ours.length} answers, ${empty} of their values empty`);
	});

	await t.test('every batch update gives one outcome for each input', () => {
		const updates = ours.filter(({ request }) => request.path.endsWith('/batch/update'));
		assert.ok(updates.length > 0);
		for (const exchange of updates) {
			const inputs = (exchange.request.body.inputs as Array<{ id: string }>).map(({ id }, index) => ({
				id,
				objectWriteTraceId: `row-${index}`,
				properties: {},
			}));
			const outcomes = [...readBatch(answerOf(exchange), requestOf(exchange), inputs)];
			assert.equal(outcomes.length, inputs.length);
			for (const [, outcome] of outcomes) assert.equal(outcome.ok, true);
		}
	});

	await t.test('every refusal has its class', () => {
		const classes = refusals.map((exchange) => {
			const fault = hubspot.classify(answerOf(exchange), requestOf(exchange));
			assert.doesNotMatch(fault.message, /@example\.com/);
			return `${exchange.response.status} ${fault.faultClass} ${fault.code}`;
		});
		const counted = Object.fromEntries(
			[...new Set(classes)].map((one) => [one, classes.filter((two) => two === one).length]),
		);
		console.log(counted);
		assert.deepEqual(counted, {
			'400 poison hubspot-invalid-value': 2,
			'404 not-found hubspot-record-not-found': 2,
			'429 throttle hubspot-second-limit': 16,
		});
		for (const exchange of refusals.filter(({ response }) => response.status === 429)) {
			assert.equal(hubspot.classify(answerOf(exchange), requestOf(exchange)).waitMs, 1_000);
		}
		const named = refusals
			.filter(({ response }) => response.status === 400)
			.map((exchange) => hubspot.classify(answerOf(exchange), requestOf(exchange)).field);
		assert.deepEqual(named.sort(), ['closedate', 'email']);
	});

	await t.test('the room is read where the headers tell it', () => {
		const rooms = recordings.map((exchange) => readRoom(answerOf(exchange)));
		assert.ok(
			rooms.some((room) => room?.bucket === 'burst' && room.remaining < 100 && room.resetMs === 10_000),
		);
		for (const [index, { request }] of recordings.entries()) {
			if (request.path.endsWith('/search')) assert.equal(rooms[index], null);
		}
	});

	await t.test('exchanges of other objects are listed', () => {
		const kinds = others.map(
			({ request }) => `${request.method} ${request.path.replace(/\/(\d[\d-]*|[^/]*@[^/]*)(?=\/|$)/g, '/…')}`,
		);
		const counted = Object.fromEntries(
			[...new Set(kinds)].map((one) => [one, kinds.filter((two) => two === one).length]),
		);
		console.log(
			`${others.length} of ${recordings.length} exchanges are of objects or endpoints that we do not use:`,
			counted,
		);
		assert.equal(ours.length + others.length + refusals.length, recordings.length);
	});
});
