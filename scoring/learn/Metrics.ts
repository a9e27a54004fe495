/** How good probabilities were against what happened; null where it can't be computed (one class only, no labels). */
export interface Metrics {
	readonly rows: number;
	readonly events: number;
	/** Chance that a row with the event was given the higher probability, ties half. */
	readonly auc: number | null;
	/** 90 % interval (DeLong). */
	readonly aucLow: number | null;
	readonly aucHigh: number | null;
	/** Average precision. */
	readonly prAuc: number | null;
	readonly logLoss: number | null;
	readonly brier: number | null;
	/** Expected calibration error over 10 equal-count bins. */
	readonly ece: number | null;
	/** Event rate among the tenth with the highest probability, over that of all. */
	readonly lift10: number | null;
	/** Log-loss of telling everybody the base rate. */
	readonly baseLogLoss: number | null;
}
