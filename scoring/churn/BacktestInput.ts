import type { RateRow } from '../core/convertMoney';

/** A value of a score on a day: a row of cs_score_history. */
export interface ScorePoint {
	readonly account_id: string;
	/** Day the value stands for, YYYY-MM-DD. */
	readonly as_of_on: string;
	/** Instant it was computed; null or absent: the day itself is believed. */
	readonly computed_at?: string | Date | null;
	readonly value: number | null;
	readonly band?: string | null;
	/** Points 0 to 100 of what the score was made of, by name; null is not observed. Only for suggested weights. */
	readonly components?: Readonly<Record<string, number | null>>;
}

/** A row of cs_outcomes. */
export interface OutcomeRow {
	readonly account_id: string;
	/** churned, renewed, expanded, contracted; others are passed over. */
	readonly kind: string;
	readonly occurred_on: string;
	readonly known_at?: string | Date | null;
	/** Signed, minor units. */
	readonly arr_change_minor?: number | null;
	readonly currency?: string | null;
}

/** What is needed of a row of cs_accounts. */
export interface ArrRow {
	readonly account_id: string;
	readonly name?: string | null;
	readonly arr_minor?: number | null;
	readonly currency?: string | null;
}

/** `low`: a low value means risk (health); `high`: a high value does (churn probability). */
export type RiskDirection = 'low' | 'high';

export interface BacktestOptions {
	/** Only what is known on this day counts, YYYY-MM-DD. */
	readonly asOfOn: string;
	/** Name of the score for the sentences; default "health". */
	readonly score?: string;
	/** Default `auto`: by the name, else whichever fits the outcomes better, and said so. */
	readonly direction?: RiskDirection | 'auto';
	/** Flagged is below it (`low`) or at and above it (`high`). Absent or null: 70 where low is risk, else the riskiest fifth of all values. */
	readonly threshold?: number | null;
	/** Days ahead; default 30, 60, 90, 180. */
	readonly horizons?: readonly number[];
	/** The one that verdict, lists and promises are about; default 90, or the nearest in `horizons`. */
	readonly mainHorizon?: number;
	/** A value older than this before the day asked for does not count; default 35 days. */
	readonly stalenessDays?: number;
	/** Bands for values that bring none, best first, `from` inclusive of the rounded value. */
	readonly bands?: readonly { readonly id: string; readonly from: number }[];
	/** ARR is added up in this currency; absent: the commonest. */
	readonly currency?: string | null;
	readonly rates?: readonly RateRow[];
	/** Of the samples drawn for the ARR interval; default 1. */
	readonly seed?: number;
}
