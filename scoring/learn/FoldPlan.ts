import type { RowIndex } from './Matrix';

/** Rows a learner is trained on and rows it then judges without having seen them. */
export interface Split {
	readonly train: RowIndex;
	readonly valid: RowIndex;
}

/** How a learner is judged on rows it has not seen. */
export interface FoldPlan {
	readonly splits: readonly Split[];
	/** All rows that one of the splits judges, ascending: every row, or a fifth where rows are many. */
	readonly judged: RowIndex;
	/** Whether several rows belong to one account. */
	readonly isGrouped: boolean;
}

/** A learner trained on all rows, and what its like, trained without them, said of the judged rows. */
export interface Fitted<Part> {
	readonly part: Part;
	/** Log-odds by row of the matrix; NaN where a row was not judged. */
	readonly outOfFold: Float64Array;
}
