import type { Cell } from './RawTable';

/** What one field did to a prediction, in log-odds: above 0 it raises the probability. */
export interface Contribution {
	readonly field: string;
	readonly value: Cell;
	readonly logOdds: number;
}

/** Why a row got its probability: `base` plus all contributions is `logOdds` within 1e-9, and sigmoid(logOdds) the probability. */
export interface Explanation {
	readonly logOdds: number;
	readonly base: number;
	/** One per field the model uses, largest first regardless of sign. */
	readonly contributions: readonly Contribution[];
}
