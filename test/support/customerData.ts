import type { IDataObject, IHttpRequestOptions, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { CustomerData } from '../../nodes/CustomerData/CustomerData.node';
import { credentialTypeOf } from '../../shared/connectors/n8n/credentialTypeOf';
import type { SourceId } from '../../shared/connectors/Source';
import type { SeededFake } from '../fakes/Fake';
import { strictContext, type StrictContext } from './strictContext';

export interface CustomerDataInput {
	readonly source?: SourceId;
	/** null: an operation that asks no system. */
	readonly fake: SeededFake | null;
	/** What the credential adds to a request. */
	readonly headers?: Readonly<Record<string, string>>;
	readonly credentials?: IDataObject;
	readonly parameters?: INodeParameters;
	readonly inputs: ReadonlyArray<readonly IDataObject[] | null>;
	readonly continueOnFail?: boolean;
	readonly signal?: AbortSignal;
}

let runs = 0;

/** n8n's HTTP helper as it behaves: 401 and broken connections are thrown, all else comes back with its status. */
function helperOf(fake: SeededFake, headers: Readonly<Record<string, string>>) {
	return async (_type: string, options: IHttpRequestOptions) => {
		const url = new URL(options.url);
		const sent = Object.entries({ ...options.headers, ...headers }).map(([name, value]) => [
			name.toLowerCase(),
			String(value),
		]);
		const isForm = sent.some(([, value]) => value === 'application/x-www-form-urlencoded');
		const text = options.body === undefined ? null : String(options.body);
		const answer = fake.handle({
			method: options.method ?? 'GET',
			path: url.pathname,
			query: Object.fromEntries(url.searchParams),
			headers: Object.fromEntries(sent) as Record<string, string>,
			body: text === null ? null : isForm ? new URLSearchParams(text) : JSON.parse(text),
		});
		if (answer === 'drop') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		const body =
			typeof answer.body === 'string' ? answer.body : JSON.parse(JSON.stringify(answer.body ?? null));
		const full = { statusCode: answer.status, headers: answer.headers ?? {}, body };
		if (answer.status !== 401) return full;
		throw Object.assign(new Error('Authorization failed'), {
			response: { status: 401, headers: full.headers, data: body },
		});
	};
}

/** The Customer Data node over a fake in memory, with a credential and a pacer of its own. */
export function customerData(input: CustomerDataInput): StrictContext {
	const { fake, source = 'hubspot', headers = { authorization: 'Bearer test' } } = input;
	const type = credentialTypeOf(source, String(input.parameters?.authentication ?? ''));
	const id = `credential-${(runs += 1)}`;
	const strict = strictContext({
		nodeType: new CustomerData(),
		parameters: { source, ...input.parameters },
		inputs: input.inputs,
		continueOnFail: input.continueOnFail ?? false,
		members: {
			getNode: () => ({
				...{
					id: 'n',
					name: 'Customer Data',
					type: 'n8n-nodes-customer-success.customerData',
					typeVersion: 1,
				},
				...{ position: [0, 0], parameters: {}, credentials: { [type]: { id, name: 'Test' } } },
			}),
			getExecutionCancelSignal: () => input.signal,
			...(fake === null
				? {}
				: {
						getCredentials: async () => input.credentials ?? {},
						helpers: { httpRequestWithAuthentication: helperOf(fake, headers) },
					}),
		},
	});
	return strict;
}

/** Items of each output without their links. */
export const jsons = (outputs: INodeExecutionData[][]): IDataObject[][] =>
	outputs.map((items) => items.map(({ json }) => json));
