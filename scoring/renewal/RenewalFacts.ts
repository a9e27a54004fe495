import type { OtherOffer } from './RenewalDocument';

/** What is known of an account that bears on its renewal. null: not observed, never 0 and never "no". */
export interface RenewalFacts {
	/** Value over cost, gross: 1.87 is 187 %. */
	readonly roiRate: number | null;
	/** true: part of that value was acknowledged by the customer. */
	readonly valueAcknowledged: boolean | null;
	/** Mean answer, 0 to 10. */
	readonly nps: number | null;
	readonly executiveAdvocacy: boolean | null;
	/** The customer looks at a competitor. */
	readonly competitiveEvaluation: boolean | null;
	/** 0 to 100. */
	readonly health: number | null;
	/** 0 to 100, see `measureInvoices`. */
	readonly paymentScore: number | null;
	/** A year, minor units of `budgetCurrency`: what the customer approved for the renewal, and for more beside it. */
	readonly approvedBudgetMinor: number | null;
	readonly approvedExpansionMinor: number | null;
	/** A year at a comparable competitor, in the same currency. */
	readonly competitorPriceMinor: number | null;
	readonly budgetCurrency: string | null;
	/** Trained prediction; null: none, or by rule only. */
	readonly churn: ChurnFact | null;
	/** What a person judged, which goes before the rules. */
	readonly judged: {
		readonly priceSensitivity: string | null;
		readonly competitiveRisk: string | null;
		readonly businessCaseStrength: string | null;
	};
	/** What others ask, in `budgetCurrency`; empty: none known. */
	readonly otherOffers: readonly OtherOffer[];
	/** Whether a contact is known who can decide. */
	readonly decisionMaker: boolean | null;
}

/** The churn score of a trained model. */
export interface ChurnFact {
	/** 0 to 1 within the horizon. */
	readonly probability: number;
	/** 0 to 1; null: no interval. */
	readonly low: number | null;
	readonly high: number | null;
	readonly modelVersion: string | null;
	/** YYYY-MM-DD */
	readonly asOfOn: string | null;
	/** Within so many days of `asOfOn`; null: not known. */
	readonly horizonDays: number | null;
	/** Why, in words, the weightiest first. */
	readonly reasons: readonly string[];
}

/** Rates in percent at which customers with one property renewed. */
export interface RenewalRates {
	readonly roi: number;
	readonly nps: number;
	readonly executiveAdvocacy: number;
	readonly competitiveEvaluation: number;
}

export type RateId = keyof RenewalRates;

/** A property that an account has, with its rate. */
export interface MatchedRate {
	readonly id: RateId;
	/** Percent, 0 to 100. */
	readonly rate: number;
	/** What was seen, to follow "with": "an ROI of 187 % gross". */
	readonly words: string;
}

export type ProbabilitySource = 'model' | 'base_rates' | 'portfolio_rate';

/** How likely a contract renews, and where the number comes from. */
export interface RenewalEstimate {
	/** 0 to 1; null: nothing was observed and nothing else is known. */
	readonly probability: number | null;
	/** 0 to 1: the interval of the model, or the lowest and highest matched rate. */
	readonly low: number | null;
	readonly high: number | null;
	readonly source: ProbabilitySource | null;
	readonly matched: readonly MatchedRate[];
	/** Share of the four properties that were observed, 0 to 1. */
	readonly coverage: number;
	/** One sentence. */
	readonly words: string;
}
