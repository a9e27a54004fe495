import type { LinearModel } from './LinearModel';

/** How long each row lasted, or was seen. */
export interface Durations {
	/** Age at the end, in any unit, above 0. */
	readonly ages: Float64Array;
	/** 1: it ended then (churned); 0: it was still there when last seen. */
	readonly happened: Uint8Array;
	/** Age at which the contract of the row comes up for renewal; NaN: none. Absent: renewals are not modelled. */
	readonly renewalAges?: Float64Array;
	/** Age since which the row was watched (delayed entry); 0: from its start. Absent: all were. */
	readonly entryAges?: Float64Array;
}

/** Discrete-time hazard: the chance to end in an interval of age, given that it was reached. */
export interface HazardModel {
	/** Interval j runs from above `cuts[j]` to `cuts[j + 1]`; the first cut is 0. */
	readonly cuts: readonly number[];
	/** Features of the matrix; behind them stand the intervals but the first, then "the renewal falls into this interval". */
	readonly width: number;
	readonly renewals: boolean;
	readonly linear: LinearModel;
}

/** Survival of each row at the cuts but the first: `survival[row * (cuts.length - 1) + interval]`, 0 to 1, falling. */
export interface HazardCurves {
	readonly cuts: readonly number[];
	readonly rows: number;
	readonly survival: Float64Array;
}
