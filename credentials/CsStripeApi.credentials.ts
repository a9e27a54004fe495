import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class CsStripeApi implements ICredentialType {
	name = 'csStripeApi';

	displayName = 'Customer Success: Stripe API';

	icon = { light: 'file:stripe.svg', dark: 'file:stripe.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'Create a restricted key in Stripe under Developers > API keys with <b>Read</b> on Customers, Subscriptions, Invoices, Prices, Products and Events, and <b>None</b> on all else. Only if scores are written to customer metadata: Write on Customers.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Restricted Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The restricted key; it begins with "rk_". A secret key works too but may do far more than is needed.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.stripe.com',
			description:
				'Change this only when requests go through a gateway of your own. It must begin with https://.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Bearer {{$credentials.secretKey}}',
				// Stripe answers in the shape of this version, whatever the account's default is.
				'Stripe-Version': '2026-10-28.endive',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			// The key never leaves over plain http: what is no address stands in for the one that was typed.
			baseURL:
				'={{ /^(https:\\/\\/|http:\\/\\/(localhost|127\\.0\\.0\\.1)([:\\/]|$))/.test($credentials.baseUrl) ? $credentials.baseUrl.replace(/\\/+$/, "") : "The Base URL must begin with https" }}',
			// Not the balance: a key that may only read what is needed cannot see it.
			url: '/v1/customers',
			qs: { limit: 1 },
		},
	};
}
