import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class CsHubspotServiceKeyApi implements ICredentialType {
	name = 'csHubspotServiceKeyApi';

	displayName = 'Customer Success: HubSpot Service Key API';

	icon = { light: 'file:hubspot.svg', dark: 'file:hubspot.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'Create a service key in HubSpot under Development > Keys > Service keys. To read: <code>crm.objects.companies.read</code>, <code>crm.objects.contacts.read</code> (meetings and tasks too), <code>crm.objects.deals.read</code>, <code>crm.objects.owners.read</code>, <code>tickets</code>; for the lists of <i>Field Mapping</i> and <i>Prepare Base</i> <code>crm.schemas.companies.read</code>, <code>crm.schemas.contacts.read</code>, <code>crm.schemas.deals.read</code>. To write scores: <code>crm.objects.companies.write</code>. To create tasks: <code>crm.objects.contacts.write</code>. To create opportunities: <code>crm.objects.deals.write</code>. Only while <i>Prepare Base</i> creates the properties: <code>crm.schemas.companies.write</code>, <code>crm.schemas.deals.write</code> and <code>crm.objects.contacts.write</code>. The token of a private app works too.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Service Key',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The service key, or the access token of a private app; it begins with "pat-"',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.hubapi.com',
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
			// Reading one company proves the one scope that nothing works without.
			url: '/crm/objects/2026-09/companies',
			qs: { limit: 1 },
		},
	};
}
