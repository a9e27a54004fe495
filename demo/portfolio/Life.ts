/** A change of mind about money, as it happened (day numbers since 1970-01-01). */
export interface LifeOutcome {
	readonly kind: 'renewed' | 'churned' | 'expanded' | 'contracted';
	readonly occurredOn: number;
	/** When we learned of it; may be long after. */
	readonly knownOn: number;
	readonly seatsBefore: number;
	readonly seatsAfter: number;
	readonly unitPriceBefore: number;
	readonly unitPriceAfter: number;
	readonly voluntary: boolean;
	readonly reason: string;
}

export interface LifeContract {
	/** Counted from the customer's first contract, 1 is the first. */
	readonly number: number;
	readonly signedOn: number;
	readonly startsOn: number;
	/** Inclusive. */
	readonly endsOn: number;
	readonly termMonths: number;
	/** Minor units per seat and year. */
	readonly unitPrice: number;
	readonly upliftRate: number;
	/** Seats from the start on, then what was added in between. */
	readonly lines: { readonly seats: number; readonly startsOn: number; readonly recordedOn: number }[];
	/** Day on which the customer made up its mind about the next term. */
	readonly decidesOn: number;
	readonly autoRenew: boolean;
	readonly noticeDays: number;
	/** `terminated`: left before the end. */
	fate: 'running' | 'renewed' | 'ended' | 'terminated';
}

/** What really happened to a customer in the window, seen by nobody; every table is a noisy view of it. */
export interface Life {
	/** Monday of week 0; the last week is the one that holds the day of the portfolio. */
	readonly firstMonday: number;
	readonly weeks: number;
	readonly asOf: number;
	/** First week in which it is a customer. */
	readonly firstWeek: number;
	/** Standard deviations from the average customer: fit of product and need, pressure on the price. */
	readonly fit: number;
	readonly pricePressure: number;
	/** By week: value realised and support pain (standard deviations, about), champion there (1) or not (0). */
	readonly value: Float64Array;
	readonly pain: Float64Array;
	readonly champion: Uint8Array;
	readonly seats: Int32Array;
	/** By week, 1 until the decision to leave, then down to 0.2. */
	readonly commitment: Float64Array;
	readonly startedOn: number;
	/** Last day as a customer; null: still one. */
	endedOn: number | null;
	/** When we learned that it left. */
	endKnownOn: number | null;
	readonly firstValueDays: number;
	readonly contracts: LifeContract[];
	readonly outcomes: LifeOutcome[];
	readonly championChanges: { readonly leftOn: number; successorOn: number | null }[];
}
