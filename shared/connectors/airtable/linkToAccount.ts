import type { RawRecord } from '../Source';

export interface AccountLink {
	/** Record id of the account, from a link column; null: only a text is known. */
	readonly accountExternalId: string | null;
	/** The mapped values, with `account_id` only where no link decides. */
	readonly values: Readonly<Record<string, unknown>>;
}

/** Columns that may link a row of ours to its account, beside the mapped `account_id`. */
export const LINK_COLUMNS: readonly string[] = ['Account'];

const recordId = (value: unknown): string | null => {
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' && /^rec[A-Za-z0-9]{14}$/.test(first) ? first : null;
};

/**
 * Which account a row belongs to. A link (a list of record ids, in the mapped column or in `Account`) goes before the text `Account ID`; of
 * several links the first counts. `airtable:rec...` in the text is a record id too.
 */
export function linkToAccount(record: RawRecord, mapped: Readonly<Record<string, unknown>>): AccountLink {
	const { account_id: written, ...values } = mapped;
	const own = typeof written === 'string' ? written.replace(/^airtable:/, '') : written;
	const linked = LINK_COLUMNS.map((column) => recordId(record.fields[column])).find((id) => id !== null);
	const external = recordId(own) ?? linked ?? null;
	if (external !== null) return { accountExternalId: external, values };
	const isText = typeof written === 'string' || typeof written === 'number';
	return {
		accountExternalId: null,
		values: isText ? { ...values, account_id: String(written).trim() } : values,
	};
}
