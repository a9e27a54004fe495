import type { BinnedMatrix } from './BinnedMatrix';
import type { TreeDraft } from './draftTree';
import type { TreeEnsemble } from './TreeEnsemble';

export interface ForestOptions {
	readonly trees: number;
	/** Leaves of a tree at most; the splits that gain most are kept. */
	readonly maxLeaves: number;
	/** Rows of the bootstrap sample a leaf has at least. */
	readonly minLeaf: number;
	/** Features tried at a node; default: the square root of how many there are. */
	readonly mtry?: number;
	readonly seed: number;
}

export interface ForestResult {
	/** Sum of the leaves is the probability. */
	readonly ensemble: TreeEnsemble;
	/** By row of the matrix: mean probability of the trees that did not see the row; NaN when all did. */
	readonly outOfBag: Float64Array;
}

/** Memory and settings that all trees of one forest share. */
export interface ForestGrower {
	readonly binned: BinnedMatrix;
	readonly options: ForestOptions;
	readonly mtry: number;
	/** Features that can split anything; their order changes with every draw. */
	readonly features: Int32Array;
	/** Rows of the bootstrap sample, each once; leaves are ranges of it. */
	readonly rows: Int32Array;
	readonly spare: Int32Array;
	/** As partitionRows wants it. */
	readonly sides: Uint8Array;
	readonly draft: TreeDraft;
	/** By row of the matrix: events and number of draws in the sample. */
	readonly pairs: Int32Array;
	/** Events and draws by bin of the feature that is tried. */
	readonly sums: Int32Array;
	readonly random: () => number;
	readonly due: (visits: number) => boolean;
}

/** A leaf of a forest's tree while it grows. */
export interface ForestLeaf {
	readonly start: number;
	readonly end: number;
	readonly node: number;
	readonly depth: number;
	/** Draws of the bootstrap sample in the leaf, and events among them. */
	readonly draws: number;
	readonly events: number;
	split: ForestSplit | null;
}

export interface ForestSplit {
	readonly gain: number;
	readonly feature: number;
	readonly bin: number;
	readonly missingLeft: boolean;
	readonly leftDraws: number;
	readonly leftEvents: number;
}
