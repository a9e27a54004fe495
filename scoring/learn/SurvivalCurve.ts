/** Share that is still there, by time since the start; a step at every time at which something happened. */
export interface SurvivalCurve {
	/** One row per time with at least one event, ascending. */
	readonly steps: readonly SurvivalStep[];
	readonly rows: number;
	readonly events: number;
	/** First time at which at most half are left (midpoint with the next event time where exactly half are); null: never observed. */
	readonly median: number | null;
	/** Limits of the median: where the limits of the curve cross one half. */
	readonly medianLow: number | null;
	readonly medianHigh: number | null;
	/** When each row came under watch and until when it was seen, each ascending: who is at risk at a time is those entered before less those that ended before. */
	readonly entries: Float64Array;
	readonly exits: Float64Array;
	/** Times at which nobody was watched, or after which all of those watched had ended: what lies behind tells nothing of the start. null: none. */
	readonly gap: { readonly from: number; readonly to: number } | null;
}

export interface SurvivalStep {
	readonly time: number;
	/** Rows seen to last at least until this time. */
	readonly atRisk: number;
	readonly events: number;
	/** 0 to 1. */
	readonly survival: number;
	/** Greenwood; null when nobody is left. */
	readonly standardError: number | null;
	/** Limits; null when nobody is left. */
	readonly low: number | null;
	readonly high: number | null;
}

/** A curve laid out so that what it says from any age on is found at once. By step: */
export interface IndexedCurve {
	readonly curve: SurvivalCurve;
	readonly times: Float64Array;
	/** Share left after the step of those there after the last gap before it (or at the start). */
	readonly shares: Float64Array;
	/** Greenwood's sum up to and with the step. */
	readonly variances: Float64Array;
	/** Area under `shares` up to the step, from the last gap before it (or the start). */
	readonly areas: Float64Array;
	/** Events up to and with the step. */
	readonly counts: Int32Array;
}

/** A share with its limits, 0 to 1. */
export interface SurvivalShare {
	readonly value: number;
	/** null: none can be told. */
	readonly low: number | null;
	readonly high: number | null;
}
