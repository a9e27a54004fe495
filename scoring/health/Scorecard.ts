/** One point of a metric's rubric: at `value` the metric earns `points` (0 to 100). */
export interface Anchor {
	readonly value: number;
	readonly points: number;
}

/** One answer of a metric that is judged in words, such as "minor_issues". */
export interface Category {
	/** Stable id, lower case snake_case; compared case-insensitively, spaces and hyphens count as underscores. */
	readonly value: string;
	/** The rubric's own wording. */
	readonly label: string;
	/** 0 to 100. */
	readonly points: number;
}

/**
 * How a raw value becomes points. `anchors` are interpolated linearly and held flat outside, so there is no cliff;
 * they are sorted by value and strictly monotone in the declared direction.
 */
export type Rubric =
	| {
			readonly kind: 'anchors';
			readonly anchors: readonly Anchor[];
			/** Answers accepted instead of a number, where a rubric knows both ("qualitative" ROI). */
			readonly words?: readonly Category[];
	  }
	| { readonly kind: 'categories'; readonly categories: readonly Category[] };

/** What the raw value is compared with before the rubric is applied. */
export type Normalisation = 'none' | 'own_baseline' | 'segment_percentile';

export interface Metric {
	/** Stable id in snake_case, unique in the scorecard; also the default field name. */
	readonly id: string;
	readonly label: string;
	/** Relative importance inside its dimension, above 0. Only ratios matter. */
	readonly weight: number;
	/** Shown behind numbers: "%", "days", "points". Empty for categories. */
	readonly unit: string;
	readonly direction: 'higher_is_better' | 'lower_is_better';
	readonly rubric: Rubric;
	readonly normalisation: Normalisation;
	/** An observation older than this counts as not observed. null: never stale. */
	readonly staleAfterDays: number | null;
	/** The weight halves every so many days of age; what it loses counts as not observed. null: no decay. */
	readonly halfLifeDays: number | null;
	/** A fact of the past that nobody can change any more (time to value): never proposed as the next step. */
	readonly fixed?: boolean;
}

export interface Dimension {
	readonly id: string;
	readonly label: string;
	/** Relative importance, above 0. Only ratios matter; presets sum to 1. */
	readonly weight: number;
	readonly metrics: readonly Metric[];
}

/** A score range. `from` is inclusive and compared with the rounded score, so no decimal falls between two bands. */
export interface Band {
	readonly id: string;
	readonly label: string;
	/** Lowest rounded score of the band, a whole number 0 to 100. */
	readonly from: number;
	/** #RRGGBB */
	readonly colour: string;
	readonly colourName: string;
	readonly status: string;
	readonly action: string;
}

/** "If `field` is above/below `threshold`, the score is at most `cap`". A missing field never triggers a cap. */
export interface Cap {
	readonly id: string;
	readonly label: string;
	readonly field: string;
	readonly operator: 'above' | 'at_least' | 'below' | 'at_most' | 'equals';
	readonly threshold: number | string;
	/** Highest score the account may then have, 0 to 100. */
	readonly cap: number;
}

/** Accounts younger than `untilDays` since their start are scored with another scorecard. */
export interface LifecycleRule {
	readonly untilDays: number;
	readonly scorecardId: string;
}

/** A health model as data. Everything that decides a score is in here, so its hash identifies the model. */
export interface Scorecard {
	readonly id: string;
	readonly name: string;
	readonly dimensions: readonly Dimension[];
	/** Best band first; the last one starts at 0. */
	readonly bands: readonly Band[];
	/** Share of total weight that must be observed, 0 to 1; below it the result is "insufficient data". */
	readonly minCoverage: number;
	readonly caps: readonly Cap[];
	readonly lifecycle: readonly LifecycleRule[];
}
