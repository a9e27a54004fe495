import type { RawRecord } from '../Source';
import type { Call } from '../Wire';
import { resultsOf } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';

interface Association {
	readonly from: { readonly id: string };
	readonly to: ReadonlyArray<{
		readonly toObjectId: number | string;
		readonly associationTypes?: ReadonlyArray<{ readonly label: string | null }>;
	}>;
}

/** HubSpot reads the associations of this many records in one call. */
const BATCH = 1000;

/**
 * Ids of the records of `to` that belong to each record of `from`, the primary one first. HubSpot answers 207 when some have none;
 * those are simply not in the map.
 */
export async function readAssociations(
	call: Call,
	from: string,
	to: string,
	ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const path = hubspotPath('associations', from, to, 'batch', 'read');
	const found = new Map<string, string[]>();
	for (let start = 0; start < ids.length; start += BATCH) {
		const inputs = ids.slice(start, start + BATCH).map((id) => ({ id }));
		const answer = await call({ method: 'POST', path, body: { inputs }, idempotent: true });
		for (const { from: source, to: targets } of resultsOf<Association>(answer, path).results) {
			const primaryFirst = [...targets].sort((a, b) => Number(isPrimary(b)) - Number(isPrimary(a)));
			const known = found.get(String(source.id)) ?? [];
			known.push(...primaryFirst.map((target) => String(target.toObjectId)));
			found.set(String(source.id), [...new Set(known)]);
		}
	}
	return found;
}

function isPrimary(target: Association['to'][number]): boolean {
	return (target.associationTypes ?? []).some((type) => type.label === 'Primary');
}

/** The records with `@company` filled, for answers of the search, which knows no associations. */
export async function associateCompanies(
	call: Call,
	type: string,
	records: readonly RawRecord[],
): Promise<readonly RawRecord[]> {
	if (records.length === 0) return records;
	const companies = await readAssociations(
		call,
		type,
		'companies',
		records.map((record) => record.id),
	);
	return records.map((record) => {
		const company = companies.get(record.id)?.[0];
		return company === undefined ? record : { ...record, fields: { ...record.fields, '@company': company } };
	});
}
