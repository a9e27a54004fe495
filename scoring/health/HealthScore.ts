/** What was observed of one metric. A bare number or string means "observed on the day of the score". */
export interface Observation {
	/** Raw value in the metric's unit; null is "not observed", never 0. */
	readonly value: number | string | null;
	/** UTC calendar day YYYY-MM-DD of the observation; null: as of the score. */
	readonly observedOn: string | null;
	/** The account's own usual value, for `own_baseline`; null: unknown. */
	readonly baseline?: number | null;
	/** Peers' values, sorted ascending, for `segment_percentile`; undefined: unknown. */
	readonly peers?: readonly number[];
	/** What the number was made of, for people: "17 of 20 licensed users". */
	readonly note?: string;
}

/** A score set by hand. */
export interface Override {
	/** 0 to 100 */
	readonly value: number;
	/** Mandatory, not blank. */
	readonly reason: string;
	readonly by: string | null;
	/** Last UTC day on which it counts, YYYY-MM-DD, mandatory. */
	readonly expiresOn: string;
}

export interface HealthInput {
	readonly accountId: string;
	/** UTC calendar day of the score, YYYY-MM-DD. */
	readonly asOfOn: string;
	/** By metric id, dimension id (a ready-made dimension score 0 to 100 replaces its metrics) or cap field. */
	readonly observations: Readonly<Record<string, Observation | number | string | null>>;
	/** UTC day the customer started, for lifecycle rules; null: unknown, the main scorecard is used. */
	readonly startedOn?: string | null;
	readonly override?: Override | null;
}

export type Confidence = 'high' | 'medium' | 'low';

/** A term of the score. All terms add up to the unrounded score; there is no residual. */
export interface Contribution {
	/** `metric`: weighted points. `dimension`: a ready-made dimension score. `cap`, `override`: the correction they made. */
	readonly kind: 'metric' | 'dimension' | 'cap' | 'override';
	/** Metric, dimension or cap id, or "override". */
	readonly id: string;
	readonly dimensionId: string | null;
	readonly label: string;
	/** Raw value as observed. */
	readonly value: number | string | null;
	/** 0 to 100; null for cap and override. */
	readonly points: number | null;
	/** Effective share of the score, 0 to 1, after re-weighting; null for cap and override. */
	readonly weight: number | null;
	/** Points this term adds to the score (negative for a cap). */
	readonly contribution: number;
	/** Points lost against the best possible: weight x (100 - points), or what a cap or override took away; at least 0. */
	readonly lost: number;
	/** "Active users 31 %: costs 12.4 points" */
	readonly words: string;
}

export interface MetricScore {
	readonly id: string;
	readonly label: string;
	readonly value: number | string | null;
	readonly points: number | null;
	/** Band id of the metric by its own points; null when not observed. */
	readonly band: string | null;
	/** Nominal share of the whole score, 0 to 1, before re-weighting. */
	readonly nominalWeight: number;
	readonly observedOn: string | null;
	/** Why it does not count, or null: "missing", "stale", "invalid". */
	readonly absent: 'missing' | 'stale' | 'invalid' | null;
}

export interface DimensionScore {
	readonly id: string;
	readonly label: string;
	/** Unrounded 0 to 100; null when nothing of it was observed. */
	readonly value: number | null;
	readonly band: string | null;
	readonly status: string | null;
	readonly nominalWeight: number;
	/** 0 to 1 */
	readonly coverage: number;
	readonly metrics: readonly MetricScore[];
}

/** The smallest single change that reaches the next better band. */
export interface NextBand {
	readonly band: string;
	/** Points of score that are missing to it. */
	readonly gap: number;
	/** The metric that needs the smallest share of its own range, or null when no single one suffices. */
	readonly metricId: string | null;
	readonly label: string | null;
	readonly from: number | string | null;
	/** Raw value (or category) it must reach. */
	readonly to: number | string | null;
	readonly words: string;
}

export interface ActionItem {
	readonly priority: 'high' | 'medium' | 'low';
	readonly type: 'Risk' | 'Engagement' | 'Education' | 'Expansion' | 'Data';
	readonly title: string;
	readonly description: string;
	/** Role, routed to a person by the caller. */
	readonly owner:
		| 'Customer Success Manager'
		| 'Account Executive'
		| 'Solutions Engineer'
		| 'Executive Sponsor'
		| 'Customer Success Operations';
	/** UTC day YYYY-MM-DD */
	readonly dueOn: string;
	readonly status: 'Pending' | 'Scheduled' | 'In Progress';
}

export interface HealthScore {
	readonly accountId: string;
	readonly asOfOn: string;
	/** "insufficient": coverage is under the scorecard's minimum; value and band are then null. */
	readonly status: 'scored' | 'insufficient';
	/** Unrounded, 0 to 100, after caps and override. */
	readonly value: number | null;
	/** Half-up to a whole number; decides band and alerts. */
	readonly rounded: number | null;
	readonly band: string | null;
	/** The score the missing (or stale, or decayed) data would allow, 0 to 100. */
	readonly low: number;
	readonly high: number;
	/** Share of total weight that was observed, 0 to 1. */
	readonly coverage: number;
	/** high: missing data cannot change the band; medium: by one band; low: by more, or insufficient. */
	readonly confidence: Confidence;
	/** Which scorecard was used (lifecycle rules may have chosen another). */
	readonly scorecardId: string;
	readonly dimensions: readonly DimensionScore[];
	readonly contributions: readonly Contribution[];
	/** Labels of what was not observed, heaviest first. */
	readonly missing: readonly string[];
	readonly nextBand: NextBand | null;
	readonly actions: readonly ActionItem[];
	/** One sentence for a person. */
	readonly reason: string;
}
