/** What kind of score alerts are about: which side is bad, and how messages speak of it. */
export interface AlertSubject {
	/** Of the rows of cs_scores, and in the rows of cs_alerts that are about it. */
	readonly score: 'health' | 'churn';
	/** low: less than a threshold is bad; high: the threshold itself and more is bad. */
	readonly bad: 'low' | 'high';
	/** Cause without the threshold: `health_below_`. */
	readonly causePrefix: string;
	/** Points by which the score must be on the good side of the threshold before an episode ends. */
	readonly margin: number;
	/** Stands before the keys of its messages, so that those of two subjects never mix. */
	readonly keyPrefix: string;
	readonly words: {
		/** "health", "churn probability" */
		readonly noun: string;
		/** "a health threshold" */
		readonly threshold: string;
		/** "fell", "rose" */
		readonly moved: string;
		/** "falls", "rises" */
		readonly moves: string;
		/** "below", "at or above" */
		readonly side: string;
		/** "back at or above", "back below" */
		readonly back: string;
		/** Behind a number: "", " %". */
		readonly unit: string;
	};
}
