import type { SourceReader } from '../Source';

/** People who look after accounts, out of the column `CSM` of the account table: Airtable's API has no list of users. */
export const peopleReader: SourceReader = {
	fields: { email: 'CSM' },
	needed: [],
	shape: (record) => {
		const { email, name } = record.fields;
		const values = {
			person_id: `airtable:${record.id}`,
			email: email ?? null,
			name: name ?? null,
			role: 'csm',
		};
		return [{ object: 'people', accountExternalId: null, values, amounts: 'major' }];
	},
};
