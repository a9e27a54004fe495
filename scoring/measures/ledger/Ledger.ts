import type { Issue } from '../../core/issue';

/** baseline: what it cost before; target: what was promised; direct, operational, strategic: value that came; cost: what was paid for it. */
export type LedgerKind =
	| 'baseline'
	| 'target'
	| 'direct'
	| 'operational'
	| 'strategic'
	| 'cost'
	| 'cost_of_inaction';

/** A row of cs_value_ledger as it was read. Amounts in whole minor units of `currency`; null: not given. */
export interface LedgerEntry {
	readonly entryId: string;
	readonly accountId: string | null;
	readonly kind: string | null;
	readonly period: string | null;
	readonly lowMinor: number | null;
	readonly baseMinor: number | null;
	readonly highMinor: number | null;
	readonly currency: string | null;
	readonly formula: string | null;
	readonly evidence: LedgerEvidence;
	/** UTC calendar day; null: the customer has not agreed to it. */
	readonly acknowledgedOn: string | null;
	readonly acknowledgedBy: string | null;
}

export interface LedgerEvidence {
	/** Where it can be looked up: a report, a ticket, a contact, a row. */
	readonly source: string | null;
	/** What the entry is about; entries of one outcome and kind must not cover the same days twice. */
	readonly outcome: string | null;
	/** What the formula calculates with, in major units (dollars, hours). */
	readonly inputs: Readonly<Record<string, unknown>>;
}

/** counted: evidenced, its period is over; expected: evidenced, its period is not over; excluded: not evidenced, in no total. */
export type EntryState = 'counted' | 'expected' | 'excluded';

export interface CheckedEntry {
	readonly entry: LedgerEntry;
	readonly state: EntryState;
	/** What the formula gives, whole minor units; null: there is no formula, or it cannot be worked out. */
	readonly computedMinor: number | null;
	/** Base amount: as given, else as computed. */
	readonly baseMinor: number | null;
	/** Why it is excluded, or what should be improved. */
	readonly issues: readonly Issue[];
}
