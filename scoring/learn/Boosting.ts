import type { BinnedMatrix } from './BinnedMatrix';
import type { TreeDraft } from './draftTree';
import type { TreeEnsemble } from './TreeEnsemble';

export interface BoostOptions {
	/** Trees at most. */
	readonly rounds: number;
	/** 0 to 1: share of each tree's answer that is taken. */
	readonly learningRate: number;
	readonly maxLeaves: number;
	/** Training rows a leaf has at least. */
	readonly minLeaf: number;
	/** Penalty on leaf values, in units of the hessian. */
	readonly l2: number;
	/** Stops after so many rounds without a smaller validation loss; 0: never. */
	readonly patience: number;
	/** Share of the rows each tree sees; default 1. */
	readonly subsample?: number;
	/** Share of the features each tree sees; default 1. */
	readonly columnSample?: number;
	/** By feature: 1 the score may only rise with the value, -1 only fall, 0 free. Missing values are free. */
	readonly monotone?: Int8Array;
	readonly seed: number;
}

export interface BoostResult {
	/** All rounds that were grown; the first `bestRound` trees are the best model on the validation rows. */
	readonly ensemble: TreeEnsemble;
	/** Mean log-loss of the validation rows after each round; empty without validation rows. */
	readonly losses: Float64Array;
	/** Number of rounds with the smallest validation loss; all rounds without validation rows. */
	readonly bestRound: number;
	/** Log-odds of all binned rows after the last round, also of those not trained on. */
	readonly scores: Float64Array;
}

/** Where the sums of each bin stand in a histogram: three numbers a bin (gradients, hessians, rows). */
export interface HistogramLayout {
	/** Length of a histogram. */
	readonly size: number;
	/** By feature: place of its bin 0; of a feature in a joint column: of its upper bin. */
	readonly slots: Int32Array;
	/** By feature: number of bins without the missing one; 1 in a joint column. */
	readonly bins: Int32Array;
	/** 1: the histogram holds only the upper bin, the lower is the rest of the leaf. */
	readonly isPacked: Uint8Array;
	readonly hasMissing: Uint8Array;
	/** Features that can split anything, ascending. */
	readonly features: Int32Array;
	/** By feature: which stored column holds it. */
	readonly storedIn: Int32Array;
	/** Columns that a pass over the rows reads, and where each begins in the histogram. */
	readonly stored: readonly Uint8Array[];
	readonly storedSlots: Int32Array;
	/** After a pass the sums at `spreadFrom[k]` (a bin of a joint column) are added at `spreadTo[k]` (a feature of it). */
	readonly spreadFrom: Int32Array;
	readonly spreadTo: Int32Array;
}

/** What one tree is grown from: the features drawn for it. */
export interface TreeScope {
	readonly features: Int32Array;
	readonly stored: readonly Uint8Array[];
	readonly storedSlots: Int32Array;
}

/** A leaf while its tree grows: rows `start` to `end` of the row index, and the best way to split it. */
export interface GrowingLeaf {
	readonly start: number;
	readonly end: number;
	readonly gradient: number;
	readonly hessian: number;
	readonly node: number;
	readonly depth: number;
	/** Least and greatest value the monotone constraints leave. */
	readonly lower: number;
	readonly upper: number;
	histogram: Float64Array | null;
	split: Split | null;
}

export interface Split {
	readonly gain: number;
	readonly feature: number;
	readonly bin: number;
	readonly missingLeft: boolean;
	readonly leftGradient: number;
	readonly leftHessian: number;
	/** Of a constrained feature: 1 or -1; 0 when nothing follows for the children. */
	readonly direction: number;
}

/** Memory and settings that all trees of one boosting share. */
export interface Grower {
	readonly binned: BinnedMatrix;
	readonly layout: HistogramLayout;
	readonly options: BoostOptions;
	/** Row numbers of the tree; its leaves are ranges of it. */
	readonly rows: Int32Array;
	readonly spare: Int32Array;
	/** As partitionRows wants it. */
	readonly sides: Uint8Array;
	readonly draft: TreeDraft;
	/** Gradient and hessian by row of the matrix. */
	readonly pairs: Float32Array;
	/** The same in the order of the leaf that is counted. */
	readonly ordered: Float32Array;
	/** Histograms that are free. */
	readonly pool: Float64Array[];
	readonly due: (visits: number) => boolean;
}
