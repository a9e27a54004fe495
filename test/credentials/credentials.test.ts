import type { ICredentialType } from 'n8n-workflow';

import { CsAirtableOAuth2Api } from '../../credentials/CsAirtableOAuth2Api.credentials';
import { CsAirtableTokenApi } from '../../credentials/CsAirtableTokenApi.credentials';
import { HUBSPOT_OBJECTS } from '../../shared/connectors/hubspot/HubspotObject';
import { CsHubspotOAuth2Api } from '../../credentials/CsHubspotOAuth2Api.credentials';
import { CsHubspotServiceKeyApi } from '../../credentials/CsHubspotServiceKeyApi.credentials';
import { CsPipedriveApi } from '../../credentials/CsPipedriveApi.credentials';
import { CsSalesforceJwtApi } from '../../credentials/CsSalesforceJwtApi.credentials';
import { CsSalesforceOAuth2Api } from '../../credentials/CsSalesforceOAuth2Api.credentials';
import { CsStripeApi } from '../../credentials/CsStripeApi.credentials';
import { n8n } from '../../package.json';
import { CREDENTIAL_TYPES } from '../../shared/connectors/n8n/credentialTypeOf';

const TYPES: readonly ICredentialType[] = [
	new CsAirtableOAuth2Api(),
	new CsAirtableTokenApi(),
	new CsHubspotOAuth2Api(),
	new CsHubspotServiceKeyApi(),
	new CsPipedriveApi(),
	new CsSalesforceJwtApi(),
	new CsSalesforceOAuth2Api(),
	new CsStripeApi(),
];
const defaultOf = (type: ICredentialType, name: string) =>
	type.properties.find((property) => property.name === name)?.default;

test('every way to log in has its credential type, and every type is registered', () => {
	const used = Object.values(CREDENTIAL_TYPES).flatMap((ways) => ways.map(([, name]) => name));
	expect(used.sort()).toEqual(TYPES.map(({ name }) => name).sort());
	expect(n8n.credentials).toEqual(
		TYPES.map((type) => `dist/credentials/${type.constructor.name}.credentials.js`),
	);
});

test.each(TYPES.map((type) => [type.name, type] as const))(
	'%s: test, icons, scopes, gateway',
	(_name, type) => {
		expect(type.icon).toMatchObject({
			light: expect.stringMatching(/^file:\w+\.svg$/),
			dark: expect.any(String),
		});
		expect(type.documentationUrl).toMatch(/^https:/);
		expect(type.properties.some(({ type: kind }) => kind === 'notice')).toBe(true);
		expect(defaultOf(type, 'baseUrl')).toMatch(/^(https:\/\/.*)?$/);
		// n8n tests an OAuth2 credential by connecting it.
		expect(type.test !== undefined || type.extends?.includes('oAuth2Api')).toBe(true);
		const hidden = type.properties.filter(
			({ name }) => /token$|key$|secret/i.test(name) && name !== 'accessTokenUrl',
		);
		expect(hidden.every(({ typeOptions }) => typeOptions?.password === true)).toBe(true);
	},
);

test('the test request never carries a key over plain http', () => {
	for (const type of TYPES.filter(({ authenticate }) => typeof authenticate === 'object')) {
		const expression = String(type.test?.request.baseURL);
		const guard = /\/\^\((.*)\)\/\.test/.exec(expression)?.[1] ?? 'none';
		const safe = new RegExp(`^(${guard})`);
		expect([
			safe.test('https://x.example'),
			safe.test('http://127.0.0.1:80'),
			safe.test('http://localhost'),
			safe.test('http://x.example'),
			safe.test('http://localhost.evil.example'),
		]).toEqual([true, true, true, false, false]);
		expect(expression).toContain(': "The Base URL must begin with https" }}');
	}
});

test('secrets go into headers, never into the address', () => {
	for (const { authenticate } of TYPES) {
		if (typeof authenticate === 'object') expect(Object.keys(authenticate.properties)).toEqual(['headers']);
	}
});

test('HubSpot: the scopes asked for are those that the source needs, and the notice of the service key names the same', () => {
	const asked = String(defaultOf(new CsHubspotOAuth2Api(), 'scope')).split(' ');
	const notice =
		new CsHubspotServiceKeyApi().properties.find(({ name }) => name === 'notice')?.displayName ?? '';
	const named = [...notice.matchAll(/<code>([\w.]+)<\/code>/g)].map(([, scope]) => scope);
	expect([...new Set(['oauth', ...named])].sort()).toEqual([...asked].sort());
	const ofObjects = Object.values(HUBSPOT_OBJECTS).map(({ readScope }) => readScope);
	const written = ['accounts', 'deals', 'tasks'] as const;
	const needed = [
		...ofObjects,
		...written.map((object) => HUBSPOT_OBJECTS[object].writeScope),
		...['crm.schemas.companies.write', 'crm.schemas.deals.write'],
	];
	expect(needed.filter((scope) => !asked.includes(scope))).toEqual([]);
});

test('OAuth2 asks for the least scopes', () => {
	expect(defaultOf(new CsSalesforceOAuth2Api(), 'scope')).toBe('api refresh_token');
	expect(String(defaultOf(new CsHubspotOAuth2Api(), 'scope'))).not.toMatch(/delete|lists|forms|sensitive/);
	expect(String(defaultOf(new CsAirtableOAuth2Api(), 'scope'))).not.toMatch(/webhook|enterprise|email/);
	expect(
		[CsAirtableOAuth2Api, CsSalesforceOAuth2Api].map((Type) => defaultOf(new Type(), 'grantType')),
	).toEqual(['pkce', 'pkce']);
});
