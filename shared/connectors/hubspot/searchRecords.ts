import type { ReadRequest } from '../Source';
import type { Call } from '../Wire';
import { resultsOf, type HubspotRecord, type HubspotResults } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';

export interface SearchFilter {
	readonly propertyName: string;
	readonly operator: 'EQ' | 'GT' | 'GTE' | 'HAS_PROPERTY' | 'IN' | 'LT';
	readonly value?: string;
	readonly values?: readonly string[];
}

/** HubSpot's largest search page. */
export const SEARCH_PAGE = 200;

/**
 * One search page in the order of the record id, beginning after `afterId`. Each page is a query of its own (`hs_object_id` greater
 * than the last), so no query ever comes near HubSpot's end at 10,000 results, and a record that changes meanwhile shifts no page.
 */
export async function searchRecords(
	call: Call,
	type: string,
	filters: readonly SearchFilter[],
	properties: readonly string[],
	afterId: string | null,
): Promise<HubspotResults<HubspotRecord>> {
	const path = hubspotPath('objects', type, 'search');
	const keyset: readonly SearchFilter[] =
		afterId === null ? [] : [{ propertyName: 'hs_object_id', operator: 'GT', value: afterId }];
	const all = [...filters, ...keyset];
	const answer = await call({
		method: 'POST',
		path,
		body: {
			filterGroups: all.length === 0 ? [] : [{ filters: all }],
			sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
			properties,
			limit: SEARCH_PAGE,
		},
		idempotent: true,
		bucket: 'search',
	});
	return resultsOf<HubspotRecord>(answer, path);
}

/** Changed within the window, by the object's own modification property. HubSpot compares milliseconds since 1970. */
export function windowFilters(window: ReadRequest['window'], modified: string): readonly SearchFilter[] {
	if (window === null) return [];
	return [
		{ propertyName: modified, operator: 'GTE', value: String(Date.parse(window.from)) },
		{ propertyName: modified, operator: 'LT', value: String(Date.parse(window.to)) },
	];
}
