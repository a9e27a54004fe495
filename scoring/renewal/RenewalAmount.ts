import type { ContractLine } from './Contract';

/** What falls due with a contract. */
export interface RenewalAmount {
	/** Recurring revenue of a year in minor units of `currency`; may be 0 or negative; null: not known. */
	readonly arrMinor: number | null;
	readonly currency: string | null;
	/** Where it comes from: its lines, or the account's own figure where it has one contract and no line; null: nowhere. */
	readonly source: 'lines' | 'account' | null;
	/** Lines that end with the contract. */
	readonly lines: readonly ContractLine[];
	/** Lines in force that end on a day of their own, before or after the contract. */
	readonly apart: readonly ContractLine[];
	/** Co-termed lines without an amount, so that the sum is too low. */
	readonly withoutAmount: number;
	/** Currencies of lines that could not be converted; then there is no sum. */
	readonly notConverted: readonly string[];
}
