import { ConnectorFault, type FaultInput } from '../ConnectorFault';
import type { WireAnswer, WireRequest } from '../Wire';
import type { HubspotError } from './HubspotAnswer';
import { judgeRefusal } from './judgeRefusal';
import { quoteVendor } from './quoteVendor';
import { readScopes } from './readScopes';

const BURST_MS = 10_000;
const SECOND_MS = 1_000;

/** What an answer of 300 and above means. HubSpot's error pages may be HTML, and its 429 mostly names no policy. */
export function classify(answer: WireAnswer, sent: WireRequest): ConnectorFault {
	const { status } = answer;
	// The oldest endpoints have e-mail addresses in their paths.
	const request = { ...sent, path: quoteVendor(sent.path) };
	const error = errorOf(answer.body);
	const where = `${request.method} ${request.path}`;
	if (status === 429) return new ConnectorFault(judgeThrottle(answer, error, request));
	if (status === 401) return new ConnectorFault(judgeToken(error));
	if (status === 403) return new ConnectorFault(judgeForbidden(error, request));
	if (status === 404) return new ConnectorFault(judgeMissing(error, request));
	if (status === 423 || status === 477 || status === 408) {
		return new ConnectorFault({
			faultClass: 'transient',
			code: status === 477 ? 'hubspot-migration' : 'hubspot-locked',
			message: `HubSpot cannot do ${where} at this moment (status ${status}): ${quoteVendor(error.message)}`,
			remedy: 'Nothing to do: the call is repeated.',
			status,
			waitMs: retryAfter(answer) ?? 2 * SECOND_MS,
		});
	}
	if (status === 409) return new ConnectorFault(judgeConflict(error, where));
	if (status >= 500) {
		return new ConnectorFault({
			faultClass: 'transient',
			code: 'hubspot-unavailable',
			message: `HubSpot answered ${where} with status ${status}.`,
			remedy:
				'Nothing to do: calls without a second effect are repeated. If it lasts, look at status.hubspot.com.',
			status,
			waitMs: retryAfter(answer),
			mayHaveHappened: request.method !== 'GET' && !/\/(?:read|search)$/.test(request.path),
		});
	}
	if (status < 400) {
		return new ConnectorFault({
			faultClass: 'request',
			code: 'hubspot-redirect',
			message: `The address of the credential sent ${where} somewhere else (status ${status}).`,
			remedy: 'Set the base URL of the credential to https://api.hubapi.com, or to your gateway.',
			status,
		});
	}
	return judgeRefusal(error, status, request);
}

function errorOf(body: unknown): HubspotError {
	return typeof body === 'object' && body !== null ? body : {};
}

function judgeThrottle(answer: WireAnswer, error: HubspotError, request: WireRequest): FaultInput {
	const policy = `${error.policyName ?? ''} ${error.message ?? ''}`.toLowerCase();
	const said = quoteVendor(error.message) || 'no reason given';
	if (policy.includes('daily') || answer.headers['x-hubspot-ratelimit-daily-remaining'] === '0') {
		return {
			faultClass: 'daily-quota',
			code: 'hubspot-daily-quota',
			message: `The portal's calls of this day are used up (${said}).`,
			remedy:
				"HubSpot counts anew at midnight in the portal's own time zone; the next run goes on from the same point. Other apps of the portal share this quota.",
			status: answer.status,
			waitMs: retryAfter(answer),
		};
	}
	const secondly = policy.includes('secondly limit') || request.bucket === 'search';
	const rolling = policy.includes('ten_secondly');
	return {
		faultClass: 'throttle',
		code: rolling || !secondly ? 'hubspot-burst-limit' : 'hubspot-second-limit',
		message: `HubSpot asks for fewer calls (${said}).`,
		remedy:
			'Nothing to do: the call waits. If it happens often, choose the plan of the portal in the options, or let other apps of the portal call less.',
		status: answer.status,
		waitMs: retryAfter(answer) ?? (rolling || !secondly ? BURST_MS : SECOND_MS),
	};
}

/** `Retry-After` in seconds; HubSpot seldom sends it. */
function retryAfter(answer: WireAnswer): number | null {
	const seconds = Number(answer.headers['retry-after']);
	return answer.headers['retry-after'] !== undefined && Number.isFinite(seconds) ? seconds * SECOND_MS : null;
}

function judgeToken(error: HubspotError): FaultInput {
	const expired = error.category === 'EXPIRED_AUTHENTICATION' || /expired/i.test(error.message ?? '');
	return {
		faultClass: 'auth',
		code: expired ? 'hubspot-token-expired' : 'hubspot-token-refused',
		message: expired
			? 'The HubSpot token has expired.'
			: 'HubSpot does not accept the token of the credential.',
		remedy: expired
			? 'Connect the HubSpot credential again.'
			: 'Open HubSpot > Settings > Integrations > Service keys, copy the key anew and save it in the credential.',
		status: 401,
	};
}

function judgeForbidden(error: HubspotError, request: WireRequest): FaultInput {
	const scopes = readScopes(error, request);
	const missing = error.category === 'MISSING_SCOPES' || /scope/i.test(error.message ?? '');
	const named = scopes.join(' or ');
	return {
		faultClass: 'auth',
		code: missing ? 'hubspot-missing-scope' : 'hubspot-forbidden',
		message: missing
			? `The HubSpot credential lacks the scope ${named === '' ? 'for this call' : named} (${request.method} ${request.path}).`
			: `HubSpot does not allow ${request.method} ${request.path}: ${quoteVendor(error.message) || 'no reason given'}`,
		remedy:
			named === ''
				? 'Give the service key or app the scopes that the documentation of this node lists, then save the credential again.'
				: `Add the scope ${named} to the service key or app in HubSpot, then save the credential again. If the portal's plan does not have this kind of record, leave it out of Records.`,
		status: 403,
	};
}

function judgeMissing(error: HubspotError, request: WireRequest): FaultInput {
	const record =
		error.category === 'OBJECT_NOT_FOUND' || /resource not found|does not exist/i.test(error.message ?? '');
	return {
		faultClass: 'not-found',
		code: record ? 'hubspot-record-not-found' : 'hubspot-object-unavailable',
		message: record
			? `HubSpot has no such record any more (${request.method} ${request.path}).`
			: `This portal does not offer ${request.method} ${request.path}.`,
		remedy: record
			? 'The record was deleted in HubSpot. Read the accounts again, then run this again.'
			: "Leave this kind of record out of Records if the portal's plan does not have it; else check the base URL of the credential.",
		status: 404,
	};
}

function judgeConflict(error: HubspotError, where: string): FaultInput {
	const taken = /already (?:exists|has)|unique|duplicate/i.test(error.message ?? '');
	return {
		faultClass: taken ? 'poison' : 'transient',
		code: taken ? 'hubspot-value-taken' : 'hubspot-conflict',
		message: taken
			? `Another record in HubSpot already has a value that must be unique (${where}).`
			: `Somebody else changed the same record in HubSpot at the same moment (${where}).`,
		remedy: taken
			? 'Find the two records in HubSpot and merge them, then run again.'
			: 'Nothing to do: the call is repeated.',
		status: 409,
		waitMs: taken ? null : SECOND_MS,
	};
}
