import type { AccountRecords, Row } from '../measures/Records';

export interface SnapshotPortfolio {
	/** Rows of cs_accounts. */
	readonly accounts: readonly Row[];
	/** By account id. */
	readonly records: ReadonlyMap<string, AccountRecords>;
	/** Rows of cs_outcomes. */
	readonly outcomes: readonly Row[];
}

export interface SnapshotOptions {
	/** YYYY-MM-DD: the newest day there could be a snapshot of, and until when outcomes are known. */
	readonly asOfOn: string;
	/** What makes the label 1; default `churned`. */
	readonly event?: 'churned' | 'expanded';
	/** Days in which it makes the label 1; default 90. */
	readonly horizonDays?: number;
	/** Days left out between the as-of day and the horizon; default 0. */
	readonly gapDays?: number;
	/** Days from one snapshot to the next; default 30. */
	readonly stepDays?: number;
	/** Columns of cs_accounts that do not change, or whose value of today may stand for the past; default none. */
	readonly staticColumns?: readonly string[];
}
