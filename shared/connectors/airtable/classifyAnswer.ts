import { ConnectorFault, type FaultInput } from '../ConnectorFault';
import type { WireAnswer, WireRequest } from '../Wire';
import { judgeUnprocessable } from './judgeUnprocessable';
import { readError, type AirtableError } from './readError';

/** After "too fast" Airtable refuses everything on the base for this long. */
export const PENALTY_MS = 30_000;

type Judgement = Pick<FaultInput, 'code' | 'faultClass' | 'remedy'> & Partial<FaultInput>;

const TOKEN: Judgement = {
	faultClass: 'auth',
	code: 'airtable-token-refused',
	remedy:
		'Create a token at airtable.com/create/tokens, or sign in again, and enter it in the credential; it was revoked, has expired or is incomplete.',
};
const PERMISSION: Judgement = {
	faultClass: 'auth',
	code: 'airtable-no-permission',
	remedy:
		'Add the base to the token and give it the scopes data.records:read, data.records:write and schema.bases:read (schema.bases:write to prepare the base). The token owner needs editor rights on the base. Check the base id too: Airtable answers the same when it does not exist.',
};
const GONE: Judgement = {
	faultClass: 'not-found',
	code: 'airtable-not-found',
	remedy: 'Check the base and the tables in the node: one was deleted, or its id is wrong.',
};
const RECORD_GONE: Judgement = {
	faultClass: 'not-found',
	code: 'airtable-record-gone',
	remedy: 'The record was deleted in Airtable. The next full read marks it as removed.',
};
const MONTH: Judgement = {
	faultClass: 'daily-quota',
	code: 'airtable-monthly-quota',
	remedy:
		'The workspace has used its API calls of this month (Free 1,000, Team 100,000; Business and above have no limit). Wait for the new month, read fewer tables or less often, or upgrade the workspace.',
};
const TOO_FAST: Judgement = {
	faultClass: 'throttle',
	code: 'airtable-too-fast',
	remedy:
		'Nothing to do: it waits 30 seconds and goes on. If it happens often, something else uses the same base (5 requests a second in all).',
	waitMs: PENALTY_MS,
};
const TOO_LARGE: Judgement = {
	faultClass: 'poison',
	code: 'airtable-too-large',
	remedy: 'Shorten the text of this record: a long-text cell holds at most 100,000 characters.',
};
const DOWN: Judgement = {
	faultClass: 'transient',
	code: 'airtable-unavailable',
	remedy: 'Airtable has a disturbance (status.airtable.com). Run it again later; nothing is lost.',
};
const REQUEST: Judgement = {
	faultClass: 'request',
	code: 'airtable-request-refused',
	remedy: 'This is a fault of the node. Report it with the message above.',
};

function judge(error: AirtableError, answer: WireAnswer, request: WireRequest): Judgement {
	const { status } = answer;
	if (status === 401) return TOKEN;
	if (status === 402 || (status === 429 && /BILLING|QUOTA|MONTHLY/i.test(`${error.type} ${error.words}`)))
		return MONTH;
	if (status === 429) return TOO_FAST;
	if (status === 403) return PERMISSION;
	if (status === 404) return /MODEL_ID|ROW|RECORD/.test(error.type) ? RECORD_GONE : GONE;
	if (status === 413) return TOO_LARGE;
	if (status >= 500 || status === 408 || status === 409) return DOWN;
	return status === 422 || status === 400 ? (judgeUnprocessable(error, request) ?? REQUEST) : REQUEST;
}

/**
 * What a refusal of Airtable means. Both of its error forms are read, `{"error": "NOT_FOUND"}` and `{"error": {"type", "message"}}`, and
 * pages that are not JSON. The message holds Airtable's own words; they name columns and record ids, not cell contents.
 */
export function classifyAnswer(answer: WireAnswer, request: WireRequest): ConnectorFault {
	const error = readError(answer.body);
	const { code, faultClass, remedy, ...more } = judge(error, answer, request);
	const title = answer.status === 401 ? 'Airtable does not accept this token: it' : 'Airtable';
	const words = [error.type, error.words].filter((part) => part !== '').join(': ');
	return new ConnectorFault({
		faultClass,
		code,
		remedy,
		message: `${title} refused ${request.method} ${request.path} with status ${answer.status}${words === '' ? '' : ` (${words})`}.`,
		status: answer.status,
		...more,
	});
}
