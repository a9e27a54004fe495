import type { Table } from './Table';

/** Our own people: who gets what, who stands in. */
export const people: Table = {
	name: 'cs_people',
	key: ['person_id'],
	writer: 'people',
	readers: ['alert', 'run-watch'],
	retention: null,
	columns: [
		{ name: 'person_id', type: 'string', classification: 'internal', note: '' },
		{ name: 'name', type: 'string', classification: 'restricted', note: 'personal data' },
		{ name: 'email', type: 'string', classification: 'restricted', note: 'personal data' },
		{
			name: 'role',
			type: 'string',
			classification: 'internal',
			note: 'csm, ae, executive, ops; several are comma-joined',
		},
		{ name: 'chat_id', type: 'string', classification: 'confidential', note: '' },
		{ name: 'time_zone', type: 'string', classification: 'internal', note: 'IANA name' },
		{ name: 'absent_from_on', type: 'string', classification: 'confidential', note: 'first day of absence' },
		{
			name: 'absent_to_on',
			type: 'string',
			classification: 'confidential',
			note: 'last day of absence, inclusive',
		},
		{ name: 'deputy_id', type: 'string', classification: 'internal', note: 'person_id' },
		{ name: 'skills', type: 'string', classification: 'internal', note: 'comma-joined' },
		{
			name: 'quiet_hours',
			type: 'string',
			classification: 'internal',
			note: "e.g. 22:00-07:00 in the person's own time zone",
		},
	],
};
