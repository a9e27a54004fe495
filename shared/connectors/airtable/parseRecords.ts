import type { AirtableRecord } from './AirtableSchema';
import { isObject } from '../../isObject';

/** One record of an answer; deleted ones come without cells. null: it has not that form. */
export function parseRecord(raw: unknown): AirtableRecord | null {
	if (!isObject(raw) || typeof raw.id !== 'string') return null;
	if (!isObject(raw.fields) && raw.deleted !== true) return null;
	return {
		id: raw.id,
		createdTime: typeof raw.createdTime === 'string' ? raw.createdTime : null,
		cells: isObject(raw.fields) ? raw.fields : {},
	};
}

/** The records of a list, create, update or delete answer and where the list goes on. null: it has not that form. */
export function parseRecords(
	body: unknown,
): { readonly records: readonly AirtableRecord[]; readonly offset: string | null } | null {
	if (!isObject(body) || !Array.isArray(body.records)) return null;
	const records = body.records.map(parseRecord);
	if (records.some((record) => record === null)) return null;
	return {
		records: records.filter((record) => record !== null),
		offset: typeof body.offset === 'string' ? body.offset : null,
	};
}
