import type { SourceReader } from '../Source';
import { LINK_COLUMNS, linkToAccount } from './linkToAccount';
import { personId } from './personId';

/** Whether a stage means open, won or lost: `closed_won`, `Won`, `Closed lost`. A deal without a stage is open. */
function statusOf(stage: unknown): 'lost' | 'open' | 'won' {
	const words = typeof stage === 'string' ? stage.toLowerCase() : '';
	if (/\bwon\b|_won/.test(words)) return 'won';
	return /\blost\b|_lost/.test(words) ? 'lost' : 'open';
}

/** Table `Deals`; the deals that we made carry their effect key. */
export const dealReader: SourceReader = {
	fields: {
		account_id: 'Account ID',
		kind: 'Type',
		stage: 'Stage',
		amount_minor: 'Amount',
		currency: 'Currency',
		close_on: 'Close Date',
		owner_id: 'Owner',
		effect_key: 'Effect Key',
	},
	needed: LINK_COLUMNS,
	shape: (record, mapped, settings) => {
		const link = linkToAccount(record, mapped);
		const values = {
			...link.values,
			opportunity_id: `airtable:${record.id}`,
			external_id: record.id,
			owner_id: personId(mapped.owner_id),
			currency: mapped.currency ?? settings.currency,
			status: statusOf(mapped.stage),
			source: 'airtable',
		};
		return [{ object: 'opportunities', accountExternalId: link.accountExternalId, values, amounts: 'major' }];
	},
};
