import type { RawRecord } from '../Source';
import type { HubspotRecord } from './HubspotAnswer';

/**
 * A record as HubSpot sends it, flat: property values are text; null and the empty text both mean "not filled" in HubSpot and are
 * left out. `@company` holds the id of the company it belongs to when the answer carries associations.
 */
export function parseRecord(record: HubspotRecord): RawRecord {
	const fields: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(record.properties ?? {})) {
		if (value !== null && value !== '') fields[name] = value;
	}
	const associated = record.associations ?? {};
	const company = primaryOf(associated.companies?.results);
	if (company !== null) fields['@company'] = company;
	const deals = associated.deals?.results;
	if (deals !== undefined) fields['@deals'] = [...new Set(deals.map((deal) => String(deal.id)))];
	return {
		id: String(record.id),
		updatedAt: record.updatedAt ?? null,
		fields,
		...(record.archived === true ? { removed: true } : {}),
	};
}

/** HubSpot lists the primary company twice, as `contact_to_company` and `..._unlabeled`; others only as the latter. */
function primaryOf(
	results: ReadonlyArray<{ readonly id: string; readonly type?: string }> | undefined,
): string | null {
	const primary = results?.find((result) => !(result.type ?? '').endsWith('_unlabeled')) ?? results?.[0];
	return primary === undefined ? null : String(primary.id);
}
