import type { Horizon } from './horizonOf';
import type { EvidenceRow, ExpansionType, OpportunitySource, Signal } from './Signal';

/** What the user sells and when it helps; prices stand in cs_prices. */
export interface ProductRule {
	readonly productId: string;
	readonly name: string | null;
	readonly type: ExpansionType;
	/** Ids of the signals it answers; empty: all signals of its type. */
	readonly answers: readonly string[];
	/** Products the account must have for it. */
	readonly needs: readonly string[];
	/** Tiers it is sold to; empty: all. */
	readonly tiers: readonly string[];
	readonly complexity: 'low' | 'medium' | 'high' | 'complex' | null;
}

/** A row of cs_prices: price of one unit a year, minor units. */
export interface PriceRow {
	readonly product_id: string;
	/** A plan, or quantities such as 101+ (see `quantityTier`); null: all tiers. */
	readonly tier: string | null;
	/** seats, api_calls, ...; plan (flat); module, or the expansion type a module serves (flat). */
	readonly metric: string;
	readonly currency: string;
	readonly valid_from_on: string | null;
	readonly valid_to_on: string | null;
	readonly unit_price_minor: number;
}

export interface ProductFit {
	readonly product: ProductRule;
	/** 0 to 100. */
	readonly fit: number;
	readonly words: string;
}

/** How big an opportunity is, and how that follows. */
export interface Sizing {
	/** Recurring revenue a year, minor units; null: no price or no quantity, see `reason`. */
	readonly amountMinor: number | null;
	readonly currency: string | null;
	/** Where the quantities come from, as a sentence; left out: there is nothing to explain. */
	readonly basis?: string;
	/** Numbers and operators as a person would write them; null without an amount. */
	readonly formula: string | null;
	/** Prices and quantities it was made of. */
	readonly rows: readonly EvidenceRow[];
	/** Why there is no amount, and what to add. */
	readonly reason: string | null;
	/** Product of the price; null: none. */
	readonly productId: string | null;
}

export type ReadinessDimension = 'stakeholder' | 'budget_timeline' | 'technical' | 'competitive';

export interface ReadinessItem {
	readonly fact: string;
	readonly value: number | string;
	/** 0 to 100 */
	readonly points: number;
}

export interface Readiness {
	readonly dimensions: Readonly<
		Record<ReadinessDimension, { readonly value: number | null; readonly items: readonly ReadinessItem[] }>
	>;
	/** Mean of the observed dimensions, not rounded, 0 to 100; null: none observed. */
	readonly mean: number | null;
	/** `mean` rounded half up: the confidence people see. */
	readonly confidence: number | null;
	/** Share of the four dimensions that were observed, 0 to 1. */
	readonly coverage: number;
}

export interface Probability {
	/** 0 to 1 */
	readonly value: number;
	/** The trained model is used only where it beats the base rate. */
	readonly basis: 'base_rate' | 'model';
	readonly baseRate: number;
	/** Least and most, 0 to 1, that the readiness nobody observed allows; null: a model said it. */
	readonly low: number | null;
	readonly high: number | null;
	/** What the base rate is and where from, and why model or base rate. */
	readonly words: string;
}

export interface Blocker {
	readonly code: string;
	readonly text: string;
	readonly remedy: string;
}

export interface NextStep {
	readonly what: string;
	readonly who: 'csm' | 'ae' | 'se';
	readonly dueOn: string;
	readonly horizon: Horizon;
}

export type SalesStage =
	| 'identified'
	| 'qualified'
	| 'developing'
	| 'proposing'
	| 'negotiating'
	| 'closed_won'
	| 'closed_lost';

/** Growth of one type at one account, as found today, before it is compared with what the table holds. */
export interface FoundOpportunity {
	readonly accountId: string;
	readonly type: ExpansionType;
	readonly source: OpportunitySource;
	readonly signals: readonly Signal[];
	/** 0 to 1, all signals together. */
	readonly strength: number;
	readonly product: ProductFit | null;
	readonly sizing: Sizing;
	readonly readiness: Readiness;
	readonly probability: Probability;
	readonly blockers: readonly Blocker[];
	readonly stage: SalesStage;
	readonly nextSteps: readonly NextStep[];
	/** contact_id of whom to talk to first; null: nobody is known. */
	readonly contactId: string | null;
}
