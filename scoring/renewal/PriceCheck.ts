/** How the price stands against competitors and the approved budget. Rates: 0.0857 is 8.57 %; null: not observed. */
export interface PriceCheck {
	/** Current price against the competitor's: -0.23 is 23 % below. */
	readonly againstCompetitorRate: number | null;
	/** Approved for the renewal against the current price. */
	readonly budgetChangeRate: number | null;
	/** Approved in all: for the renewal and for more beside it, in minor units. */
	readonly budgetTotalMinor: number | null;
	/** Proposed less approved in all; above 0: not covered. */
	readonly budgetGapMinor: number | null;
	readonly covered: boolean | null;
	/** One sentence; null: nothing observed. */
	readonly words: string | null;
}
