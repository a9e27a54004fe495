import type { RateRow } from '../core/convertMoney';
import type { PriceRow, ProductRule } from './Opportunity';
import type { WinRate } from './rateClosed';
import type { ExpansionType, SignalInput, SignalRule } from './Signal';
import type { Season } from './UsageWindow';

/** An account with everything that is looked at. */
export interface AccountCase extends SignalInput {
	/** Scores 0 to 100 of cs_scores; null: not scored. */
	readonly health: number | null;
	readonly churn: number | null;
	/** Probability of expanding, 0 to 1, by a model that beats the base rate; null: none. */
	readonly learned: number | null;
}

/** What is the same for all accounts of a run. */
export interface ExpansionContext {
	readonly rules: readonly SignalRule[];
	readonly seasons: Readonly<Record<string, Season>>;
	readonly products: readonly ProductRule[];
	readonly prices: readonly PriceRow[];
	readonly rates: readonly RateRow[];
	readonly winRates: ReadonlyMap<ExpansionType, WinRate>;
	/** 0 to 1: fainter signals are left out. */
	readonly leastStrength: number;
	/** 0 to 1: all signals of a type together must reach it. */
	readonly leastTogether: number;
	readonly fixBelow: number;
	readonly saveFrom: number;
}
