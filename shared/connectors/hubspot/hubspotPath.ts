/** The version of every path we call; HubSpot keeps a date version for 18 months. */
export const HUBSPOT_API_VERSION = '2026-09';

/**
 * Path of a CRM endpoint of the version in force, its parts percent-encoded.
 *
 * `hubspotPath('objects', 'companies', 'batch', 'update')` is `/crm/objects/2026-09/companies/batch/update`.
 */
export function hubspotPath(
	api: 'associations' | 'objects' | 'owners' | 'pipelines' | 'properties',
	...parts: readonly string[]
): string {
	return `/crm/${api}/${HUBSPOT_API_VERSION}${parts.map((part) => `/${encodeURIComponent(part)}`).join('')}`;
}
