import type { Call } from '../Wire';
import { resultsOf } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';

export interface HubspotProperty {
	readonly name: string;
	readonly label: string;
	readonly type: string;
	readonly fieldType: string;
	readonly hasUniqueValue?: boolean;
	readonly calculated?: boolean;
	readonly archived?: boolean;
	readonly hidden?: boolean;
	readonly modificationMetadata?: { readonly readOnlyValue?: boolean };
	readonly options?: ReadonlyArray<{
		readonly label: string;
		readonly value: string;
		readonly hidden?: boolean;
	}>;
}

/** All properties of an object, page after page until HubSpot names no further one. */
export async function readProperties(call: Call, type: string): Promise<readonly HubspotProperty[]> {
	const path = hubspotPath('properties', type);
	const properties: HubspotProperty[] = [];
	let after: string | null = null;
	do {
		const answer = await call({
			method: 'GET',
			path,
			...(after === null ? {} : { query: { after } }),
			idempotent: true,
		});
		const page = resultsOf<HubspotProperty>(answer, path);
		properties.push(...page.results);
		after = page.after;
	} while (after !== null);
	return properties;
}
