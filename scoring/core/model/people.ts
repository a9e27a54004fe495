import type { ObjectModel } from '../CanonicalModel';

/** Our own people. */
export const PEOPLE: ObjectModel = {
	object: 'people',
	table: 'cs_people',
	key: ['person_id'],
	fields: [
		{ name: 'person_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'name', kind: 'text', sensitivity: 'restricted' },
		{ name: 'email', kind: 'email', sensitivity: 'restricted' },
		{ name: 'role', kind: 'text', sensitivity: 'internal' },
		{ name: 'chat_id', kind: 'id', sensitivity: 'confidential' },
		{ name: 'time_zone', kind: 'text', sensitivity: 'internal' },
		{ name: 'absent_from_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'absent_to_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'deputy_id', kind: 'id', sensitivity: 'internal' },
		{ name: 'skills', kind: 'text', sensitivity: 'internal' },
		{ name: 'quiet_hours', kind: 'text', sensitivity: 'internal' },
	],
};
