import type { RawRecord, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { readAssociations } from './associateCompanies';
import { deriveRevenue, type DealFacts } from './deriveRevenue';
import { resultsOf, type HubspotRecord } from './HubspotAnswer';
import { hubspotPath } from './hubspotPath';

const PROPERTIES = [
	'hs_arr',
	'hs_mrr',
	'amount',
	'closedate',
	'deal_currency_code',
	'hs_is_closed',
	'hs_is_closed_won',
	'pipeline',
];
const BATCH = 100;

/** Whether ARR or the renewal day shall be derived from deals: options `arr_from_deals` and `renewal_pipeline`. */
export function wantsRevenue(settings: SourceSettings): boolean {
	const { arr_from_deals: arr, renewal_pipeline: pipeline } = settings.options;
	return arr === 'recurring' || arr === 'amount' || (typeof pipeline === 'string' && pipeline !== '');
}

/** Companies with `@arr`, `@currency` and `@renewal` as their deals tell them; costs one call per 100 deals. */
export async function addRevenue(
	call: Call,
	settings: SourceSettings,
	records: readonly RawRecord[],
): Promise<readonly RawRecord[]> {
	const missing = records
		.filter((record) => record.fields['@deals'] === undefined)
		.map((record) => record.id);
	const searched = await readAssociations(call, 'companies', 'deals', missing);
	const idsOf = (record: RawRecord): readonly string[] =>
		(record.fields['@deals'] as readonly string[] | undefined) ?? searched.get(record.id) ?? [];
	const deals = await readDeals(call, [...new Set(records.flatMap(idsOf))]);
	return records.map((record) => {
		const own = idsOf(record)
			.map((id) => deals.get(id))
			.filter((deal): deal is DealFacts => deal !== undefined);
		return { ...record, fields: { ...record.fields, ...deriveRevenue(own, settings.options) } };
	});
}

async function readDeals(call: Call, ids: readonly string[]): Promise<ReadonlyMap<string, DealFacts>> {
	const path = hubspotPath('objects', 'deals', 'batch', 'read');
	const deals = new Map<string, DealFacts>();
	for (let start = 0; start < ids.length; start += BATCH) {
		const inputs = ids.slice(start, start + BATCH).map((id) => ({ id }));
		const answer = await call({
			method: 'POST',
			path,
			body: { inputs, properties: PROPERTIES },
			idempotent: true,
		});
		for (const deal of resultsOf<HubspotRecord>(answer, path).results) {
			deals.set(String(deal.id), deal.properties ?? {});
		}
	}
	return deals;
}
