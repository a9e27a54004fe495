import type { Evaluation, FieldImportance, Ranking } from '../learn/Evaluation';
import type { Warning } from '../learn/Model';

/** What the card can't read from the model itself; all of it may be absent. */
export interface ModelCardExtra {
	readonly modelId?: string;
	/** Instant or day of training. */
	readonly trainedAt?: string | null;
	readonly horizonDays?: number | null;
	/** What a row of training is, for people: "account on a day". */
	readonly rowMeaning?: string;
	/** First and last as-of day of the training rows, YYYY-MM-DD. */
	readonly from?: string | null;
	readonly to?: string | null;
	/** Number of as-of days and of accounts. */
	readonly snapshots?: number | null;
	readonly accounts?: number | null;
	/** The rule score's ranking on the same rows. */
	readonly rule?: Ranking | null;
	readonly importance?: readonly FieldImportance[];
	/** On labelled rows after training. */
	readonly evaluation?: Evaluation | null;
	/** Days since training. */
	readonly ageDays?: number | null;
	readonly warnings?: readonly Warning[];
}

/** A figure of the model beside the base rate and the rule score. */
export interface CardMetric {
	readonly id: string;
	readonly label: string;
	/** What it tells and which way is better, one sentence. */
	readonly meaning: string;
	readonly model: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly baseRate: number | null;
	/** null: no rule score, or it has no such figure. */
	readonly rule: number | null;
}

/** What a model is, how good, and how to read it: plain data, and the same as Markdown (warnings first). */
export interface ModelCard {
	readonly title: string;
	readonly predicts: string;
	readonly trained: string;
	readonly warnings: readonly Warning[];
	/** On which rows the metrics were measured. */
	readonly measured: string;
	readonly metrics: readonly CardMetric[];
	/** Of an evaluation on newer rows; empty without one. */
	readonly calibration: readonly CardBin[];
	/** Of rows left out in training. */
	readonly bands: readonly CardBin[];
	readonly fields: readonly FieldImportance[];
	readonly leftOut: readonly { readonly name: string; readonly why: string }[];
	readonly howToRead: readonly string[];
	readonly limits: readonly string[];
	readonly markdown: string;
}

/** Probabilities from-to (0 to 1), and what happened to the rows that got them, with a 90 % interval. */
export interface CardBin {
	readonly from: number;
	readonly to: number;
	readonly rows: number;
	readonly events: number;
	/** Mean probability told; null: not kept. */
	readonly predicted: number | null;
	readonly observed: number | null;
	readonly low: number;
	readonly high: number;
}
