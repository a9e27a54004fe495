import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { signAssertion } from './signAssertion';

const TIMEOUT_MS = 60_000;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function loginUrlOf(credentials: ICredentialDataDecryptedObject): string {
	if (credentials.environment === 'sandbox') return 'https://test.salesforce.com';
	if (credentials.environment !== 'custom') return 'https://login.salesforce.com';
	const url = text(credentials.myDomainUrl).replace(/\/+$/, '');
	if (/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:|$))/.test(url)) return url;
	throw new UserError(
		'The My Domain URL must begin with https://, such as https://mycompany.my.salesforce.com.',
	);
}

function audienceOf(credentials: ICredentialDataDecryptedObject): string {
	if (credentials.audience === 'login') return 'https://login.salesforce.com';
	return credentials.audience === 'test' ? 'https://test.salesforce.com' : loginUrlOf(credentials);
}

export class CsSalesforceJwtApi implements ICredentialType {
	name = 'csSalesforceJwtApi';

	displayName = 'Customer Success: Salesforce JWT API';

	icon = { light: 'file:salesforce.svg', dark: 'file:salesforce.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				"Create an External Client App in Salesforce Setup with the JWT bearer flow, upload the certificate of your key, choose the OAuth scopes <i>api</i> and <i>refresh_token</i>, and pre-authorise a user of its own for integrations. What can be read and written follows from that user's permissions.",
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{ displayName: 'Instance URL', name: 'instanceUrl', type: 'hidden', default: '' },
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'My Domain', value: 'custom' },
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
			],
			default: 'production',
			description: 'Where users of this org log in',
		},
		{
			displayName: 'My Domain URL',
			name: 'myDomainUrl',
			type: 'string',
			default: '',
			placeholder: 'https://mycompany.my.salesforce.com',
			description: 'Address of your org, from Setup > My Domain',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Audience',
			name: 'audience',
			type: 'options',
			options: [
				{ name: 'Same as the Login Address', value: 'auto' },
				{ name: 'https://login.salesforce.com', value: 'login' },
				{ name: 'https://test.salesforce.com', value: 'test' },
			],
			default: 'auto',
			description:
				'Whom the assertion is made out to. Newer orgs want their My Domain, older ones the login address.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'Consumer key of the app',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'integration@mycompany.com',
			description: 'Salesforce username of the pre-authorised user',
		},
		{
			displayName: 'Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			required: true,
			default: '',
			description: 'PEM text of the RSA key that belongs to the uploaded certificate',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://gateway.example.com',
			description:
				'Only when requests go through a gateway of your own; it must begin with https://. Empty: the address Salesforce gives at login.',
		},
	];

	/** n8n calls it when there is no access token yet, or Salesforce answered 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const assertion = signAssertion(
			{
				issuer: text(credentials.clientId),
				subject: text(credentials.username),
				audience: audienceOf(credentials),
				now: Date.now(),
			},
			text(credentials.privateKey),
		);
		if (assertion === null)
			throw new UserError(
				'The private key cannot be read. Paste the whole PEM text, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----, without a passphrase.',
			);
		const { body } = (await this.helpers.httpRequest({
			method: 'POST',
			url: `${loginUrlOf(credentials)}/services/oauth2/token`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({
				grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
				assertion,
			}).toString(),
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		})) as { body: unknown };
		const answer = (typeof body === 'object' && body !== null ? body : {}) as IDataObject;
		if (text(answer.access_token) !== '' && text(answer.instance_url) !== '')
			return { accessToken: answer.access_token, instanceUrl: answer.instance_url };
		const reason = text(answer.error_description) || text(answer.error) || 'no reason given';
		throw new UserError(
			`Salesforce did not accept the login by JWT: ${reason}. Check client ID, username, environment and audience, that the certificate in the app belongs to the private key, and that the user is pre-authorised.`,
		);
	}

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...requestOptions,
		headers: { ...requestOptions.headers, Authorization: `Bearer ${text(credentials.accessToken)}` },
		// The address of the org is known only after the login, which may have happened just now.
		baseURL: requestOptions.baseURL || text(credentials.baseUrl) || text(credentials.instanceUrl),
	});

	test: ICredentialTestRequest = { request: { url: '/services/data/v66.0/limits' } };
}
