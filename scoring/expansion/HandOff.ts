/** Everything sales needs to take an opportunity over; each part says where it is from or stays empty. */
export interface HandOff {
	readonly title: string;
	readonly accountSummary: {
		readonly name: string;
		readonly tier: string | null;
		readonly industry: string | null;
		readonly country: string | null;
		readonly customerSince: string | null;
		readonly renewalOn: string | null;
		/** "875,000 USD"; null: not known. */
		readonly arr: string | null;
		readonly products: readonly string[];
		readonly health: number | null;
		readonly csmId: string | null;
		readonly aeId: string | null;
	};
	/** Why they would buy, strongest first. */
	readonly drivers: readonly {
		readonly label: string;
		readonly words: string;
		readonly observedOn: string | null;
		/** Cells to look it up: table, key, column, value. */
		readonly rows: readonly unknown[];
	}[];
	readonly stakeholders: readonly {
		readonly contactId: string;
		readonly name: string | null;
		readonly title: string | null;
		readonly part: 'champion' | 'decision_maker' | 'influencer' | 'user';
		readonly lastContactOn: string | null;
		/** false: has asked not to be written to. */
		readonly mayWrite: boolean;
	}[];
	readonly technical: {
		readonly product: string | null;
		/** 0 to 100 */
		readonly fit: number | null;
		readonly complexity: string | null;
		readonly facts: readonly { readonly name: string; readonly value: number | string }[];
		readonly openUrgentTickets: number | null;
	};
	readonly commercial: {
		readonly amount: string | null;
		readonly formula: string | null;
		/** Where the quantities in the formula come from. */
		readonly basisOfAmount: string | null;
		readonly reason: string | null;
		/** 0 to 1 */
		readonly probability: number | null;
		readonly basis: string | null;
		readonly confidence: number | null;
		readonly budget: string | null;
		readonly competition: string | null;
		readonly closeOn: string | null;
	};
	readonly milestones: readonly Milestone[];
	/** What sales would have to ask for; empty: the package is complete. */
	readonly missing: readonly string[];
	/** Nothing blocks it and nothing is missing that a first talk needs. */
	readonly ready: boolean;
}

export interface Milestone {
	readonly name: string;
	/** "1", "2-3", "4-6", "7-8" */
	readonly weeks: string;
	readonly startsOn: string;
	readonly dueOn: string;
	readonly measure: string;
}
