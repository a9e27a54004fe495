import nock from 'nock';

import { CsAirtableOAuth2Api } from '../../../../credentials/CsAirtableOAuth2Api.credentials';
import { CsHubspotServiceKeyApi } from '../../../../credentials/CsHubspotServiceKeyApi.credentials';
import { CsSalesforceOAuth2Api } from '../../../../credentials/CsSalesforceOAuth2Api.credentials';
import { ConnectionLost } from '../../../../shared/connectors/ConnectionLost';
import { ConnectorFault } from '../../../../shared/connectors/ConnectorFault';
import { n8nSend } from '../../../../shared/connectors/n8n/n8nSend';
import type { WireRequest } from '../../../../shared/connectors/Wire';
import { coreContext } from '../../../support/coreHelpers';
import { useNock } from '../../../support/useNock';

const HOST = 'https://api.hubapi.com';
const SECRET = 'pat-na1-secret';
const GET: WireRequest = { method: 'GET', path: '/crm/x', idempotent: true };

const send = async (baseUrl = HOST, signal?: AbortSignal) =>
	await n8nSend(
		coreContext({
			type: new CsHubspotServiceKeyApi(),
			stored: { accessToken: SECRET, baseUrl },
			...(signal === undefined ? {} : { signal }),
		}),
		'csHubspotServiceKeyApi',
		HOST,
	);
const failure = async (request: WireRequest = GET): Promise<Error> =>
	await (
		await send()
	)(request).then(
		(answer) => new Error(`answered ${answer.status}`),
		(caught: Error) => caught,
	);

useNock();

describe('n8nSend, through the HTTP code of n8n-core', () => {
	test('sends with the credential and gives status, lower-case headers and the parsed body', async () => {
		nock(HOST, { reqheaders: { authorization: `Bearer ${SECRET}` } })
			.get('/crm/x')
			.reply(200, { results: [] }, { 'X-HubSpot-RateLimit-Remaining': '7' });
		const answer = await (await send())(GET);
		expect(answer).toMatchObject({ status: 200, body: { results: [] } });
		expect(answer.headers['x-hubspot-ratelimit-remaining']).toBe('7');
	});

	test.each([207, 400, 403, 404, 422, 429, 500, 503])('a status of %i is an answer', async (status) => {
		nock(HOST).get('/crm/x').reply(status, { category: 'SOME' }, { 'Retry-After': '3' });
		const answer = await (await send())(GET);
		expect(answer).toMatchObject({ status, body: { category: 'SOME' }, headers: { 'retry-after': '3' } });
	});

	test('a 401 is an answer too, with its body, after n8n tried to renew the login', async () => {
		nock(HOST)
			.get('/crm/x')
			.twice()
			.reply(401, [{ errorCode: 'INVALID_SESSION_ID' }]);
		expect(await (await send())(GET)).toMatchObject({
			status: 401,
			body: [{ errorCode: 'INVALID_SESSION_ID' }],
		});
	});

	test('an HTML page stays text, a broken JSON too, an empty answer is null', async () => {
		nock(HOST).get('/crm/x').reply(502, '<html>Bad gateway</html>', { 'Content-Type': 'text/html' });
		nock(HOST).get('/crm/x').reply(200, '{"results":[', { 'Content-Type': 'application/json' });
		nock(HOST).get('/crm/x').reply(204);
		const sender = await send();
		expect((await sender(GET)).body).toBe('<html>Bad gateway</html>');
		expect((await sender(GET)).body).toBe('{"results":[');
		expect(await sender(GET)).toMatchObject({ status: 204, body: null });
	});

	test('query names and values are encoded as they are, brackets and all', async () => {
		const paths: string[] = [];
		nock(HOST)
			.get(/.*/)
			.reply(function answer(uri) {
				paths.push(uri);
				return [200, {}];
			});
		await (
			await send()
		)({ ...GET, query: { 'fields[]': "O'Hara & co", q: "{A}='\\\\'" } });
		expect(paths).toEqual(['/crm/x?fields%5B%5D=O%27Hara%20%26%20co&q=%7BA%7D%3D%27%5C%5C%27']);
	});

	test('a path that would lead to another host stays on this one', async () => {
		nock(HOST).get('/evil.example/next').reply(200, {});
		expect((await (await send())({ ...GET, path: '//evil.example/next' })).status).toBe(200);
	});

	test('JSON bodies go out whole, an empty object included; forms as forms', async () => {
		const seen: Array<[unknown, string]> = [];
		nock(HOST)
			.post('/crm/x')
			.times(3)
			.reply(function answer(_uri, body) {
				seen.push([body, String(this.req.headers['content-type'])]);
				return [200, {}];
			});
		const sender = await send();
		const post = { ...GET, method: 'POST' } as const;
		await sender({ ...post, body: { inputs: [{ id: '1', text: '"é' }] } });
		await sender({ ...post, body: {} });
		await sender({ ...post, body: new URLSearchParams([['metadata[a]', '1 2']]) });
		expect(seen).toEqual([
			[{ inputs: [{ id: '1', text: '"é' }] }, 'application/json'],
			[{}, 'application/json'],
			['metadata%5Ba%5D=1+2', 'application/x-www-form-urlencoded'],
		]);
	});

	test('no redirect is followed, because the token would follow too', async () => {
		nock(HOST).get('/crm/x').reply(302, '', { Location: 'https://evil.example/' });
		expect((await (await send())(GET)).status).toBe(302);
	});

	test.each([
		['ENOTFOUND', false],
		['ECONNREFUSED', false],
		['EAI_AGAIN', false],
		['ECONNRESET', true],
		['EPIPE', true],
	])('%s: lost, may have happened: %s', async (code, mayHaveHappened) => {
		nock(HOST)
			.get('/crm/x')
			.replyWithError(Object.assign(new Error(`${code} ${SECRET}`), { code }));
		const caught = await failure();
		expect(caught).toBeInstanceOf(ConnectionLost);
		expect(caught).toMatchObject({ mayHaveHappened });
		expect(caught.message).toMatch(/^No answer from api\.hubapi\.com: /);
	});

	test.each(['delayConnection', 'delayBody'] as const)(
		'%s past the time: lost, may have happened',
		async (delay) => {
			nock(HOST).get('/crm/x')[delay](400).reply(200, { a: 1 });
			const type = new CsHubspotServiceKeyApi();
			const context = coreContext({ type, stored: { accessToken: SECRET, baseUrl: HOST } });
			const sender = await n8nSend(context, type.name, HOST, 50);
			await expect(sender(GET)).rejects.toMatchObject({
				name: 'ConnectionLost',
				mayHaveHappened: true,
				message: expect.stringContaining('no answer came in time'),
			});
			nock.abortPendingRequests();
		},
	);

	test('neither token nor address with a query is in what is thrown', async () => {
		nock(HOST).get('/crm/x').query(true).replyWithError('socket hang up');
		const caught = await failure({ ...GET, query: { q: 'personal@example.com' } });
		const text = JSON.stringify([caught.message, caught.stack, caught, caught.cause ?? null]);
		expect(caught).toMatchObject({ name: 'ConnectionLost', mayHaveHappened: true });
		expect(text).not.toContain(SECRET);
		expect(text).not.toContain('personal@example.com');
	});

	test('a cancelled execution is thrown on and is not "no answer"', async () => {
		const stop = new AbortController();
		stop.abort(new Error('stopped'));
		const caught = await (await send(HOST, stop.signal))(GET).catch((error: unknown) => error);
		expect(caught).not.toBeInstanceOf(ConnectionLost);
		expect(caught).not.toBeInstanceOf(ConnectorFault);
	});
});

