import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class CsPipedriveApi implements ICredentialType {
	name = 'csPipedriveApi';

	displayName = 'Customer Success: Pipedrive API';

	icon = { light: 'file:pipedrive.svg', dark: 'file:pipedrive.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'A Pipedrive API token has no scopes: it may do all that its user may do. Make a user of its own for n8n with a permission set that sees organisations, people, deals and activities, and edits only organisations, deals and activities if results are written back. The token is under Personal preferences > API.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.pipedrive.com',
			description:
				'The address of your company, such as https://mycompany.pipedrive.com, or of a gateway of your own. It must begin with https://.',
		},
	];

	/** In a header, never in the address: addresses are logged on the way. */
	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'x-api-token': '={{$credentials.apiToken}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			// The token never leaves over plain http: what is no address stands in for the one that was typed.
			baseURL:
				'={{ /^(https:\\/\\/|http:\\/\\/(localhost|127\\.0\\.0\\.1)([:\\/]|$))/.test($credentials.baseUrl) ? $credentials.baseUrl.replace(/\\/+$/, "") : "The Base URL must begin with https" }}',
			url: '/api/v1/users/me',
		},
	};
}
