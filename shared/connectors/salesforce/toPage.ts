import type { ReadRequest, SourcePage } from '../Source';
import type { WireAnswer } from '../Wire';
import { askedNames, flattenRecord, type SalesforceRecord } from './flattenRecord';
import type { SalesforceCursor } from './readCursor';
import type { SalesforceObject } from './salesforceObjects';

interface QueryAnswer {
	readonly records: readonly SalesforceRecord[];
	readonly nextRecordsUrl?: string;
}

/**
 * The page of an answer, and the cursor behind it: its locator and, should that expire, the key of its last record. Behind the last page
 * of one object begins the other that is read with it, if there is one.
 */
export function toPage(
	answer: WireAnswer,
	object: SalesforceObject,
	request: ReadRequest,
	cursor: SalesforceCursor,
): SourcePage {
	const { records: found, nextRecordsUrl } = answer.body as QueryAnswer;
	const asked = askedNames(request.fields, object.names);
	const records = found.map((record) => flattenRecord(record, asked));
	const last = records.at(-1);
	if (nextRecordsUrl === undefined || last === undefined) {
		return { records, next: object.then === undefined ? null : JSON.stringify({ part: object.then.name }) };
	}
	const next: SalesforceCursor = {
		next: nextRecordsUrl,
		id: last.id,
		...(last.updatedAt !== null && { at: last.updatedAt }),
		...(cursor.without !== undefined && { without: cursor.without }),
		...(cursor.part !== undefined && { part: cursor.part }),
	};
	return { records, next: JSON.stringify(next) };
}
