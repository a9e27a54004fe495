import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class CsAirtableOAuth2Api implements ICredentialType {
	name = 'csAirtableOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Customer Success: Airtable OAuth2 API';

	icon = { light: 'file:airtable.svg', dark: 'file:airtable.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'Register an OAuth integration at airtable.com/create/oauth with the redirect URL above and the scopes <code>data.records:read</code>, <code>data.records:write</code> and <code>schema.bases:read</code>. When you connect, grant only the base you use.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'pkce' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: 'https://airtable.com/oauth2/v1/authorize',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: 'https://airtable.com/oauth2/v1/token',
		},
		{
			displayName: 'Create Tables and Columns',
			name: 'mayCreate',
			type: 'boolean',
			default: false,
			description:
				'Whether to ask for schema.bases:write too, which Prepare Base needs to create the result columns. Connect again after a change.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default:
				'={{ "data.records:read data.records:write schema.bases:read" + ($self["mayCreate"] ? " schema.bases:write" : "") }}',
		},
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.airtable.com',
			description:
				'Change this only when requests go through a gateway of your own. It must begin with https://.',
		},
	];
}
