export type ContractStatus = 'draft' | 'active' | 'ended' | 'terminated';

/** A row of cs_contracts, checked. Days are YYYY-MM-DD; null is "not known". */
export interface Contract {
	readonly contractId: string;
	readonly accountId: string;
	/** The contract that this one renews. */
	readonly previousContractId: string | null;
	readonly signedOn: string | null;
	readonly startsOn: string | null;
	/** Last day of the first term, inclusive. */
	readonly endsOn: string | null;
	/** Whole months, from 1. */
	readonly termMonths: number | null;
	readonly autoRenew: boolean | null;
	/** Whole days before the end until which notice may be given. */
	readonly noticeDays: number | null;
	/** 0.05 is 5 % at each renewal. */
	readonly upliftRate: number | null;
	readonly status: ContractStatus | null;
}

/** A row of cs_contract_lines, checked. */
export interface ContractLine {
	readonly lineId: string;
	readonly contractId: string;
	readonly accountId: string | null;
	readonly productId: string | null;
	readonly quantity: number | null;
	/** Minor units of `currency`. */
	readonly unitPriceMinor: number | null;
	/** Recurring revenue of a year in minor units of `currency`; may be negative (a credit). */
	readonly arrMinor: number | null;
	readonly currency: string | null;
	readonly startsOn: string | null;
	/** Inclusive; null: ends with its contract. */
	readonly endsOn: string | null;
	readonly replacesLineId: string | null;
	readonly status: 'active' | 'ended' | 'superseded' | null;
}

/**
 * How a contract runs. `fixed` has an end; `month_to_month` renews every month; `evergreen` has no end and runs until notice;
 * `unknown` should have an end, which nobody entered.
 */
export type TermKind = 'fixed' | 'month_to_month' | 'evergreen' | 'unknown';

/** One term of a contract: the first one, or one that an automatic renewal began. */
export interface Term {
	readonly kind: TermKind;
	/** 0: as signed; 1 and more: so many automatic renewals later. */
	readonly number: number;
	readonly startsOn: string | null;
	/** Inclusive; null: evergreen, or unknown. */
	readonly endsOn: string | null;
	/** Length in whole months; null: not a whole number of months, or not known. */
	readonly months: number | null;
	/** true: nobody entered the end; it is the start and the length of the term. */
	readonly derived: boolean;
}
