import type { Table } from './Table';

/** People at the customer. */
export const contacts: Table = {
	name: 'cs_contacts',
	key: ['contact_id'],
	writer: 'sync stage (demo: the portfolio loader)',
	readers: ['health'],
	retention: { column: 'left_on', days: 2557, rule: '7 years after the person left' },
	columns: [
		{ name: 'contact_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'account_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'name', type: 'string', classification: 'restricted', note: 'personal data' },
		{ name: 'email', type: 'string', classification: 'restricted', note: 'personal data' },
		{ name: 'title', type: 'string', classification: 'confidential', note: '' },
		{ name: 'role', type: 'string', classification: 'confidential', note: 'champion, sponsor, user, ...' },
		{ name: 'language', type: 'string', classification: 'internal', note: 'BCP 47' },
		{ name: 'time_zone', type: 'string', classification: 'internal', note: 'IANA name' },
		{ name: 'opted_out_at', type: 'date', classification: 'restricted', note: 'no message after this' },
		{ name: 'last_contact_at', type: 'date', classification: 'confidential', note: '' },
		{
			name: 'left_on',
			type: 'string',
			classification: 'confidential',
			note: 'day the person left the customer',
		},
	],
};
