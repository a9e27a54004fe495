/** What a renewal document says; a report is made of it. Points of which nothing is known are left out, never invented. */
export interface RenewalDocument {
	readonly title: string;
	/** Four: summary, results, what comes next, partnership and investment. */
	readonly slides: ReadonlyArray<{ readonly title: string; readonly points: readonly string[] }>;
	readonly terms: RenewalTerms;
	readonly risks: ReadonlyArray<{
		readonly risk: string;
		/** What was observed; null: nothing. */
		readonly level: string | null;
		readonly mitigation: string;
	}>;
	readonly alternatives: readonly RenewalAlternative[];
}

export interface RenewalTerms {
	/** YYYY-MM-DD; null without an end. */
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly months: number | null;
	/** A year, minor units. */
	readonly amountMinor: number | null;
	readonly currency: string | null;
	/** 0.05 is 5 % at each renewal. */
	readonly upliftRate: number | null;
	readonly noticeDays: number | null;
	readonly autoRenew: boolean | null;
	readonly points: readonly string[];
}

/** Another way to go, with what it costs more (above 0) or less than the proposal in its first year. */
export interface RenewalAlternative {
	readonly name: string;
	/** A year, minor units. */
	readonly yearlyMinor: number | null;
	/** Once, in the first year. */
	readonly oneTimeMinor: number | null;
	readonly differenceMinor: number | null;
	readonly source: 'proposal' | 'customer';
}

/** Another offer, as a person entered it. */
export interface OtherOffer {
	readonly name: string;
	readonly yearlyMinor: number | null;
	readonly oneTimeMinor: number | null;
}
