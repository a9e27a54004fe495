import type { Issue } from '../core/issue';
import type { RiskDirection } from './BacktestInput';

export type { ArrRow, BacktestOptions, OutcomeRow, RiskDirection, ScorePoint } from './BacktestInput';

/** An account that is judged once: by its churn, else by its newest renewal, else because it stayed until `asOfOn`. */
export interface BacktestCase {
	readonly accountId: string;
	readonly name: string | null;
	readonly basis: 'churned' | 'renewed' | 'stayed';
	/** Day the horizons are counted back from: churn or renewal day, else the as-of day. */
	readonly on: string;
	readonly day: number;
	readonly churned: boolean;
	/** Days on which it shrank (outcome `contracted`), ascending. */
	readonly contractedDays: readonly number[];
	/** Day its churn became known to us, days since 1970; null: not said. */
	readonly knownDay: number | null;
	/** Of a churn what was lost, else what it pays; null: unknown. */
	readonly arrMinor: number | null;
	readonly currency: string | null;
	/** The same in the currency of the report; null: unknown, or no rate. */
	readonly reportMinor: number | null;
}

/** A case with the value that was known `horizonDays` before its day. */
export interface JoinedCase extends BacktestCase {
	readonly value: number;
	readonly band: string | null;
	readonly scoredOn: string;
	/** Days from the value to the outcome. */
	readonly daysBefore: number;
	readonly components: Readonly<Record<string, number | null>> | null;
}

/** A share with its 90 % interval (Wilson); null where there are no rows. */
export interface Rate {
	readonly events: number;
	readonly rows: number;
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
}

/** Churn among the accounts of a band, best band first. */
export interface BandRate extends Rate {
	readonly band: string;
}

/** Revenue in minor units of the report's currency. */
export interface ArrShare {
	readonly flaggedMinor: number;
	readonly totalMinor: number;
	readonly value: number | null;
	/** 90 % interval, from resampled accounts; null under five accounts. */
	readonly low: number | null;
	readonly high: number | null;
	/** Accounts without a known ARR or rate: left out. */
	readonly unknown: number;
}

/** How the score did so many days ahead. */
export interface HorizonResult {
	readonly horizonDays: number;
	/** Accounts with a value known then. */
	readonly n: number;
	readonly churned: number;
	readonly enough: boolean;
	/** Chance that of a churned and a kept account the churned one had the riskier value, ties half; 90 % interval (DeLong). */
	readonly auc: number | null;
	readonly aucLow: number | null;
	readonly aucHigh: number | null;
	readonly flagged: number;
	/** Flagged accounts that churned. */
	readonly precision: Rate;
	/** Churned accounts that were flagged. */
	readonly recall: Rate;
	/** Accounts called rightly: flagged and churned, or not flagged and kept. */
	readonly accuracy: Rate;
	/** What calling everybody "stays" would reach. */
	readonly trivialAccuracy: number | null;
	/** Churn rate of the riskiest tenth over that of all. */
	readonly lift10: number | null;
	readonly churnedArr: ArrShare;
	readonly bands: readonly BandRate[];
	/** Whether a better band always churned less; null with fewer than two bands. */
	readonly monotone: boolean | null;
	/** Accounts left out, and why. */
	readonly unscored: { readonly none: number; readonly tooOld: number; readonly computedLater: number };
	/** Of them, how many churned. */
	readonly unscoredChurned: number;
	/** Values that stand for a day in time but were computed later: never used. */
	readonly rejectedRows: number;
	/** Churned accounts whose leaving was known already: a score that saw it then foretold nothing. */
	readonly knownBefore: number;
}

/** An account that the score called wrongly. */
export interface MissedAccount {
	readonly account_id: string;
	readonly name: string | null;
	readonly arr_minor: number | null;
	readonly currency: string | null;
	readonly value: number;
	readonly band: string | null;
	readonly scored_on: string;
	readonly outcome: 'churned' | 'renewed' | 'stayed';
	readonly outcome_on: string;
	readonly days_before: number;
}

/** A rate the requirements promise, beside what was measured. */
export interface PromisedRate {
	readonly id: 'churn-accuracy' | 'health-correlation' | 'renewal-accuracy' | 'behaviour-accuracy';
	readonly label: string;
	/** 0 to 1 */
	readonly promised: number;
	readonly measured: number | null;
	/** 90 % interval. */
	readonly low: number | null;
	readonly high: number | null;
	readonly rows: number;
	/** What a score that knows nothing (all stay; no relation) reaches on the same accounts. */
	readonly trivial: number | null;
	/** The most that any ranking could reach here; null: 1. */
	readonly ceiling: number | null;
	readonly verdict: 'met' | 'not met' | "can't be told";
	readonly text: string;
}

export interface Verdict {
	readonly code: 'not-enough-outcomes' | 'wrong-way' | 'no-better-than-chance' | 'weak' | 'useful' | 'strong';
	/** One sentence for an executive. */
	readonly text: string;
}

/** Whether a score knew it in time. */
export interface Backtest {
	readonly score: string;
	readonly asOfOn: string;
	readonly direction: RiskDirection;
	readonly directionFrom: 'given' | 'name' | 'measured';
	readonly threshold: number;
	readonly thresholdFrom: 'given' | 'health' | 'riskiest-fifth';
	readonly stalenessDays: number;
	readonly currency: string | null;
	readonly mainHorizon: number;
	readonly cases: {
		readonly all: number;
		readonly churned: number;
		readonly renewed: number;
		readonly stayed: number;
	};
	/** Score and outcome rows that were left out, by reason. */
	readonly skipped: Readonly<Record<string, number>>;
	readonly horizons: readonly HorizonResult[];
	/** Churned though not flagged at the main horizon; largest ARR first. */
	readonly greenButChurned: readonly MissedAccount[];
	/** Kept though flagged at the main horizon; largest ARR first. */
	readonly redButRenewed: readonly MissedAccount[];
	readonly promises: readonly PromisedRate[];
	readonly verdict: Verdict;
	/** The accounts of the main horizon with the value known then; `suggestWeights` takes them. */
	readonly joined: readonly JoinedCase[];
	readonly notes: readonly Issue[];
}
