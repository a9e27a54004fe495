import type { SourceReader } from '../../Source';

/** Owners: the portal's users to whom records belong. HubSpot does not say what their job is. */
export const peopleReader: SourceReader = {
	fields: { name: 'name', email: 'email' },
	needed: [],
	shape: (record, mapped) => [
		{
			object: 'people',
			accountExternalId: null,
			amounts: 'major',
			values: { ...mapped, person_id: `hubspot:${record.id}` },
		},
	],
};
