import type { SourceReader } from '../Source';
import { LINK_COLUMNS, linkToAccount } from './linkToAccount';
import { personId } from './personId';

/** What people write for done and cancelled; everything else is open. */
const DONE = /^(done|complete|completed|closed|resolved|erledigt)$/i;
const CANCELLED = /^(cancelled|canceled|dropped|rejected|won't do)$/i;

function statusOf(written: unknown, closedAt: unknown): 'cancelled' | 'done' | 'open' {
	const word = typeof written === 'string' ? written.trim() : '';
	if (CANCELLED.test(word)) return 'cancelled';
	if (DONE.test(word) || written === true) return 'done';
	return word === '' && typeof closedAt === 'string' ? 'done' : 'open';
}

/** Table `Tasks`. A task closed without a time counts as closed when its record was last changed. */
export const taskReader: SourceReader = {
	fields: {
		account_id: 'Account ID',
		title: 'Title',
		text: 'Text',
		priority: 'Priority',
		status: 'Status',
		due_at: 'Due Date',
		owner_id: 'Owner',
		closed_at: 'Closed',
		outcome: 'Outcome',
		effect_key: 'Effect Key',
	},
	needed: LINK_COLUMNS,
	shape: (record, mapped) => {
		const link = linkToAccount(record, mapped);
		const status = statusOf(mapped.status, mapped.closed_at);
		const closedAt = status === 'open' ? null : (mapped.closed_at ?? record.updatedAt);
		const values = {
			...link.values,
			task_id: `airtable:${record.id}`,
			external_id: record.id,
			owner_id: personId(mapped.owner_id),
			status,
			closed_at: closedAt,
		};
		return [{ object: 'tasks', accountExternalId: link.accountExternalId, values, amounts: 'major' }];
	},
};
