import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class CsHubspotOAuth2Api implements ICredentialType {
	name = 'csHubspotOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Customer Success: HubSpot OAuth2 API';

	icon = { light: 'file:hubspot.svg', dark: 'file:hubspot.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'Create an app in your HubSpot developer account with the redirect URL above and the scopes shown in <i>Scope</i>. You may take out scopes of what you do not use; the app and this field must name the same ones.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: 'https://app.hubspot.com/oauth/authorize',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			// The undated v1 address stops on 16 February 2027.
			default: 'https://api.hubapi.com/oauth/2026-03/token',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default:
				'oauth crm.objects.companies.read crm.objects.companies.write crm.objects.contacts.read crm.objects.contacts.write crm.objects.deals.read crm.objects.deals.write crm.objects.owners.read crm.schemas.companies.read crm.schemas.companies.write crm.schemas.contacts.read crm.schemas.deals.read crm.schemas.deals.write tickets',
			description:
				'Least: companies.read. contacts.read is for meetings and tasks too, the schemas.*.read for the lists of Field Mapping. companies.write for scores, contacts.write for tasks, deals.write for opportunities, schemas.companies.write and schemas.deals.write only while Prepare Base creates the properties.',
		},
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.hubapi.com',
			description:
				'Change this only when requests go through a gateway of your own. It must begin with https://.',
		},
	];
}
