/** What a score was made of before the outcome, and the outcome. */
export interface WeightRow {
	/** Points 0 to 100, high is healthy; null is not observed. */
	readonly components: Readonly<Record<string, number | null>>;
	readonly churned: boolean;
}

export interface SuggestedWeight {
	readonly component: string;
	/** Percent; the current ones as given, scaled to 100. */
	readonly current: number;
	/** Whole percent; all of them sum to 100. */
	readonly suggested: number;
	/** Share of rows in which it was observed, 0 to 1. */
	readonly coverage: number;
}

/** Whether other weights would have told churn better, measured on accounts that had no part in choosing them. */
export interface WeightAdvice {
	readonly status: 'not-enough-outcomes' | 'no-change' | 'change';
	readonly rows: number;
	readonly churned: number;
	/** AUC of the present weights; null when it can't be measured. */
	readonly currentAuc: number | null;
	/** Expected AUC of the suggested weights: the current one plus the cross-validated gain. */
	readonly expectedAuc: number | null;
	readonly gain: number | null;
	/** Standard error of the gain. */
	readonly standardError: number | null;
	/** null: nothing to suggest. */
	readonly weights: readonly SuggestedWeight[] | null;
	/** One or two sentences for people. */
	readonly text: string;
}
