/** How likely an account buys more; see `scoreExpansion`. */
export interface ExpansionScore {
	/** 0 to 100, not rounded. */
	readonly value: number;
	readonly band: 'high' | 'medium' | 'low';
	/** 0 to 100; null: not known. */
	readonly low: number | null;
	readonly high: number | null;
	/** Share of readiness that was observed, 0 to 1. */
	readonly coverage: number;
	readonly confidence: 'high' | 'medium' | 'low';
	/** null: there is nothing to compare with. */
	readonly trend: 'improving' | 'stable' | 'declining' | null;
	/** Points since the run before; null: none. */
	readonly delta: number | null;
	/** Sentences: which opportunity, how likely, its strongest signals, what blocks it. */
	readonly reason: string;
	readonly basis: 'base_rate' | 'model' | 'seller';
	/** The likeliest opportunity. */
	readonly opportunityId: string;
	readonly blocked: boolean;
}
