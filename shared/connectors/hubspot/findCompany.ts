import { ConnectorFault } from '../ConnectorFault';
import type { RawRecord, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { resultsOf, type HubspotRecord } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';
import { parseRecord } from './parseRecord';
import { mergedInto } from './readRemoved';

const BATCH = 100;

/**
 * Companies by record id. A record that was merged away answers under its new id: it is given twice, under the id that is left and
 * under the one that was asked for (`removed`, with `mergedInto`). Ids that HubSpot does not know are not in the result.
 */
export async function readCompanies(
	call: Call,
	ids: readonly string[],
	properties: readonly string[],
	idProperty = '',
): Promise<readonly RawRecord[]> {
	const path = hubspotPath('objects', 'companies', 'batch', 'read');
	const found: RawRecord[] = [];
	for (let start = 0; start < ids.length; start += BATCH) {
		const asked = ids.slice(start, start + BATCH);
		const answer = await call({
			method: 'POST',
			path,
			body: {
				inputs: asked.map((id) => ({ id })),
				properties: [...new Set([...properties, 'hs_merged_object_ids'])],
				...(idProperty === '' ? {} : { idProperty }),
			},
			idempotent: true,
		});
		for (const record of resultsOf<HubspotRecord>(answer, path).results) {
			const parsed = parseRecord(record);
			found.push(parsed);
			if (idProperty !== '') continue;
			for (const merged of mergedInto(record)) {
				if (asked.includes(merged.id))
					found.push({ ...parsed, id: merged.id, removed: true, mergedInto: parsed.id });
			}
		}
	}
	return found;
}

/** The company of an account, with its owner. Throws `not-found` when HubSpot has none. */
export async function findCompany(
	call: Call,
	settings: SourceSettings,
	accountId: string,
	externalId: string | null,
): Promise<RawRecord> {
	const id = externalId ?? /^hubspot:(\d+)$/.exec(accountId)?.[1] ?? null;
	const byKey = id === null && settings.keyField !== '';
	const found =
		id !== null || byKey
			? await readCompanies(call, [id ?? accountId], ['hubspot_owner_id'], byKey ? settings.keyField : '')
			: [];
	const company = found.find((record) => record.removed !== true);
	if (company !== undefined) return company;
	throw new ConnectorFault({
		faultClass: 'not-found',
		code: 'hubspot-company-unknown',
		message: `HubSpot has no company for account ${accountId}.`,
		remedy:
			'Connect the accounts that Get Accounts read from HubSpot to the second input, or name the company property that holds the account id.',
		status: null,
	});
}
