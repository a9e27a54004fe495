/** A matrix as trees read it: every value is the number of the interval it lies in. */
export interface BinnedMatrix {
	readonly rows: number;
	readonly width: number;
	/** Ascending split points by feature, at most 253: a value up to `edges[k]` and above `edges[k - 1]` has bin k. */
	readonly edges: readonly Float64Array[];
	/** Bins by feature, then by row; missing is `edges.length + 1`. */
	readonly columns: readonly Uint8Array[];
	/** 1 where a feature has missing values. */
	readonly hasMissing: Uint8Array;
	/** Features of two bins, several in one column, so that one pass over the rows counts all of them. */
	readonly joints: readonly JointColumn[];
}

/** Features of two bins of which at most one is in its upper bin in any row: the levels of a category. */
export interface FeaturePack {
	readonly features: readonly number[];
	/** k + 1: `features[k]` is in its upper bin; 0: none is. */
	readonly column: Uint8Array;
}

/** Several packs in one column: a number whose digits, from the lowest, are the states of the packs. */
export interface JointColumn {
	readonly packs: readonly JointPack[];
	readonly column: Uint8Array;
}

/** State k < features.length: `features[k]` is in its upper bin; state features.length, where it occurs: none is. */
export interface JointPack {
	readonly features: readonly number[];
	/** Number of states. */
	readonly states: number;
}