describe('where requests go', () => {
	test('a gateway with a path', async () => {
		nock('https://gw.example').get('/hubspot/crm/x').reply(200, {});
		expect((await (await send('https://gw.example/hubspot/'))(GET)).status).toBe(200);
	});

	test.each(['http://api.hubapi.com', 'ftp://x', 'api.hubapi.com', 'http://localhost.evil.example'])(
		'%s is refused before anything is sent',
		async (baseUrl) => {
			await expect(send(baseUrl)).rejects.toMatchObject({
				code: 'base-url-not-https',
				faultClass: 'auth',
				remedy: expect.stringContaining('https://'),
			});
		},
	);

	test('this machine may be asked without https', async () => {
		nock('http://127.0.0.1:4020').get('/crm/x').reply(200, {});
		expect((await (await send('http://127.0.0.1:4020'))(GET)).status).toBe(200);
	});

	test('Salesforce by OAuth2: the address that came with the login', async () => {
		nock('https://org.my.salesforce.com', { reqheaders: { authorization: 'Bearer t1' } })
			.get('/services/data')
			.reply(200, []);
		const token = { access_token: 't1', token_type: 'Bearer', instance_url: 'https://org.my.salesforce.com' };
		const type = new CsSalesforceOAuth2Api();
		const sender = await n8nSend(
			coreContext({ type, stored: { grantType: 'pkce', oauthTokenData: token } as never }),
			type.name,
			'',
		);
		expect((await sender({ ...GET, path: '/services/data' })).body).toEqual([]);
	});
});

describe('OAuth2', () => {
	const type = new CsAirtableOAuth2Api();
	const stored = () =>
		({
			grantType: 'pkce',
			clientId: 'id',
			clientSecret: 'cs',
			accessTokenUrl: 'https://airtable.com/oauth2/v1/token',
			authentication: 'header',
			baseUrl: 'https://api.airtable.com',
			oauthTokenData: { access_token: 'old', refresh_token: 'r1', token_type: 'Bearer' },
		}) as never;

	test('an expired token is renewed, and the request answered', async () => {
		nock('https://api.airtable.com', { reqheaders: { authorization: 'Bearer old' } })
			.get('/v0/meta/whoami')
			.reply(401, {});
		nock('https://airtable.com')
			.post('/oauth2/v1/token')
			.reply(200, { access_token: 'new', token_type: 'Bearer' });
		nock('https://api.airtable.com', { reqheaders: { authorization: 'Bearer new' } })
			.get('/v0/meta/whoami')
			.reply(200, { id: 'usr1' });
		const sender = await n8nSend(coreContext({ type, stored: stored() }), type.name, '');
		expect(await sender({ ...GET, path: '/v0/meta/whoami' })).toMatchObject({
			status: 200,
			body: { id: 'usr1' },
		});
	});

	test('a revoked login says that the credential must be connected again', async () => {
		nock('https://api.airtable.com').get('/v0/meta/whoami').reply(401, {});
		nock('https://airtable.com').post('/oauth2/v1/token').reply(400, { error: 'invalid_grant' });
		const sender = await n8nSend(coreContext({ type, stored: stored() }), type.name, '');
		await expect(sender({ ...GET, path: '/v0/meta/whoami' })).rejects.toMatchObject({
			faultClass: 'auth',
			message: expect.stringContaining('needs to be reconnected'),
			remedy: expect.stringContaining('connect it again'),
		});
	});

	test('a credential that was never connected says so before anything is sent', async () => {
		await expect(n8nSend(coreContext({ type, stored: {} }), type.name, '')).rejects.toMatchObject({
			code: 'credential-not-connected',
			remedy: expect.stringContaining('Connect'),
		});
	});
});
