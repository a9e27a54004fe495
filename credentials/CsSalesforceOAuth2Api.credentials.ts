import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const loginUrl =
	'({ production: "https://login.salesforce.com", sandbox: "https://test.salesforce.com", custom: String($self["myDomainUrl"] || "").replace(/\\/+$/, "") })[$self["environment"]]';

export class CsSalesforceOAuth2Api implements ICredentialType {
	name = 'csSalesforceOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Customer Success: Salesforce OAuth2 API';

	icon = { light: 'file:salesforce.svg', dark: 'file:salesforce.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'Create an External Client App in Salesforce Setup with the redirect URL above, PKCE, and the OAuth scopes <i>Manage user data via APIs (api)</i> and <i>Perform requests at any time (refresh_token)</i>. What can be read and written follows from the permissions of the user who connects.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'pkce' },
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
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${loginUrl} + "/services/oauth2/authorize" }}`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${loginUrl} + "/services/oauth2/token" }}`,
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: 'api refresh_token' },
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: 'prompt=login',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://gateway.example.com',
			description:
				'Only when requests go through a gateway of your own; it must begin with https://. Empty: the address Salesforce gives when you connect.',
		},
	];
}
