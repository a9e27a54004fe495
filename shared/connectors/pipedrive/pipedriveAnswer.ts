import { ConnectorFault } from '../ConnectorFault';
import type { Call, WireAnswer } from '../Wire';
import { PAGE_LIMIT, pipedriveRequest } from './pipedriveRequest';
import { isObject } from '../../isObject';

export type PipedriveRow = Readonly<Record<string, unknown>>;

/** An object as a record of its own fields; what is no object has none. */
export function asPipedriveRow(value: unknown): PipedriveRow {
	return isObject(value) ? value : {};
}

/** `data` of an answer as a list; an empty list comes as null from v1. A page that is not Pipedrive's JSON is no empty list but a fault. */
export function pipedriveRows(answer: WireAnswer): readonly PipedriveRow[] {
	const { data, success } = asPipedriveRow(answer.body);
	if (success !== true || !(Array.isArray(data) || data === null)) throw broken(answer);
	return Array.isArray(data) ? data.map(asPipedriveRow) : [];
}

/** `data` of an answer about one record. */
export function pipedriveRecord(answer: WireAnswer): PipedriveRow {
	const { data, success } = asPipedriveRow(answer.body);
	if (success !== true || !isObject(data)) throw broken(answer);
	return data;
}

/** Mark of the next page; null: that was the last one. An empty page is not a sign of the end, only this is. */
export function nextPipedriveCursor(answer: WireAnswer): string | null {
	const next = asPipedriveRow(asPipedriveRow(answer.body).additional_data).next_cursor;
	return typeof next === 'string' && next !== '' ? next : null;
}

/** All pages of a v2 list, for lists that are short by nature (fields, stages, the activities of one organization). */
export async function allPipedriveRows(
	call: Call,
	path: string,
	query: Readonly<Record<string, string>> = {},
): Promise<readonly PipedriveRow[]> {
	const rows: PipedriveRow[] = [];
	let cursor: string | null = null;
	do {
		const answer: WireAnswer = await call(
			pipedriveRequest({
				method: 'GET',
				path,
				query: { ...query, limit: PAGE_LIMIT, ...(cursor === null ? {} : { cursor }) },
			}),
		);
		rows.push(...pipedriveRows(answer));
		cursor = nextPipedriveCursor(answer);
	} while (cursor !== null);
	return rows;
}

function broken(answer: WireAnswer): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'transient',
		code: 'pipedrive-not-json',
		message: 'Pipedrive answered with a page that is not its JSON.',
		remedy:
			'The run tries again by itself. When it lasts, look whether a proxy or a gateway changes the answers.',
		status: answer.status,
	});
}
