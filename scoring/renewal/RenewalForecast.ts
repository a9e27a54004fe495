import type { RateRow } from '../core/convertMoney';

/**
 * How sure a renewal is, surest first: `closed` is signed, `commit` to `best` are forecast, `pipeline` is hoped for, `omitted` is lost or
 * not counted on.
 */
export type ForecastCategory = 'closed' | 'commit' | 'most_likely' | 'best' | 'pipeline' | 'omitted';

/** One contract that falls due. null is "not known", never 0 and never "no". */
export interface ForecastCase {
	readonly contractId: string;
	readonly accountId: string | null;
	/** Recurring revenue of a year that falls due, whole minor units; may be 0 or negative. */
	readonly arrMinor: number | null;
	/** ISO 4217 */
	readonly currency: string | null;
	/** YYYY-MM-DD, last day of the term. */
	readonly dueOn: string | null;
	/** Chance that it renews, 0 to 1. */
	readonly probability: number | null;
	/** What the person in charge says; goes before the probability when it is put into a category. */
	readonly call: ForecastCategory | null;
	readonly ownerId: string | null;
	readonly segment: string | null;
	/** Its end when it has come; null: still open. */
	readonly outcome: 'renewed' | 'lost' | null;
	/** Of a renewal that is signed: revenue of a year it was signed for; null: as much as was due. What exceeds the amount due is growth. */
	readonly renewedMinor: number | null;
}

/** From which probability on (0 to 1) a renewal without a call counts as what. */
export interface CategoryLimits {
	readonly commit: number;
	readonly mostLikely: number;
	readonly best: number;
}

export interface ForecastOptions {
	/** YYYY-MM-DD the forecast is as of. */
	readonly asOfOn: string;
	/** Last day that is looked at, YYYY-MM-DD; what is overdue and open counts too. */
	readonly untilOn: string;
	readonly limits: CategoryLimits;
	/** Standard deviation of the log-odds shift that all renewals share (a bad quarter for everyone); 0: independent. */
	readonly shockSd: number;
	/** Chance of a renewal whose own is not known, 0 to 1; null: it stays out of the weighted amount, and is counted. */
	readonly defaultProbability: number | null;
	/** null: amounts stay in their own currencies. */
	readonly reportCurrency: string | null;
	readonly rates: readonly RateRow[];
}

/** Ends of a central interval, whole minor units (or renewals, of counts). */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** How a sum of renewals spreads. Amounts are whole minor units; of counts they are renewals. */
export interface RenewalDistribution {
	/** Contracts in it. */
	readonly contracts: number;
	readonly mean: number;
	readonly sd: number;
	readonly median: number;
	readonly interval80: Interval;
	readonly interval95: Interval;
	/** `exact` convolution of the amounts themselves, `grid` convolution in bins, `normal` with skew correction for the small contracts. */
	readonly method: 'exact' | 'grid' | 'normal';
	/** Width of a bin; null: exact. */
	readonly bin: number | null;
	readonly quantiles: ReadonlyArray<{ readonly share: number; readonly value: number }>;
}

export type ForecastDimension = 'portfolio' | 'month' | 'owner' | 'segment' | 'category' | 'currency';

/** The forecast of one part of the portfolio in one currency. Amounts in whole minor units. */
export interface ScopeForecast {
	readonly dimension: ForecastDimension;
	/** Month YYYY-MM or `overdue`, owner, segment, category, currency; null: not known, or the whole portfolio. */
	readonly key: string | null;
	readonly currency: string;
	/** true: amounts were brought to the report currency; false: only contracts in this currency. */
	readonly converted: boolean;
	readonly contracts: number;
	readonly dueMinor: number;
	/** Signed already. */
	readonly closedMinor: number;
	/** Each holds what is surer than it: closed, then commit, then most likely, then best. */
	readonly commitMinor: number;
	readonly mostLikelyMinor: number;
	readonly bestMinor: number;
	/** Expected value: sum of amount times probability. */
	readonly weightedMinor: number;
	/** Renewed revenue of a year, contracts with a probability only. */
	readonly arr: RenewalDistribution;
	/** Number of renewals. */
	readonly count: RenewalDistribution;
	/** Contracts whose probability is not known: in the amount due, in no weighted amount. */
	readonly withoutProbability: number;
	readonly withoutProbabilityMinor: number;
}

/** Contracts that are in no amount, by reason. */
export interface LeftOut {
	readonly withoutDueDate: number;
	/** Due after the last day, or settled before the first. */
	readonly outside: number;
	readonly withoutAmount: number;
	readonly withoutCurrency: number;
}

export interface PlacedCase extends ForecastCase {
	readonly arrMinor: number;
	readonly currency: string;
	readonly dueOn: string;
	readonly category: ForecastCategory | null;
	/** YYYY-MM, or `overdue`. */
	readonly period: string;
}

export interface RenewalForecast {
	readonly scopes: readonly ScopeForecast[];
	/** The contracts that count, as they were placed; what a snapshot freezes. */
	readonly cases: readonly PlacedCase[];
	readonly leftOut: LeftOut;
	/** Currencies without a rate; then nothing was brought to the report currency. */
	readonly notConverted: readonly string[];
}
