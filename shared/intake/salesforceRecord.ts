import { flattenRecord } from '../connectors/salesforce/flattenRecord';
import type { RawRecord } from '../connectors/Source';
import type { Json } from './ItemPreset';

/** An item of n8n's Salesforce node, or of a query, as a record; `Owner: { Email }` becomes `Owner.Email`. null without an Id. */
export function salesforceRecord(item: Json): RawRecord | null {
	const id = item.Id ?? item.id;
	if (typeof id !== 'string' || id === '') return null;
	return flattenRecord({ ...item, Id: id } as Parameters<typeof flattenRecord>[0]);
}
