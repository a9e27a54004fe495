import { hubspot } from '../../shared/connectors/hubspot/hubspot';
import { judgeRefusal } from '../../shared/connectors/hubspot/judgeRefusal';
import { readBatch } from '../../shared/connectors/hubspot/readBatch';
import type { WireAnswer, WireRequest } from '../../shared/connectors/Wire';
import { createHubspotFake, type HubspotOptions } from '../fakes/hubspot';
import { hubspotSettings } from './hubspotRig';

const get: WireRequest = { method: 'GET', path: '/crm/objects/2026-09/companies', idempotent: true };
const search: WireRequest = {
	method: 'POST',
	path: '/crm/objects/2026-09/contacts/search',
	idempotent: true,
	bucket: 'search',
};
const update: WireRequest = {
	method: 'POST',
	path: '/crm/objects/2026-09/companies/batch/update',
	idempotent: true,
};
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): WireAnswer => ({
	status,
	body,
	headers,
});
const notValid = (list: unknown) => `Property values were not valid: ${JSON.stringify(list)}`;

describe('what a HubSpot answer means', () => {
	const cases: Array<[string, WireAnswer, WireRequest, Record<string, unknown>]> = [
		[
			'second limit of the search',
			answer(429, { message: 'You have reached your secondly limit.', category: 'RATE_LIMITS' }),
			search,
			{ faultClass: 'throttle', code: 'hubspot-second-limit', waitMs: 1_000 },
		],
		[
			'rolling ten seconds',
			answer(429, {
				message: 'You have reached your ten_secondly_rolling limit.',
				policyName: 'TEN_SECONDLY_ROLLING',
			}),
			get,
			{ faultClass: 'throttle', code: 'hubspot-burst-limit', waitMs: 10_000 },
		],
		[
			'429 as HTML',
			answer(429, '<html>Too Many Requests</html>'),
			get,
			{ faultClass: 'throttle', waitMs: 10_000 },
		],
		[
			'429 with Retry-After',
			answer(429, null, { 'retry-after': '7' }),
			get,
			{ faultClass: 'throttle', waitMs: 7_000 },
		],
		[
			'daily limit by policy',
			answer(429, { message: 'You have reached your daily limit.', policyName: 'DAILY' }),
			get,
			{ faultClass: 'daily-quota' },
		],
		[
			'daily limit by header',
			answer(429, {}, { 'x-hubspot-ratelimit-daily-remaining': '0' }),
			get,
			{ faultClass: 'daily-quota' },
		],
		[
			'wrong token',
			answer(401, { category: 'INVALID_AUTHENTICATION' }),
			get,
			{ faultClass: 'auth', code: 'hubspot-token-refused' },
		],
		[
			'expired token',
			answer(401, { category: 'EXPIRED_AUTHENTICATION' }),
			get,
			{ faultClass: 'auth', code: 'hubspot-token-expired' },
		],
		[
			'missing scope, listed',
			answer(403, {
				category: 'MISSING_SCOPES',
				errors: [{ context: { requiredGranularScopes: ['oauth', 'crm.objects.companies.read'] } }],
			}),
			get,
			{
				faultClass: 'auth',
				code: 'hubspot-missing-scope',
				message: expect.stringContaining('scope crm.objects.companies.read '),
			},
		],
		[
			'missing scope, as text',
			answer(403, { category: 'MISSING_SCOPES', errors: [{ context: '{missingScopes=[timeline, files]}' }] }),
			get,
			{ message: expect.stringContaining('timeline or files') },
		],
		[
			'missing scope, not listed',
			answer(403, { category: 'MISSING_SCOPES' }),
			search,
			{ message: expect.stringContaining('crm.objects.contacts.read') },
		],
		[
			'403 of a firewall',
			answer(403, '<html>Forbidden</html>'),
			get,
			{ faultClass: 'auth', code: 'hubspot-forbidden' },
		],
		[
			'record is gone',
			answer(404, { category: 'OBJECT_NOT_FOUND', message: 'resource not found' }),
			get,
			{ faultClass: 'not-found', code: 'hubspot-record-not-found' },
		],
		[
			'path is not there',
			answer(404, '<html>'),
			get,
			{ faultClass: 'not-found', code: 'hubspot-object-unavailable' },
		],
		[
			'object is not there',
			answer(400, { message: 'Unable to infer object type from: tickets' }),
			get,
			{ faultClass: 'not-found', code: 'hubspot-object-unavailable' },
		],
		[
			'conflict',
			answer(409, { category: 'CONFLICT', message: 'Conflict on write' }),
			update,
			{ faultClass: 'transient', code: 'hubspot-conflict' },
		],
		[
			'value taken',
			answer(409, { message: 'Company already exists. Existing ID: 5' }),
			update,
			{ faultClass: 'poison', code: 'hubspot-value-taken' },
		],
		['locked', answer(423, {}), update, { faultClass: 'transient', code: 'hubspot-locked', waitMs: 2_000 }],
		['migration', answer(477, {}, { 'retry-after': '60' }), get, { faultClass: 'transient', waitMs: 60_000 }],
		['503', answer(503, {}), update, { faultClass: 'transient', mayHaveHappened: true }],
		['503 of a read', answer(503, {}), search, { faultClass: 'transient', mayHaveHappened: false }],
		['502 HTML', answer(502, '<html>'), get, { faultClass: 'transient' }],
		['Cloudflare', answer(524, ''), get, { faultClass: 'transient' }],
		['redirect', answer(302, ''), get, { faultClass: 'request', code: 'hubspot-redirect' }],
		[
			'page cursor',
			answer(400, { message: 'Invalid paging cursor in "after".' }),
			get,
			{ faultClass: 'cursor' },
		],
		[
			'10,000 results',
			answer(400, { message: 'The offset and limit cannot exceed 10000' }),
			search,
			{ faultClass: 'cursor' },
		],
		[
			'unknown property in a list inside the message',
			answer(400, {
				message: notValid([
					{ error: 'PROPERTY_DOESNT_EXIST', name: 'cs_x', message: 'Property "cs_x" does not exist' },
				]),
			}),
			update,
			{ faultClass: 'schema', code: 'hubspot-unknown-property', field: 'cs_x' },
		],
		[
			'unknown property beside a bad value',
			answer(400, {
				message: notValid([
					{ error: 'INVALID_LONG', name: 'arr' },
					{ error: 'PROPERTY_DOESNT_EXIST', name: 'cs_x' },
				]),
			}),
			update,
			{ faultClass: 'schema', field: 'cs_x' },
		],
		[
			'unknown property in errors',
			answer(400, { errors: [{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['cs_y'] } }] }),
			update,
			{ faultClass: 'schema', field: 'cs_y' },
		],
		[
			'unknown property in words',
			answer(400, { message: 'Property "cs_z" does not exist' }),
			update,
			{ faultClass: 'schema', field: 'cs_z' },
		],
		[
			'read-only property',
			answer(400, { message: notValid([{ error: 'READ_ONLY_VALUE', name: 'createdate' }]) }),
			update,
			{ faultClass: 'schema', code: 'hubspot-read-only-property', field: 'createdate' },
		],
		[
			'option',
			answer(400, { message: notValid([{ error: 'INVALID_OPTION', name: 'cs_health_band' }]) }),
			update,
			{ faultClass: 'schema', code: 'hubspot-unknown-option' },
		],
		[
			'option of ours, which is named',
			answer(400, {
				message: notValid([
					{
						...{ error: 'INVALID_OPTION', name: 'cs_health_trend' },
						message: 'critical was not one of the allowed options: [stable]',
					},
				]),
			}),
			update,
			{
				message:
					'The option "critical" is not among the options of the property "cs_health_trend" in HubSpot.',
			},
		],
		[
			'option that may be personal, which is not',
			answer(400, {
				message: notValid([
					{
						...{ error: 'INVALID_OPTION', name: 'hubspot_owner_id' },
						message: 'Ada Lovelace was not one of the allowed options: [1, 2]',
					},
				]),
			}),
			update,
			{ message: 'The value is not among the options of the property "hubspot_owner_id" in HubSpot.' },
		],
		[
			'value of the oldest endpoints',
			answer(400, {
				validationResults: [
					{ error: 'INVALID_EMAIL', name: 'email', message: 'Email address 000 is invalid' },
				],
			}),
			update,
			{ faultClass: 'poison', field: 'email' },
		],
		[
			'validation rule',
			answer(400, {
				errors: [{ code: 'PROPERTY_VALIDATION_RULE_FAILED', context: { propertyName: ['name'] } }],
			}),
			update,
			{ faultClass: 'poison', code: 'hubspot-validation-rule', field: 'name' },
		],
		[
			'refused record',
			answer(400, { message: 'There was a problem with the request.' }),
			update,
			{ faultClass: 'poison', code: 'hubspot-refused-record' },
		],
		[
			'our own fault: twins',
			answer(400, { message: 'Duplicate IDs found in batch input: [1]. IDs must be unique' }),
			update,
			{ faultClass: 'request' },
		],
		[
			'our own fault: too many',
			answer(400, { message: 'The maximum number of inputs supported in a batch request is 100.' }),
			update,
			{ faultClass: 'request' },
		],
		[
			'our own fault: page size',
			answer(400, { message: 'limit must be less than or equal to 100' }),
			get,
			{ faultClass: 'request' },
		],
		[
			'broken list inside the message',
			answer(400, { message: 'Property values were not valid: [{oops}]' }),
			update,
			{ faultClass: 'poison' },
		],
	];

	test.each(cases)('%s', (_name, given, request, expected) => {
		const fault = hubspot.classify(given, request);
		expect(fault).toMatchObject(expected);
		expect(fault.message).not.toBe('');
		expect(fault.remedy).not.toBe('');
		expect(fault.status).toBe(given.status);
	});

	test('no personal data and no token gets into a message', () => {
		const email = 'jane.doe@customer.example.com';
		const bodies = [
			{ message: `Contact ${email} is wrong, pat-eu1-0123-abcdef used` },
			{
				message: notValid([
					{ error: 'INVALID_EMAIL', name: 'email', message: `Email address ${email} is invalid` },
				]),
			},
			{ message: `x ${'a'.repeat(45)} ${'word '.repeat(200)}` },
		];
		for (const body of bodies) {
			const { message } = hubspot.classify(answer(400, body), update);
			expect(message).not.toMatch(/jane|pat-eu1|a{45}/);
			expect(message.length).toBeLessThan(400);
		}
	});

	test('one record of a batch: by trace id, by id, by key, merged meanwhile, without a word', () => {
		const inputs = ['1', '2', '3', '4'].map((id, index) => ({
			id,
			objectWriteTraceId: `row-${index}`,
			properties: {},
		}));
		const body = {
			results: [{ id: '2' }, { id: '99' }],
			errors: [{ category: 'VALIDATION_ERROR', message: 'no', context: { ids: ['1'] } }],
		};
		const outcomes = readBatch(answer(207, body), update, inputs.slice(0, 3));
		expect(
			[...outcomes].sort().map(([trace, one]) => [trace, one.ok ? one.externalId : one.fault.code]),
		).toEqual([
			['row-0', 'hubspot-refused-record'],
			['row-1', '2'],
			['row-2', '99'],
		]);
		const silent = readBatch(answer(200, { results: [] }), update, inputs);
		expect([...silent.values()].every((one) => !one.ok && one.fault.faultClass === 'transient')).toBe(true);
		expect(() => readBatch(answer(200, '{"resul'), update, inputs)).toThrow('not a list of results');
	});

	test('two records merged meanwhile are told apart by their trace ids', () => {
		const inputs = ['1', '2'].map((id, index) => ({
			id,
			objectWriteTraceId: `row-${index}`,
			properties: {},
		}));
		const results = [
			{ id: '99', objectWriteTraceId: 'row-1' },
			{ id: '98', objectWriteTraceId: 'row-0' },
		];
		const outcomes = readBatch(answer(200, { results }), update, inputs);
		expect([...outcomes].sort().map(([, one]) => one.ok && one.externalId)).toEqual(['98', '99']);
	});

	test('an entry of a 207 is judged like an answer', () => {
		const fault = judgeRefusal(
			{ category: 'OBJECT_NOT_FOUND', message: 'Could not get some objects' },
			207,
			update,
		);
		expect(fault).toMatchObject({ faultClass: 'not-found', status: 207 });
	});
});

