import type { ObjectModel } from '../CanonicalModel';

/** People at the customer. */
export const CONTACTS: ObjectModel = {
	object: 'contacts',
	table: 'cs_contacts',
	key: ['contact_id'],
	fields: [
		{ name: 'contact_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'name', kind: 'text', sensitivity: 'restricted' },
		{ name: 'email', kind: 'email', sensitivity: 'restricted' },
		{ name: 'title', kind: 'text', sensitivity: 'confidential' },
		{ name: 'role', kind: 'text', sensitivity: 'confidential' },
		{ name: 'language', kind: 'text', sensitivity: 'internal' },
		{ name: 'time_zone', kind: 'text', sensitivity: 'internal' },
		{ name: 'opted_out_at', kind: 'instant', sensitivity: 'restricted' },
		{ name: 'last_contact_at', kind: 'instant', sensitivity: 'confidential' },
		{ name: 'left_on', kind: 'day', sensitivity: 'confidential' },
	],
};
