import type { SourceReader } from '../../Source';
import { ownerId, timeZone } from './propertyValues';

/** HubSpot's stages before and beside being a customer, which say nothing of the customer's own lifecycle. */
const NOT_OURS = new Set([
	'subscriber',
	'lead',
	'marketingqualifiedlead',
	'salesqualifiedlead',
	'opportunity',
	'customer',
	'evangelist',
	'other',
]);

/**
 * Companies -> accounts. `annualrevenue` is what the customer's whole company earns, not what it pays us, and is never read as ARR by
 * default: ARR is the property `arr` when the portal has one, or the one the user maps, or derived from won deals.
 */
export const accountsReader: SourceReader = {
	fields: {
		name: 'name',
		domain: 'domain',
		parent_id: 'hs_parent_company_id',
		industry: 'industry',
		company_size: 'numberofemployees',
		country: 'hs_country_code',
		time_zone: 'timezone',
		currency: '@currency',
		csm_id: 'hubspot_owner_id',
		lifecycle_stage: 'lifecyclestage',
		arr_minor: 'arr',
		started_on: 'closedate',
		renewal_on: 'renewal_date',
		created_at: 'createdate',
	},
	needed: ['hs_lastmodifieddate'],
	shape: (record, mapped) => {
		const lifecycle = String(mapped.lifecycle_stage ?? '').toLowerCase();
		return [
			{
				object: 'accounts',
				accountExternalId: null,
				amounts: 'major',
				values: {
					...mapped,
					parent_id: null,
					parent_external_id: mapped.parent_id ?? null,
					industry: readable(mapped.industry),
					time_zone: timeZone(mapped.time_zone),
					csm_id: ownerId(mapped.csm_id),
					ae_id: ownerId(mapped.ae_id),
					lifecycle_stage: NOT_OURS.has(lifecycle) ? null : (mapped.lifecycle_stage ?? null),
					arr_minor: mapped.arr_minor ?? record.fields['@arr'] ?? null,
					currency: mapped.currency ?? record.fields['@currency'] ?? null,
					renewal_on: mapped.renewal_on ?? record.fields['@renewal'] ?? null,
					source: 'hubspot',
					source_updated_at: record.updatedAt,
					deleted: record.removed === true,
				},
			},
		];
	},
};

/** `COMPUTER_SOFTWARE` is HubSpot's internal value of "computer software". */
function readable(value: unknown): unknown {
	return typeof value === 'string' && /^[A-Z_]+$/.test(value)
		? value.toLowerCase().replaceAll('_', ' ')
		: (value ?? null);
}
