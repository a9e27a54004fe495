import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class CsAirtableTokenApi implements ICredentialType {
	name = 'csAirtableTokenApi';

	displayName = 'Customer Success: Airtable Token API';

	icon = { light: 'file:airtable.svg', dark: 'file:airtable.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'Create a personal access token at airtable.com/create/tokens for the one base you use, with the scopes <code>data.records:read</code>, <code>data.records:write</code> and <code>schema.bases:read</code>. Add <code>schema.bases:write</code> only while <i>Prepare Base</i> creates the result columns.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The personal access token; it begins with "pat"',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.airtable.com',
			description:
				'Change this only when requests go through a gateway of your own. It must begin with https://.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			// The token never leaves over plain http: what is no address stands in for the one that was typed.
			baseURL:
				'={{ /^(https:\\/\\/|http:\\/\\/(localhost|127\\.0\\.0\\.1)([:\\/]|$))/.test($credentials.baseUrl) ? $credentials.baseUrl.replace(/\\/+$/, "") : "The Base URL must begin with https" }}',
			url: '/v0/meta/whoami',
		},
	};
}
