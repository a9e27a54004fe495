import type { Issue } from '../core/issue';
import type { RawTable } from './RawTable';

/** What a model is trained on. */
export interface TrainingTable {
	/** Only the columns that may be features, and the as-of column where dates become ages. */
	readonly table: RawTable;
	/** 1 happened, 0 did not; rows without a label were left out. */
	readonly labels: Uint8Array;
	/** Rows of one group (account) stay in one fold; null: every row stands for itself. */
	readonly groups: Int32Array | null;
	/** Order of the rows in time (snapshot number, day number); null: not known. */
	readonly times: Float64Array | null;
	/** Column of `table` with the row's as-of day; null: none. */
	readonly asOf: string | null;
	/** What was noticed while reading: rows left out, duplicates, leaks. */
	readonly notes: readonly Issue[];
}