describe('room and limits', () => {
	test('the ten-second window, until the day runs out', () => {
		const headers = {
			'x-hubspot-ratelimit-remaining': '12',
			'x-hubspot-ratelimit-interval-milliseconds': '10000',
		};
		expect(hubspot.readRoom?.(answer(200, {}, headers))).toEqual({
			bucket: 'burst',
			remaining: 12,
			resetMs: 10_000,
		});
		expect(hubspot.readRoom?.(answer(200, {}, { 'x-hubspot-ratelimit-remaining': '0' }))?.resetMs).toBe(
			10_000,
		);
		const day = {
			...headers,
			'x-hubspot-ratelimit-daily': '1000',
			'x-hubspot-ratelimit-daily-remaining': '200',
		};
		expect(hubspot.readRoom?.(answer(200, {}, day))).toMatchObject({
			bucket: 'day',
			remaining: 200,
			limit: 1_000,
		});
		expect(hubspot.readRoom?.(answer(200, {}, {}))).toBeNull();
	});

	test('the plan decides the burst; the search has its own five a second', () => {
		const burst = (plan: string | null) =>
			hubspot.limits({ ...hubspotSettings, options: { plan } })[0]?.requests;
		expect([null, 'Starter', 'professional', 'enterprise', 'increased', 'odd'].map(burst)).toEqual([
			100, 100, 190, 190, 250, 100,
		]);
		expect(hubspot.limits(hubspotSettings)[1]).toEqual({ bucket: 'search', requests: 5, perMs: 1_000 });
	});
});

