import type { SourceReader } from '../Source';
import { LINK_COLUMNS, linkToAccount } from './linkToAccount';

/** The line's status that goes with the contract's; a draft has no line in force. */
const LINE_STATUS: Readonly<Record<string, string>> = {
	active: 'active',
	ended: 'ended',
	terminated: 'ended',
};

/** Table `Subscriptions`: each row is a contract with one line. */
export const subscriptionReader: SourceReader = {
	fields: {
		account_id: 'Account ID',
		product_id: 'Plan',
		status: 'Status',
		quantity: 'Quantity',
		unit_price_minor: 'Unit Price',
		arr_minor: 'ARR',
		currency: 'Currency',
		starts_on: 'Start Date',
		ends_on: 'End Date',
		auto_renew: 'Auto Renew',
		notice_days: 'Notice Days',
	},
	needed: LINK_COLUMNS,
	shape: (record, mapped, settings) => {
		const link = linkToAccount(record, mapped);
		const contractId = `airtable:${record.id}`;
		const { status, starts_on, ends_on, auto_renew, notice_days } = mapped;
		const { product_id, quantity, unit_price_minor, arr_minor } = mapped;
		const { account_id } = link.values;
		const both = { account_id, contract_id: contractId, starts_on, ends_on };
		const lineStatus = typeof status === 'string' ? LINE_STATUS[status.trim().toLowerCase()] : undefined;
		const line = {
			...both,
			line_id: `${contractId}:1`,
			product_id,
			quantity,
			unit_price_minor,
			arr_minor,
			currency: mapped.currency ?? settings.currency,
			status: lineStatus ?? null,
		};
		const rest = { accountExternalId: link.accountExternalId, amounts: 'major' as const };
		return [
			{ object: 'contracts', ...rest, values: { ...both, status, auto_renew, notice_days } },
			{ object: 'contractLines', ...rest, values: line },
		];
	},
};
