import type { Issue } from '../core/issue';

/** What was known of an account at the end of a day, and whether it churned in the horizon after it. Flat; facts and static columns beside. */
export interface SnapshotRow {
	readonly account_id: string;
	/** YYYY-MM-DD */
	readonly as_of_on: string;
	/** 1: churned (or expanded, where that is learned) after as-of + gap, up to as-of + gap + horizon. */
	readonly label: 0 | 1;
	/** 0 to 100 by the transparent rule from the same facts; null: too little known. Never a feature. */
	readonly rule_risk: number | null;
	/** As of the day, minor units. Never a feature: amounts of several currencies do not compare. */
	readonly arr_minor: number | null;
	readonly currency: string | null;
	readonly [fact: string]: string | number | null;
}

/** Why an account has no row for a day. */
export type SkipReason =
	| 'not-started'
	| 'already-churned'
	| 'churn-already-known'
	| 'churned-in-gap'
	| 'horizon-unfinished'
	| 'nothing-known'
	| 'gone-without-outcome'
	| 'expansion-already-known';

export interface SnapshotSet {
	/** By account in the order given, then by day, oldest first. */
	readonly rows: readonly SnapshotRow[];
	/** Pairs of account and day without a row. */
	readonly skipped: Readonly<Record<SkipReason, number>>;
	readonly events: number;
	/** Days that have rows, oldest first. */
	readonly days: readonly string[];
	readonly notes: readonly Issue[];
}

/** Columns of a snapshot row that are no features: ids, day, label, the rule's own score (a derived judge) and money. */
export const NON_FEATURES = [
	'account_id',
	'as_of_on',
	'label',
	'expanded',
	'rule_risk',
	'arr_minor',
	'currency',
] as const;

export const NONE_SKIPPED: Readonly<Record<SkipReason, number>> = {
	'not-started': 0,
	'already-churned': 0,
	'churn-already-known': 0,
	'churned-in-gap': 0,
	'horizon-unfinished': 0,
	'nothing-known': 0,
	'gone-without-outcome': 0,
	'expansion-already-known': 0,
};
