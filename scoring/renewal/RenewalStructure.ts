/** One part of what is proposed at a renewal. */
export interface StructurePart {
	/** `base` what runs today; `price` the price book's new price of it; `uplift` the clause; `expansion` new. */
	readonly kind: 'base' | 'price' | 'uplift' | 'expansion';
	readonly label: string;
	/** A year, minor units; may be negative. */
	readonly amountMinor: number;
	/** 0 to 1; null: not known. */
	readonly probability: number | null;
	readonly opportunityId: string | null;
}

/** What is proposed, part by part, and what may be expected of it. */
export interface RenewalStructure {
	readonly currency: string | null;
	readonly parts: readonly StructurePart[];
	readonly baseMinor: number;
	/** Sum of all parts. */
	readonly proposedMinor: number;
	readonly incrementMinor: number;
	/** Increment over base; null when the base is not above 0. */
	readonly changeRate: number | null;
	readonly expected: ExpectedValue | null;
	/** Opportunities that are not in it, with the reason. */
	readonly leftOut: ReadonlyArray<{ readonly opportunityId: string; readonly reason: string }>;
}

export interface ExpectedValue {
	/** Minor units, rounded half up once. */
	readonly minor: number;
	/** Amounts by probability, in the order of the parts; see `wordExpectedValue` for the formula. */
	readonly tiers: ReadonlyArray<{ readonly probability: number; readonly amountMinor: number }>;
	/** Mean of the probabilities of the tiers in percent, half up; null with one tier. */
	readonly meanConfidence: number | null;
	/** Expected over proposed in percent, half up; null when nothing above 0 is proposed. */
	readonly weightedConfidence: number | null;
	/** Parts without a probability, which are not in it. */
	readonly withoutProbability: number;
}
