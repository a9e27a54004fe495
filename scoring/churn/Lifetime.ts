import type { Issue } from '../core/issue';
import type { PairedDifference } from '../learn/comparePaired';
import type { HazardModel } from '../learn/Hazard';
import type { Schema } from '../learn/Schema';
import type { IndexedCurve, SurvivalShare } from '../learn/SurvivalCurve';
import type { Row } from '../measures/Records';

export interface LifetimeOptions {
	/** YYYY-MM-DD: today of the estimate; nothing that became known later counts. */
	readonly asOfOn: string;
	/** Column of cs_accounts with the group; '' for none. */
	readonly groupBy?: string;
	/** Months over which retention and the mean time left are told; default 12. */
	readonly horizonMonths?: number;
	/** Standard errors the intervals reach; default 1.645: 90 %. */
	readonly z?: number;
	/** YYYY-MM-DD since which every churn is among the outcomes; null: since the first outcome of any kind. */
	readonly recordedSince?: string | null;
	/** Column of cs_accounts with the day since which the account is known to us; '' for none. */
	readonly knownSinceColumn?: string;
	/** Columns of cs_accounts that never change, for the time-to-churn model. */
	readonly staticColumns?: readonly string[];
}

/** One time as a customer: from its start to its churn, or to today. Days are counted since 1970, ages in calendar months. */
export interface Life {
	readonly accountId: string;
	readonly account: Row;
	readonly startDay: number;
	/** Age since which it was watched; 0: from its start. */
	readonly entry: number;
	/** Age at churn, or today. */
	readonly age: number;
	readonly churned: boolean;
	/** Value of the group column; null: not known, or no grouping. */
	readonly group: string | null;
}

/** An account that is a customer today. */
export interface PresentAccount {
	readonly accountId: string;
	readonly account: Row;
	/** null: nothing tells when it began. */
	readonly startDay: number | null;
	readonly group: string | null;
	/** Day of a churn that is known but lies ahead; null: none. */
	readonly leavesDay: number | null;
	/** Last day of the running contract, or the day before the renewal; null: not known. */
	readonly contractEndDay: number | null;
}

export type LifeSkip =
	| 'not-started'
	| 'gone-without-outcome'
	| 'start-not-known'
	| 'churned-before-start'
	| 'churned-twice'
	| 'first-outcome'
	| 'ended-before-records';

export interface ReadLives {
	/** Lives that tell something: watched before they ended. */
	readonly lives: readonly Life[];
	readonly present: readonly PresentAccount[];
	/** Accounts or churns left out, by reason. */
	readonly skipped: Readonly<Record<LifeSkip, number>>;
	/** Accounts with more than one life. */
	readonly cameBack: number;
	/** Lives watched only from an age above 0. */
	readonly lateEntries: number;
	/** YYYY-MM-DD since which churns are recorded. */
	readonly recordedSince: string;
	readonly notes: readonly Issue[];
}

/** A group, or all accounts (group null). */
export interface GroupCurve {
	readonly group: string | null;
	readonly lives: number;
	readonly churned: number;
	/** Months that its accounts were watched, all together. */
	readonly months: number;
	/** null: fewer than five churns. */
	readonly curve: IndexedCurve | null;
}

export interface LifeCurves {
	readonly all: GroupCurve;
	/** Largest first; only groups that are there. */
	readonly groups: readonly GroupCurve[];
	/** Groups beyond the most that are told apart. */
	readonly groupsLeftOut: number;
}

/** Whether a model of time to churn tells more of accounts it has not seen than the plain curves do. */
export interface HazardJudgement {
	readonly used: boolean;
	/** Columns the model looked at. */
	readonly columns: readonly string[];
	/** Log-loss per account of the plain curve less that of the model, on accounts neither had seen; null: not tried. */
	readonly held: PairedDifference | null;
	/** One sentence. */
	readonly text: string;
	/** The model fitted on all, when used. */
	readonly model: { readonly hazard: HazardModel; readonly schema: Schema } | null;
}

export type LifetimeBasis = 'kaplan_meier' | 'hazard';

/** What is told of an account that is there today. Shares 0 to 1; null with a reason where the data cannot tell. */
export interface AccountLifetime {
	readonly present: PresentAccount;
	readonly ageMonths: number | null;
	readonly basis: LifetimeBasis | null;
	/** What the estimate rests on, in words. */
	readonly basisText: string;
	/** Probability to be there still after so many days. */
	readonly ahead: readonly { readonly days: number; readonly share: SurvivalShare | null }[];
	readonly atContractEnd: SurvivalShare | null;
	/** Days after which half of such accounts have left; null: more than half outlast what was seen. */
	readonly medianDaysLeft: number | null;
	/** Days for which such accounts were seen to go on. */
	readonly seenDaysLeft: number | null;
	/** Mean days left within the horizon. */
	readonly expectedDaysLeft: number | null;
	readonly reasons: readonly string[];
	readonly text: string;
}

/** A month of a curve: of those there at its begin, how many churned in it, and the share of the first ones left at its end. */
export interface CurveMonth {
	readonly group: string | null;
	/** 1 is the first month as a customer. */
	readonly month: number;
	readonly atRisk: number;
	readonly churned: number;
	/** 0 to 1; null behind a time at which nobody was watched. */
	readonly survival: number | null;
	readonly low: number | null;
	readonly high: number | null;
}

/** Lifetime of a group, or of all. */
export interface GroupLifetime {
	readonly group: string | null;
	readonly lives: number;
	readonly churned: number;
	/** Base rate: share that leaves in a year, with its exact interval. null: nobody was watched. */
	readonly churnRateYear: SurvivalShare | null;
	/** Share still there after the horizon; null: not told, see the text. */
	readonly retention: SurvivalShare | null;
	readonly medianMonths: number | null;
	readonly medianLow: number | null;
	readonly medianHigh: number | null;
	/** "27 months", "more than 36 months"; null: not told. */
	readonly medianText: string | null;
	readonly text: string;
}

export interface LifetimeReport {
	readonly accounts: readonly AccountLifetime[];
	readonly curve: readonly CurveMonth[];
	readonly all: GroupLifetime;
	readonly groups: readonly GroupLifetime[];
	readonly hazard: HazardJudgement;
	readonly read: ReadLives;
	readonly notes: readonly Issue[];
}
