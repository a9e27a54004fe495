import type { AccountRecords, Row } from '../measures/Records';

/** Rows of our tables that tell about renewals, sorted. */
export interface RenewalRecords {
	/** Rows of cs_accounts by account id. */
	readonly accounts: ReadonlyMap<string, Row>;
	/** Rows about one account by account id: contacts, opportunities, invoices, answers and so on. */
	readonly byAccount: ReadonlyMap<string, AccountRecords>;
	readonly lines: readonly Row[];
	readonly prices: readonly Row[];
	readonly rates: readonly Row[];
	readonly outcomes: readonly Row[];
	/** Rows of cs_value_ledger by account id. */
	readonly ledger: ReadonlyMap<string, readonly Row[]>;
	/** Rows of no table that this reads. */
	readonly unknown: number;
}
