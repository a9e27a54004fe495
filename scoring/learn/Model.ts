import type { DriftReference } from './Drift';
import type { LinearModel } from './LinearModel';
import type { Metrics } from './Metrics';
import type { Schema } from './Schema';
import type { TreeEnsemble } from './TreeEnsemble';

/** Something the user must not miss. */
export interface Warning {
	readonly code: 'weak-signal' | 'leakage' | 'drift' | 'few-events' | 'stale' | 'duplicates';
	/** One sentence: what was seen, and what to do. */
	readonly text: string;
}

/** Rows whose out-of-fold probability lay in `[from, to)`, and how many of them really had the event. */
export interface ProbabilityBand {
	readonly from: number;
	readonly to: number;
	readonly rows: number;
	readonly events: number;
	/** Wilson interval at 90 % of the band's event rate, 0 to 1. */
	readonly low: number;
	readonly high: number;
}

/** Whether the columns tell anything at all: repeated cross-validated gain against what shuffled labels reach. */
export interface Signal {
	/** Gain over the base rate, above 0 is better; unit says which. */
	readonly gain: number;
	/** Gain less the upper limit that shuffled labels reach by chance; at or below 0 the signal is weak. */
	readonly limit: number;
	readonly weak: boolean;
}

export type ModelKind = 'base-rate' | 'lr' | 'gbdt' | 'rf' | 'blend';

/** A trained model: plain data, nothing in it is executed. In memory trees are typed arrays; `packModel` makes JSON of it. */
export interface TrainedModel {
	readonly format: 1;
	readonly kind: ModelKind;
	readonly schema: Schema;
	/** Share of events in training, with its interval at 90 % (Wilson; Beta where events are few). */
	readonly base: { readonly rate: number; readonly low: number; readonly high: number };
	readonly rows: number;
	readonly events: number;
	readonly seed: number;
	readonly linear: LinearModel | null;
	readonly boosted: TreeEnsemble | null;
	readonly forest: TreeEnsemble | null;
	/** Shares of the three in the blended log-odds; sum 1, 0 where there is none. */
	readonly weights: { readonly linear: number; readonly boosted: number; readonly forest: number };
	/** Applied to the blended log-odds: slope * z + intercept. 1 and 0 where no repair helped. */
	readonly calibration: { readonly slope: number; readonly intercept: number };
	readonly bands: readonly ProbabilityBand[];
	/** Measured on rows the model had not seen (out of fold). */
	readonly metrics: Metrics | null;
	readonly signal: Signal | null;
	readonly reference: DriftReference;
	readonly warnings: readonly Warning[];
	/** What the caller wants to find again: horizon, options of the snapshots, day of training. */
	readonly context: Readonly<Record<string, unknown>>;
}
