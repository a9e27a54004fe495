import type { SourceReader } from '../Source';
import { LINK_COLUMNS, linkToAccount } from './linkToAccount';

/** Table `Contacts`. */
export const contactReader: SourceReader = {
	fields: {
		account_id: 'Account ID',
		name: 'Name',
		email: 'Email',
		title: 'Title',
		role: 'Role',
		last_contact_at: 'Last Contact',
		opted_out_at: 'Opted Out',
	},
	needed: LINK_COLUMNS,
	shape: (record, mapped) => {
		const link = linkToAccount(record, mapped);
		return [
			{
				object: 'contacts',
				accountExternalId: link.accountExternalId,
				values: { ...link.values, contact_id: `airtable:${record.id}` },
				amounts: 'major',
			},
		];
	},
};
