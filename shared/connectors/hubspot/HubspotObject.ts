import type { SourceObject } from '../Source';

/**
 * Where an object of ours lives in HubSpot. Source of the scopes: *Scope requirements* in HubSpot's own API guides (2026-03), which let those of contacts
 * stand for activities, so for meetings and tasks.
 */
export interface HubspotObject {
	/** Name in paths. */
	readonly type: 'companies' | 'contacts' | 'deals' | 'meetings' | 'owners' | 'tasks' | 'tickets';
	/** Property that holds the time of the last change; only contacts call it otherwise. */
	readonly modified: string;
	readonly readScope: string;
	readonly writeScope: string;
	/** As its user calls it. */
	readonly plural: string;
}

export type HubspotObjectName = Exclude<SourceObject, 'invoices' | 'subscriptions' | 'usage'>;

const MODIFIED = 'hs_lastmodifieddate';

export const HUBSPOT_OBJECTS: Readonly<Record<HubspotObjectName, HubspotObject>> = {
	accounts: {
		type: 'companies',
		modified: MODIFIED,
		readScope: 'crm.objects.companies.read',
		writeScope: 'crm.objects.companies.write',
		plural: 'companies',
	},
	contacts: {
		type: 'contacts',
		modified: 'lastmodifieddate',
		readScope: 'crm.objects.contacts.read',
		writeScope: 'crm.objects.contacts.write',
		plural: 'contacts',
	},
	deals: {
		type: 'deals',
		modified: MODIFIED,
		readScope: 'crm.objects.deals.read',
		writeScope: 'crm.objects.deals.write',
		plural: 'deals',
	},
	interactions: {
		type: 'meetings',
		modified: MODIFIED,
		readScope: 'crm.objects.contacts.read',
		writeScope: 'crm.objects.contacts.write',
		plural: 'meetings',
	},
	people: {
		type: 'owners',
		modified: '',
		readScope: 'crm.objects.owners.read',
		writeScope: '',
		plural: 'owners',
	},
	tasks: {
		type: 'tasks',
		modified: MODIFIED,
		readScope: 'crm.objects.contacts.read',
		writeScope: 'crm.objects.contacts.write',
		plural: 'tasks',
	},
	tickets: {
		type: 'tickets',
		modified: MODIFIED,
		readScope: 'tickets',
		writeScope: 'tickets',
		plural: 'tickets',
	},
};
