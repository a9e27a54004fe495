/** A binary tree in arrays by node; node 0 is the root, a child has a higher index than its parent. */
export interface Tree {
	/** Feature tested, or -1 in a leaf. */
	readonly feature: Int16Array;
	/** Bin: values up to `edges[feature][bin]` go left. */
	readonly bin: Uint8Array;
	/** 1: a missing value goes left. */
	readonly missingLeft: Uint8Array;
	readonly left: Int32Array;
	readonly right: Int32Array;
	/** Of a leaf: what it adds (log-odds when boosted, share of a probability in a forest). */
	readonly value: Float64Array;
	/** Training rows that came by. */
	readonly cover: Float64Array;
}

/** Sum of trees: `base + sum of leaves`. */
export interface TreeEnsemble {
	readonly base: number;
	readonly width: number;
	/** Ascending split points by feature, at most 254. */
	readonly edges: readonly Float64Array[];
	readonly trees: readonly Tree[];
}
