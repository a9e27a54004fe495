import type { IHttpRequestOptions } from 'n8n-workflow';

import { ConnectorFault } from '../ConnectorFault';
import type { Send, WireRequest } from '../Wire';
import type { ConnectorContext } from './ConnectorContext';
import { readAnswer } from './readAnswer';
import { readFailure } from './readFailure';
import { resolveBaseUrl } from './resolveBaseUrl';
import { writeTarget } from './writeTarget';

const TIMEOUT_MS = 60_000;

interface FullAnswer {
	readonly statusCode: number;
	readonly headers: unknown;
	readonly body: unknown;
}

function payloadOf({ body, headers = {} }: WireRequest): Pick<IHttpRequestOptions, 'body' | 'headers'> {
	if (body === undefined) return { headers: { ...headers } };
	if (body instanceof URLSearchParams) {
		return {
			headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
			body: body.toString(),
		};
	}
	// Written out here, because n8n leaves an empty object out.
	return { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/**
 * A `Send` over n8n's own HTTP helper, so that proxy, address guard, renewal of logins and cancelling work as in every node. Times out
 * after 60 s, follows no redirect (the token would follow too). Every status comes back as an answer.
 *
 * @param credentialType name of the credential type, as `credentialTypeOf` gives it
 * @param vendorUrl address of the vendor when the credential names none; '' when its login tells (Salesforce)
 * @throws ConnectorFault when the credential cannot be used as it is; ConnectionLost, from the `Send`, when no answer came
 */
export async function n8nSend(
	context: ConnectorContext,
	credentialType: string,
	vendorUrl: string,
	timeoutMs = TIMEOUT_MS,
): Promise<Send> {
	const credentials = await context.getCredentials(credentialType);
	if (/OAuth2/.test(credentialType) && credentials.oauthTokenData === undefined) {
		throw new ConnectorFault({
			faultClass: 'auth',
			code: 'credential-not-connected',
			message: 'The credential of this node has not been connected yet.',
			remedy: 'Open the credential and press Connect.',
			status: null,
		});
	}
	const baseUrl = resolveBaseUrl(credentials, vendorUrl);
	const host = baseUrl === '' ? 'Salesforce' : new URL(baseUrl).host;
	return async (request) => {
		const target = writeTarget(request.path, request.query);
		const options: IHttpRequestOptions = {
			method: request.method,
			url: `${baseUrl}${target}`,
			...payloadOf(request),
			json: true,
			returnFullResponse: true,
			// A 401 must be thrown, or n8n does not renew the login.
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
			disableFollowRedirect: true,
			timeout: timeoutMs,
		};
		try {
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				credentialType,
				options,
			)) as FullAnswer;
			return readAnswer(answer.statusCode, answer.headers, answer.body);
		} catch (caught) {
			return readFailure(caught, host, isCancelled(context));
		}
	};
}

const isCancelled = (context: ConnectorContext): boolean =>
	'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true;
