import { ConnectionLost } from '../ConnectionLost';
import { ConnectorFault } from '../ConnectorFault';
import type { WireAnswer } from '../Wire';
import { readAnswer } from './readAnswer';

/** The connection was never made, so nothing can have happened at the vendor. */
const NOT_SENT: Readonly<Record<string, string>> = {
	EAI_AGAIN: 'its name could not be looked up',
	ECONNREFUSED: 'it refused the connection',
	EHOSTUNREACH: 'it cannot be reached from here',
	ENETUNREACH: 'it cannot be reached from here',
	ENOTFOUND: 'its name was not found',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
};
/** It broke on the way: whether the vendor carried the request out is not known. */
const BROKEN: Readonly<Record<string, string>> = {
	ECONNABORTED: 'no answer came in time',
	ECONNRESET: 'the connection was dropped',
	EPIPE: 'the connection was dropped',
	EPROTO: 'the encrypted connection broke',
	ERR_BAD_RESPONSE: 'the answer broke off',
	ERR_NETWORK: 'the connection was dropped',
	ERR_STREAM_PREMATURE_CLOSE: 'the answer broke off',
	ETIMEDOUT: 'no answer came in time',
};

interface Link {
	readonly message?: unknown;
	readonly code?: unknown;
	readonly cause?: unknown;
	readonly errorResponse?: unknown;
	readonly response?: { readonly status?: unknown; readonly headers?: unknown; readonly data?: unknown };
}

/** The error and what caused it, outermost first. n8n wraps the HTTP client's error once or twice. */
function linksOf(caught: unknown): Link[] {
	const links: Link[] = [];
	let link: unknown = caught;
	while (typeof link === 'object' && link !== null && links.length < 6) {
		links.push(link);
		link = (link as Link).cause ?? (link as Link).errorResponse;
	}
	return links;
}

function codeOf(links: readonly Link[]): string | null {
	for (const { code } of links) {
		if (typeof code === 'string' && (code in NOT_SENT || code in BROKEN || /^(HPE_|UND_ERR_)/.test(code)))
			return code;
	}
	// Node says so in words only.
	const words = links.map(({ message }) => String(message)).join(' ');
	return /socket hang up|\baborted\b/.test(words) ? 'ECONNRESET' : null;
}

/**
 * What n8n's HTTP helper threw, told apart: a refusal that had to be thrown for n8n to renew the login (401) becomes an answer again; no
 * answer is thrown as `ConnectionLost`; what n8n itself refused (login not connected, address not allowed) is thrown as a `ConnectorFault`
 * of class `auth`. Nothing of the request, where the token is, gets into a message.
 *
 * @param cancelled the execution was stopped: what was thrown is thrown on, as nothing is to be made of it
 */
export function readFailure(caught: unknown, host: string, cancelled = false): WireAnswer {
	if (cancelled) throw caught;
	const links = linksOf(caught);
	const response = links.map((link) => link.response).find((answer) => typeof answer?.status === 'number');
	if (response !== undefined) return readAnswer(Number(response.status), response.headers, response.data);
	const code = codeOf(links);
	if (code !== null) {
		const why = NOT_SENT[code] ?? BROKEN[code] ?? 'the connection was dropped';
		throw new ConnectionLost(`No answer from ${host}: ${why} (${code}).`, !(code in NOT_SENT));
	}
	const said = links
		.map(({ message }) => message)
		.find((message) => typeof message === 'string' && message !== '');
	throw new ConnectorFault({
		faultClass: 'auth',
		code: 'credential-not-usable',
		message: `n8n could not log in to ${host}: ${String(said ?? 'no reason given')}`,
		remedy: 'Open the credential of this node, test or connect it again, and check the domains it allows.',
		status: null,
	});
}
