import type { DriftReport } from './Drift';
import type { Metrics } from './Metrics';
import type { ModelKind, TrainedModel, Warning } from './Model';

/** Rows that were given about the same probability: what was said and what happened, with a 90 % interval (Wilson). */
export interface CalibrationBin {
	readonly rows: number;
	readonly events: number;
	/** Mean probability told, 0 to 1, and the smallest and largest in the bin. */
	readonly predicted: number;
	readonly from: number;
	readonly to: number;
	/** Share that happened, 0 to 1. */
	readonly observed: number;
	readonly low: number;
	readonly high: number;
	/** Whether the predicted mean lies inside the interval. */
	readonly inside: boolean;
}

/** What the model is compared with on the same rows; a rule score only ranks, so it has no losses. */
export interface Ranking {
	readonly auc: number | null;
	readonly aucLow: number | null;
	readonly aucHigh: number | null;
	readonly prAuc: number | null;
	readonly lift10: number | null;
	/** Rows that had a rule score, and events among them. */
	readonly rows: number;
	readonly events: number;
}

/** How good a model was on labelled rows it had not seen. */
export interface Evaluation {
	readonly kind: ModelKind;
	/** Of the model. */
	readonly metrics: Metrics;
	/** Of telling everybody the rate of the training rows. */
	readonly base: Metrics;
	/** Of the rule score; null when none was given. */
	readonly rule: Ranking | null;
	readonly calibration: readonly CalibrationBin[];
	/** 1 - log-loss / log-loss of the base rate, and the same by Brier score: above 0 is better than the base rate, 1 is perfect. */
	readonly logLossSkill: number | null;
	readonly brierSkill: number | null;
	readonly drift: DriftReport;
	readonly warnings: readonly Warning[];
	/** Probabilities by row. */
	readonly probabilities: Float64Array;
	/** One sentence for people. */
	readonly text: string;
}

/** Two models on the same rows. */
export interface Comparison {
	readonly rows: number;
	readonly events: number;
	/** Accounts (or rows, without groups) that the error was counted over. */
	readonly clusters: number;
	/** Mean log-loss, lower is better. */
	readonly championLogLoss: number | null;
	readonly challengerLogLoss: number | null;
	/** Mean of champion's less challenger's log-loss: above 0 the challenger is better. */
	readonly difference: number | null;
	/** By account where groups are given; null: can't be told. */
	readonly standardError: number | null;
	readonly promote: boolean;
	/** One sentence for people. */
	readonly text: string;
}

/** A model whose level was set to the newest rows. */
export interface Recalibration {
	readonly model: TrainedModel;
	/** What was told of each row before. */
	readonly logOdds: Float64Array;
	/** Added to the log-odds of every prediction. */
	readonly shift: number;
	readonly rows: number;
	readonly events: number;
	/** Mean probability told before and after, and the share that happened. */
	readonly before: number | null;
	readonly after: number | null;
	readonly observed: number | null;
	readonly text: string;
}

/** Whether a model's level had to be set anew, and what it brings. */
export interface LevelReport {
	/** `not_needed`: what was told on average lies inside the interval of what happened. */
	readonly verdict: 'recalibrated' | 'not_needed';
	readonly recalibration: Recalibration;
	/** 90 % interval (Wilson) of the share that happened, rows of one account counted as one piece of evidence. */
	readonly observedLow: number;
	readonly observedHigh: number;
	/** Accounts, or rows without groups. */
	readonly clusters: number;
	/** Mean log-loss of the model as it is, and with a level fitted on other rows: each fifth is judged by a shift from the other four. */
	readonly logLossBefore: number;
	readonly logLossAfter: number;
	/** Before less after: above 0 is better. Its standard error, by account; null: can't be told. */
	readonly difference: number;
	readonly standardError: number | null;
	/** Whether it is needed and better by more than one standard error. */
	readonly promote: boolean;
	/** For people. */
	readonly text: string;
}

/** How much a field moves predictions, and which way. */
export interface FieldImportance {
	readonly field: string;
	/** Mean size of its contribution, log-odds. */
	readonly size: number;
	/** Share of all fields' sizes, 0 to 1. */
	readonly share: number;
	/** `raises`: the higher, the likelier; `lowers`: the higher, the less likely; `mixed`: neither; `levels`: of a category, see `level`. */
	readonly direction: 'raises' | 'lowers' | 'mixed' | 'levels';
	/** Of a category: the level that raises most; null is "not observed". */
	readonly level?: string | null;
}
