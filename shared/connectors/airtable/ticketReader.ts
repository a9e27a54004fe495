import type { SourceReader } from '../Source';
import { LINK_COLUMNS, linkToAccount } from './linkToAccount';

/** Table `Tickets`. */
export const ticketReader: SourceReader = {
	fields: {
		account_id: 'Account ID',
		status: 'Status',
		priority: 'Priority',
		category: 'Category',
		opened_at: 'Opened',
		first_response_at: 'First Response',
		resolved_at: 'Resolved',
		csat: 'CSAT',
		escalated: 'Escalated',
	},
	needed: LINK_COLUMNS,
	shape: (record, mapped) => {
		const link = linkToAccount(record, mapped);
		return [
			{
				object: 'tickets',
				accountExternalId: link.accountExternalId,
				values: { ...link.values, ticket_id: `airtable:${record.id}` },
				amounts: 'major',
			},
		];
	},
};
