import type { Scalar } from '../../../scoring/core/CanonicalModel';

/** One vendor record that is to be written, made from one or more score rows. */
export interface ScorePlan {
	/** Places of the rows in the input. */
	readonly indices: readonly number[];
	readonly accountId: string;
	readonly externalId: string | null;
	/** By result name (`score`, `band`, ...); values as the vendor gets them. */
	readonly results: Readonly<Record<string, Scalar>>;
	readonly writtenHash: string | null;
	/** Times it was sent and refused for the moment. */
	tries: number;
}

/** A row that cannot be sent, and why. */
export interface RefusedScore {
	readonly index: number;
	readonly row: Readonly<Record<string, unknown>>;
	readonly accountId: string;
	readonly code: string;
	readonly message: string;
	readonly remedy: string;
}

export interface PlannedScores {
	readonly plans: readonly ScorePlan[];
	/** Place of the row that was replaced -> place of the later row for the same record. */
	readonly duplicates: ReadonlyMap<number, { readonly by: number; readonly accountId: string }>;
	readonly refused: readonly RefusedScore[];
}
