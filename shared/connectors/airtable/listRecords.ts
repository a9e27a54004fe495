import type { Call, WireRequest } from '../Wire';
import { parseRecords } from './parseRecords';
import { unreadableAnswer } from './unreadableAnswer';

export interface ListQuestion {
	readonly baseId: string;
	readonly tableId: string;
	/** Ids of the columns wanted; empty: all. */
	readonly columns: readonly string[];
	/** null: all records. */
	readonly formula: string | null;
	/** Where the last page ended; null: from the start. */
	readonly offset: string | null;
	/** Records in all; null: no bound. */
	readonly most?: number;
}

export const PAGE_SIZE = 100;

/**
 * The request for one page of records. It is always the POST form: columns and formula stand in the body, so there is no URL that grows
 * beyond the 16,000 characters at which Airtable refuses the GET form, and no list in a query that a proxy might fold.
 */
export function buildListRequest(question: ListQuestion): WireRequest {
	return {
		method: 'POST',
		path: `${tablePath(question.baseId, question.tableId)}/listRecords`,
		body: {
			pageSize: Math.min(PAGE_SIZE, question.most ?? PAGE_SIZE),
			...(question.most === undefined ? {} : { maxRecords: question.most }),
			...(question.columns.length === 0 ? {} : { fields: question.columns }),
			...(question.formula === null ? {} : { filterByFormula: question.formula }),
			returnFieldsByFieldId: true,
			...(question.offset === null ? {} : { offset: question.offset }),
		},
		idempotent: true,
	};
}

/** Path of a table's records, percent-encoded. */
export function tablePath(baseId: string, tableId: string): string {
	return `/v0/${encodeURIComponent(baseId)}/${encodeURIComponent(tableId)}`;
}

/** One page of records, cells by column id. */
export async function listRecords(call: Call, question: ListQuestion) {
	const answer = await call(buildListRequest(question));
	const page = parseRecords(answer.body);
	if (page === null) throw unreadableAnswer('a list of records');
	return page;
}
