import { ConnectorFault } from '../ConnectorFault';
import type { FaultInput } from '../ConnectorFault';
import type { WireAnswer, WireRequest } from '../Wire';

/** How long a blocked token is left alone: Pipedrive's protection answers HTML after requests that ignored its 429. */
const BLOCK_MS = 60_000;
/** The burst window. */
const WINDOW_MS = 2_000;

interface Refusal {
	readonly error: string;
	readonly code: string;
	/** Custom field that the refusal names. */
	readonly field: string | null;
	readonly isJson: boolean;
}

/** What a refusal of Pipedrive means and what a person can do about it. */
export function classifyPipedrive(answer: WireAnswer, request: WireRequest): ConnectorFault {
	const refusal = readRefusal(answer);
	const where = `${request.method} ${request.path}`;
	return new ConnectorFault({ ...judge(answer, refusal, where), status: answer.status });
}

function judge(answer: WireAnswer, refusal: Refusal, where: string): Omit<FaultInput, 'status'> {
	const { status } = answer;
	const said = `Pipedrive answered ${status} to ${where}: ${refusal.error}`;
	if (status === 401) {
		return {
			faultClass: 'auth',
			code: 'pipedrive-token-refused',
			message: `Pipedrive does not accept this API token. ${said}`,
			remedy:
				'Copy the API token again (Pipedrive: your name, Company settings, Personal preferences, API) into the credential. A new token ends the old one.',
		};
	}
	if (status === 402) {
		return {
			faultClass: 'auth',
			code: 'pipedrive-account-not-open',
			message: said,
			remedy:
				'The Pipedrive account is not open (trial ended or payment due). Somebody with billing rights must open it.',
		};
	}
	if (status === 403) return judgeForbidden(refusal, said);
	if (status === 429) return judgeThrottle(answer, refusal, said);
	if (status === 404 || status === 410) {
		return {
			faultClass: 'not-found',
			code: 'pipedrive-not-found',
			message: said,
			remedy:
				'The record was deleted or merged, or the token’s user may not see it. Read the accounts again; check the visibility group of the user.',
		};
	}
	if (status === 400 || status === 422) return judgeInvalid(refusal, said);
	if (status === 409 || status >= 500) {
		return {
			faultClass: 'transient',
			code: 'pipedrive-unavailable',
			message: said,
			remedy:
				'Pipedrive has a disturbance; the run tries again by itself. See status.pipedrive.com when it lasts.',
			mayHaveHappened: status >= 500,
		};
	}
	return {
		faultClass: 'request',
		code: 'pipedrive-request',
		message: said,
		remedy: 'This is a fault of the node: please report it with this message.',
	};
}

function judgeForbidden(refusal: Refusal, said: string): Omit<FaultInput, 'status'> {
	if (!refusal.isJson) {
		return {
			faultClass: 'throttle',
			code: 'pipedrive-blocked',
			message: said,
			remedy:
				'Pipedrive blocks this token for a while because of too many requests. Let other integrations on the same token run at other times.',
			waitMs: BLOCK_MS,
		};
	}
	if (refusal.code.startsWith('feature_capping')) {
		return {
			faultClass: 'poison',
			code: 'pipedrive-plan-limit',
			message: said,
			remedy:
				'The Pipedrive plan allows no more of these. Close open deals or delete unused custom fields, or take a larger plan.',
		};
	}
	return {
		faultClass: 'auth',
		code: 'pipedrive-missing-permission',
		message: said,
		remedy:
			'The user of the token lacks a permission. An administrator gives it in Settings, Manage users, Permission sets (an OAuth app: the scope).',
	};
}

function judgeThrottle(answer: WireAnswer, refusal: Refusal, said: string): Omit<FaultInput, 'status'> {
	const left = answer.headers['x-daily-ratelimit-token-remaining'];
	if (left === '0' || /daily|token budget/i.test(refusal.error)) {
		return {
			faultClass: 'daily-quota',
			code: 'pipedrive-daily-tokens',
			message: `${said}. The company's token budget of today is used up.`,
			remedy:
				'It goes on after midnight of Pipedrive’s server. See Company settings, API usage dashboard for who used it; buy a top-up, or set Accounts per Run lower.',
		};
	}
	const seconds = Number(answer.headers['retry-after'] ?? answer.headers['x-ratelimit-reset']);
	return {
		faultClass: 'throttle',
		code: 'pipedrive-too-fast',
		message: said,
		remedy:
			'The run waits by itself. When it happens often, set Plan to the plan of your Pipedrive company, or move other integrations to another token.',
		waitMs: seconds > 0 ? seconds * 1000 : WINDOW_MS,
	};
}

function judgeInvalid(refusal: Refusal, said: string): Omit<FaultInput, 'status'> {
	if (/cursor/i.test(refusal.error)) {
		return {
			faultClass: 'cursor',
			code: 'pipedrive-cursor',
			message: said,
			remedy: 'The page mark is no longer valid; the run starts this part again by itself.',
		};
	}
	if (refusal.field !== null || /field.*(not exist|not found|unknown|not allowed)/i.test(refusal.error)) {
		return {
			faultClass: 'schema',
			code: 'pipedrive-field',
			message: said,
			remedy:
				'Open the mapping and choose the field again: it was deleted, has another type, or lacks that option. Prepare Base shows what is missing.',
			field: refusal.field,
		};
	}
	return {
		faultClass: 'poison',
		code: 'pipedrive-refused',
		message: said,
		remedy: 'Correct the value in the record; the rest of the run is not affected.',
	};
}

function readRefusal(answer: WireAnswer): Refusal {
	const { body } = answer;
	if (typeof body !== 'object' || body === null) {
		return { error: 'a page that is not JSON', code: '', field: null, isJson: false };
	}
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	const entries: Readonly<Record<string, unknown>> = { ...body };
	const error = [text(entries.error), text(entries.error_info)]
		.filter((part) => part !== '' && !part.startsWith('Please check developers.pipedrive.com'))
		.join('. ');
	return {
		error: withoutPersons(error === '' ? 'no reason given' : error),
		code: text(entries.code),
		field: text(entries.field_code) || (/\b[0-9a-f]{40}\b/.exec(JSON.stringify(body))?.[0] ?? null),
		isJson: true,
	};
}

/** Refusals quote the value that was refused; an e-mail address has no place in a log. */
function withoutPersons(text: string): string {
	return text.replace(/[^\s@'"<>]+@[^\s@'"<>]+/g, '(e-mail)').slice(0, 300);
}
