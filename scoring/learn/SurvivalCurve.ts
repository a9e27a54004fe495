/** Share that is still there, by time since the start; a step at every time at which something happened. */
export interface SurvivalCurve {
	/** One row per time with at least one event, ascending. */
	readonly steps: readonly SurvivalStep[];
	readonly rows: number;
	readonly events: number;
	/** First time at which at most half are left (midpoint with the next event time where exactly half are); null: never observed. */
	readonly median: number | null;
	/** 95 % limits of the median: where the limits of the curve cross one half. */
	readonly medianLow: number | null;
	readonly medianHigh: number | null;
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
	/** 95 % limits; null when nobody is left. */
	readonly low: number | null;
	readonly high: number | null;
}
