import 'reflect-metadata';
import { getRequestHelperFunctions } from 'n8n-core/dist/execution-engine/node-execution-context/utils/request-helper-functions';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
} from 'n8n-workflow';

interface CoreOptions {
	readonly type: ICredentialType;
	/** What is stored; renewals are written into it. */
	readonly stored: ICredentialDataDecryptedObject;
	readonly signal?: AbortSignal;
}

const NODE: INode = {
	id: 'node-under-test',
	name: 'Customer Data',
	type: 'n8n-nodes-customer-success.customerData',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const filled = (template: unknown, credentials: ICredentialDataDecryptedObject): string =>
	String(template)
		.replace(/^=/, '')
		.replace(/{{\s*\$credentials\.(\w+)\s*}}/g, (_match, name: string) => String(credentials[name]));

/** n8n's own credential helper, reduced to one credential that is kept in memory: same order of steps, no database. */
function credentialsHelper({ type, stored }: CoreOptions) {
	const expirable = type.properties.find((property) => property.typeOptions?.expirable === true)?.name;
	return {
		getParentTypes: () => type.extends ?? [],
		getDecrypted: async () => structuredClone(stored),
		runPreAuthentication: async () => undefined,
		updateCredentialsOauthTokenData: async (_node: unknown, _type: unknown, data: IDataObject) => {
			stored.oauthTokenData = data.oauthTokenData as never;
		},
		preAuthentication: async (
			helpers: never,
			credentials: ICredentialDataDecryptedObject,
			_name: string,
			_node: INode,
			expired: boolean,
		) => {
			if (expirable === undefined || type.preAuthentication === undefined) return undefined;
			if (credentials[expirable] !== '' && !expired) return undefined;
			const output = await type.preAuthentication.call(helpers, credentials);
			Object.assign(stored, output);
			return Object.assign(credentials, output);
		},
		authenticate: async (
			credentials: ICredentialDataDecryptedObject,
			_name: string,
			options: IHttpRequestOptions,
		) => {
			if (typeof type.authenticate === 'function') return await type.authenticate(credentials, options);
			const { headers = {} } = (type.authenticate?.properties ?? {}) as { headers?: IDataObject };
			for (const [name, value] of Object.entries(headers))
				options.headers = { ...options.headers, [name]: filled(value, credentials) };
			return options;
		},
	};
}

/** A context whose requests go through n8n-core's real HTTP code, with one credential. */
export function coreContext(options: CoreOptions): IExecuteFunctions {
	const node: INode = { ...NODE, credentials: { [options.type.name]: { id: 'c1', name: 'Test' } } };
	const logger = { debug: () => {}, warn: () => {}, error: () => {}, info: () => {} };
	const context: Record<string, unknown> = {
		logger,
		getNode: () => node,
		getMode: () => 'manual',
		getCredentials: async () => structuredClone(options.stored),
		getExecutionCancelSignal: () => options.signal,
	};
	context.helpers = getRequestHelperFunctions({} as never, node, {
		credentialsHelper: credentialsHelper(options),
	} as never);
	return context as unknown as IExecuteFunctions;
}
