/** A fault in data or configuration, as a value: what happened, where, and what to do about it. */
export interface Issue {
	/** Stable kebab-case id; tests and programs compare this, never the sentence. */
	readonly code: string;
	/** Where the fault sits: `dimensions[2].weight`, `usage.activeUsers`. */
	readonly path: string;
	/** One sentence with the offending value and what was expected. */
	readonly message: string;
	/** What a person can do about it. */
	readonly remedy: string;
	/** `error` makes the result unusable, `warning` does not. */
	readonly severity: 'error' | 'warning';
}

/** A result or the reasons why there is none. Scoring never throws for bad data. */
export type Outcome<Value> =
	| { readonly ok: true; readonly value: Value; readonly warnings: readonly Issue[] }
	| { readonly ok: false; readonly issues: readonly Issue[] };
