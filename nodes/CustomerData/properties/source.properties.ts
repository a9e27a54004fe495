import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { SYSTEM_RESOURCES, shownForSource } from '../shownFor';

const authentication = (
	source: 'airtable' | 'hubspot' | 'salesforce',
	options: INodePropertyOptions[],
	first: string,
): INodeProperties => ({
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options,
	default: first,
	description: 'How to log in',
	...shownForSource(source),
});

/** Which system, and how to log in to it. */
export const sourceProperties: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Airtable', value: 'airtable', description: 'A base with a table of accounts' },
			{ name: 'HubSpot', value: 'hubspot', description: 'Companies with their contacts, deals and tickets' },
			{ name: 'Pipedrive', value: 'pipedrive', description: 'Organisations with their people and deals' },
			{
				name: 'Salesforce',
				value: 'salesforce',
				description: 'Accounts with their contacts, cases and contracts',
			},
			{ name: 'Stripe', value: 'stripe', description: 'Customers with their subscriptions and invoices' },
		],
		default: 'hubspot',
		description: 'System your customers are in',
		displayOptions: { show: { resource: SYSTEM_RESOURCES } },
	},
	authentication(
		'airtable',
		[
			{ name: 'Access Token', value: 'accessToken' },
			{ name: 'OAuth2', value: 'oAuth2' },
		],
		'accessToken',
	),
	authentication(
		'hubspot',
		[
			{ name: 'OAuth2', value: 'oAuth2' },
			{ name: 'Service Key', value: 'serviceKey' },
		],
		'serviceKey',
	),
	authentication(
		'salesforce',
		[
			{ name: 'JWT', value: 'jwt' },
			{ name: 'OAuth2', value: 'oAuth2' },
		],
		'oAuth2',
	),
	// Where the editor puts the credential: below what decides which one it is.
	{
		displayName: 'Credential',
		name: 'credentialSlot',
		type: 'credentials',
		default: '',
		displayOptions: { show: { resource: SYSTEM_RESOURCES } },
	},
];
