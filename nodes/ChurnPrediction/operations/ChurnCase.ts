import type { ChurnFacts } from '../../../scoring/churn/ChurnFacts';
import type { RuleRisk } from '../../../scoring/churn/RuleRisk';
import type { Explanation } from '../../../scoring/learn/Explanation';
import type { ChurnAccount } from './readChurnAccounts';

/** An account, what is known of it, and what the rules say. */
export interface ChurnCase extends ChurnAccount {
	readonly facts: ChurnFacts;
	readonly rule: RuleRisk;
	readonly arrMinor: number | null;
	readonly currency: string | null;
}

/** How likely a case is to churn. */
export interface Prediction {
	readonly basis: 'model' | 'rule-based';
	/** 0 to 1; null: nothing to base it on. */
	readonly probability: number | null;
	/** Of the accounts that were given about the same probability, 90 % interval of the share that churned; null: not known. */
	readonly low: number | null;
	readonly high: number | null;
	/** Probabilities of those accounts, 0 to 1; null where there is no interval. */
	readonly band: { readonly from: number; readonly to: number } | null;
	/** 0 to 1: how much of what the prediction looks at was observed. */
	readonly coverage: number;
	readonly confidence: 'high' | 'medium' | 'low';
	/** What lowers the confidence, in words. */
	readonly doubts: readonly string[];
}

/** A prediction in the order of the list. */
export interface RankedCase {
	readonly churnCase: ChurnCase;
	readonly prediction: Prediction;
	/** Minor units of the account's own currency; null: no probability or no ARR. */
	readonly lossMinor: number | null;
	/** The same in the currency the list is ordered by; null: no rate. */
	readonly convertedMinor: number | null;
	/** Null: not asked for, or not by a model. */
	readonly explanation: Explanation | null;
}
