import type { RawRecord } from '../Source';

/** A record as the REST API gives it: `attributes`, fields, related records nested. */
export type SalesforceRecord = Readonly<Record<string, unknown>>;

const OFFSET = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?)\+0000$/;

/** Salesforce writes UTC as `+0000`, which is not ISO 8601. */
function instant(value: unknown): unknown {
	return typeof value === 'string' ? value.replace(OFFSET, '$1Z') : value;
}

/** Names as they were asked for, by lower case: Salesforce takes `arr__c` and answers `ARR__c`. */
export type AskedNames = ReadonlyMap<string, string>;

/** The names of fields, for `flattenRecord`. @param renamed field as asked for -> field of the object */
export function askedNames(
	fields: readonly string[],
	renamed: Readonly<Record<string, string>> = {},
): AskedNames {
	return new Map(fields.map((field) => [(renamed[field] ?? field).toLowerCase(), field]));
}

function flatten(
	record: SalesforceRecord,
	prefix: string,
	asked: AskedNames,
	into: Record<string, unknown>,
): void {
	for (const [name, value] of Object.entries(record)) {
		if (name === 'attributes' || value === null || value === undefined) continue;
		const path = `${prefix}${name}`;
		if (typeof value === 'object' && !Array.isArray(value)) {
			flatten(value as SalesforceRecord, `${path}.`, asked, into);
		} else {
			into[asked.get(path.toLowerCase()) ?? path] = instant(value);
		}
	}
}

const NOTHING_ASKED: AskedNames = new Map();

/**
 * One record of a query, flat: `Owner: { Email }` becomes `Owner.Email`, empty fields are left out, instants end in Z, names are written
 * as they were asked for. A record that was merged names its winner in `mergedInto`.
 */
export function flattenRecord(record: SalesforceRecord, asked: AskedNames = NOTHING_ASKED): RawRecord {
	const fields: Record<string, unknown> = {};
	flatten(record, '', asked, fields);
	const { Id: id, IsDeleted: removed, MasterRecordId: winner, SystemModstamp: modstamp } = record;
	const changed = instant(modstamp);
	return {
		id: String(id),
		updatedAt: typeof changed === 'string' ? changed : null,
		fields,
		...(removed === true && { removed: true, mergedInto: typeof winner === 'string' ? winner : null }),
	};
}