describe('the fake refuses what HubSpot refuses', () => {
	const make = (more: Partial<HubspotOptions> = {}) =>
		createHubspotFake({ now: () => 1_800_000_000_000, accounts: 3, ...more });
	const ask = (
		fake: ReturnType<typeof make>,
		method: string,
		path: string,
		body: unknown = null,
		query = {},
	) => {
		const given = fake.handle({ method, path, query, headers: { authorization: 'Bearer x' }, body });
		return given === 'drop'
			? { status: 0, body: null }
			: { status: given.status, body: JSON.stringify(given.body) };
	};
	const companies = '/crm/objects/2026-09/companies';

	test.each([
		['limit over 100', 'GET', companies, null, { limit: '101' }, 400, 'limit'],
		[
			'101 inputs',
			'POST',
			`${companies}/batch/update`,
			{ inputs: Array.from({ length: 101 }, (_n, i) => ({ id: String(i), properties: {} })) },
			{},
			400,
			'maximum',
		],
		[
			'twins',
			'POST',
			`${companies}/batch/update`,
			{
				inputs: [
					{ id: '1', properties: {} },
					{ id: '1', properties: {} },
				],
			},
			{},
			400,
			'Duplicate',
		],
		[
			'numbers',
			'POST',
			`${companies}/batch/update`,
			{ inputs: [{ id: '9000000001', properties: { arr: 5 } }] },
			{},
			400,
			'java.lang.String',
		],
		[
			'unknown property',
			'POST',
			`${companies}/batch/update`,
			{ inputs: [{ id: '9000000001', properties: { nope: '5' } }] },
			{},
			400,
			'PROPERTY_DOESNT_EXIST',
		],
		[
			'key that is not unique',
			'POST',
			`${companies}/batch/read`,
			{ inputs: [{ id: 'x' }], idProperty: 'name' },
			{},
			400,
			'unique',
		],
		['search page over 200', 'POST', `${companies}/search`, { limit: 201 }, {}, 400, 'limit'],
		['search beyond 10,000', 'POST', `${companies}/search`, { limit: 200, after: '9900' }, {}, 400, '10000'],
		[
			'search by unknown property',
			'POST',
			`${companies}/search`,
			{ filterGroups: [{ filters: [{ propertyName: 'nope', operator: 'EQ', value: '1' }] }] },
			{},
			400,
			'nope',
		],
		['unknown object', 'GET', '/crm/objects/2026-09/unicorns', null, {}, 400, 'infer object type'],
		['unknown path', 'GET', '/crm/objects/companies', null, {}, 404, 'route'],
		[
			'time of day in a date',
			'POST',
			`${companies}/batch/update`,
			{ inputs: [{ id: '9000000001', properties: { renewal_date: '2026-01-01T12:00:00Z' } }] },
			{},
			400,
			'midnight',
		],
	])('%s', (_name, method, path, body, query, status, words) => {
		const given = ask(make(), method, path, body, query);
		expect(given.status).toBe(status);
		expect(given.body).toContain(words);
	});

	test('a sixth search in a second, a 101st call in ten seconds, a token without scope or none at all', () => {
		const fake = make({ missingScopes: ['crm.objects.contacts.read'] });
		const searches = Array.from(
			{ length: 6 },
			() => ask(fake, 'POST', `${companies}/search`, { limit: 1 }).status,
		);
		expect(searches).toEqual([200, 200, 200, 200, 200, 429]);
		const calls = Array.from({ length: 101 }, () => ask(fake, 'GET', companies).status);
		expect(calls.filter((status) => status === 200)).toHaveLength(100);
		expect(calls.at(-1)).toBe(429);
		expect(fake.throttled()).toBe(2);
		expect(
			ask(make({ missingScopes: ['crm.objects.contacts.read'] }), 'GET', '/crm/v3/objects/contacts'),
		).toMatchObject({ status: 403 });
		expect(
			make().handle({ method: 'GET', path: companies, query: {}, headers: {}, body: null }),
		).toMatchObject({ status: 401 });
		expect(ask(make({ dailyLimit: 0 }), 'GET', companies).body).toContain('DAILY');
	});
});
