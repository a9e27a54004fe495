import { createVerify, generateKeyPairSync } from 'node:crypto';
import nock from 'nock';

import { CsSalesforceJwtApi } from '../../credentials/CsSalesforceJwtApi.credentials';
import { n8nSend } from '../../shared/connectors/n8n/n8nSend';
import { coreContext } from '../support/coreHelpers';
import { useNock } from '../support/useNock';

const LOGIN = 'https://login.salesforce.com';
const ORG = 'https://acme.my.salesforce.com';
const GET = { method: 'GET', path: '/services/data/v66.0/limits', idempotent: true } as const;
// Made for every run: no key is kept in the repository.
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const type = new CsSalesforceJwtApi();
const credential = (changed: Record<string, string> = {}) => ({
	accessToken: '',
	instanceUrl: '',
	environment: 'production',
	audience: 'auto',
	myDomainUrl: '',
	clientId: 'client-1',
	username: 'bot@acme.example',
	privateKey,
	baseUrl: '',
	...changed,
});
const send = async (stored: Record<string, string>) =>
	await n8nSend(coreContext({ type, stored }), type.name, '');

/** Answers the login once and keeps what was asserted. */
function login(host: string, token: string): Array<Record<string, unknown>> {
	const seen: Array<Record<string, unknown>> = [];
	nock(host)
		.post('/services/oauth2/token')
		.reply(200, (_uri, body) => {
			const form = new URLSearchParams(String(body));
			const [head = '', claims = '', signature = ''] = String(form.get('assertion')).split('.');
			const verified = createVerify('RSA-SHA256')
				.update(`${head}.${claims}`)
				.verify(publicKey, signature, 'base64url');
			seen.push({
				grant: form.get('grant_type'),
				verified,
				...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object),
				...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object),
			});
			return { access_token: token, instance_url: ORG };
		});
	return seen;
}

useNock();

test('logs in first, with an assertion of RS256 that is valid for less than 5 minutes, then asks the org', async () => {
	const seen = login(LOGIN, 't1');
	nock(ORG, { reqheaders: { authorization: 'Bearer t1' } })
		.get(GET.path)
		.reply(200, { DailyApiRequests: {} });
	const stored = credential();
	expect(await (await send(stored))(GET)).toMatchObject({ status: 200 });
	expect(seen).toEqual([
		{
			grant: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
			verified: true,
			alg: 'RS256',
			iss: 'client-1',
			sub: 'bot@acme.example',
			aud: LOGIN,
			exp: expect.any(Number),
		},
	]);
	const validSeconds = Number(seen[0]?.exp) - Date.now() / 1000;
	expect(validSeconds).toBeGreaterThan(60);
	expect(validSeconds).toBeLessThanOrEqual(300);
	expect(stored).toMatchObject({ accessToken: 't1', instanceUrl: ORG });
});

test('a session that ended is begun again, once, and the request answered', async () => {
	nock(ORG, { reqheaders: { authorization: 'Bearer old' } })
		.get(GET.path)
		.reply(401, [{ errorCode: 'INVALID_SESSION_ID' }]);
	login(LOGIN, 't2');
	nock(ORG, { reqheaders: { authorization: 'Bearer t2' } })
		.get(GET.path)
		.reply(200, {});
	const stored = credential({ accessToken: 'old', instanceUrl: ORG });
	expect(await (await send(stored))(GET)).toMatchObject({ status: 200 });
});

test.each([
	[{ environment: 'sandbox' }, 'https://test.salesforce.com', 'https://test.salesforce.com'],
	[{ environment: 'custom', myDomainUrl: `${ORG}/` }, ORG, ORG],
	[{ environment: 'custom', myDomainUrl: ORG, audience: 'login' }, ORG, LOGIN],
	[{ environment: 'custom', myDomainUrl: ORG, audience: 'test' }, ORG, 'https://test.salesforce.com'],
])('%j logs in at %s for the audience %s', async (changed, host, audience) => {
	const seen = login(host, 't');
	nock(ORG).get(GET.path).reply(200, {});
	await (
		await send(credential(changed))
	)(GET);
	expect(seen[0]?.aud).toBe(audience);
});

test.each([
	['on one line', privateKey.replace(/\n/g, ' ')],
	['with written line ends', privateKey.replace(/\n/g, '\\n')],
])('a key %s is read', async (_how, key) => {
	login(LOGIN, 't');
	nock(ORG).get(GET.path).reply(200, {});
	expect((await (await send(credential({ privateKey: key })))(GET)).status).toBe(200);
});

test('through a gateway, once a gateway is named', async () => {
	login(LOGIN, 't');
	nock('https://gw.example').get(`/sf${GET.path}`).reply(200, {});
	expect((await (await send(credential({ baseUrl: 'https://gw.example/sf' })))(GET)).status).toBe(200);
});

test('a login that Salesforce refuses says why and what to check', async () => {
	nock(LOGIN)
		.post('/services/oauth2/token')
		.reply(400, { error: 'invalid_grant', error_description: "user hasn't approved this consumer" });
	await expect((await send(credential()))(GET)).rejects.toMatchObject({
		faultClass: 'auth',
		message: expect.stringMatching(/user hasn't approved this consumer.*pre-authorised/),
	});
});

test('a key that is none says so and is not repeated in the message', async () => {
	const caught = await (
		await send(credential({ privateKey: 'my-secret-key' }))
	)(GET).catch((error: Error) => error);
	expect(caught).toMatchObject({ message: expect.stringContaining('private key cannot be read') });
	expect(String((caught as Error).message)).not.toContain('my-secret-key');
});

test('a My Domain without https is refused', async () => {
	const custom = credential({ environment: 'custom', myDomainUrl: 'http://acme.example' });
	await expect((await send(custom))(GET)).rejects.toMatchObject({
		message: expect.stringContaining('https://'),
	});
});
