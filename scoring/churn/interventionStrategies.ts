export interface InterventionStrategy {
	readonly id: string;
	readonly label: string;
	/** How it is recommended, where it builds on another one. */
	readonly recommendedAs?: string;
	/** Share of those that would churn whom it keeps, 0 to 1. */
	readonly save: number;
	/** Minor units in the currency of the ARR; null: not known. */
	readonly costMinor: number | null;
	/** How the save is known: from the seed, or learned from own outcomes of so many accounts. */
	readonly basis: 'seed' | 'own outcomes';
	readonly accounts: number;
}

/**
 * The seed's strategies by rising effort. It prints retention 22, 45, 73 and 89 % at a churn probability of 78 %; these saves give just that at
 * 0.78, and something sensible at any other probability. What they are worth at your customers only own outcomes tell (`learnSaves`).
 */
export const INTERVENTION_STRATEGIES: readonly InterventionStrategy[] = [
	{ id: 'no_action', label: 'No Action', save: 0, costMinor: 0, basis: 'seed', accounts: 0 },
	{
		id: 'standard',
		label: 'Standard Intervention',
		save: 0.295,
		costMinor: null,
		basis: 'seed',
		accounts: 0,
	},
	{
		id: 'comprehensive',
		label: 'Comprehensive Strategy',
		save: 0.654,
		costMinor: null,
		basis: 'seed',
		accounts: 0,
	},
	{
		id: 'executive',
		label: 'Executive Engagement',
		recommendedAs: 'Comprehensive + Executive',
		save: 0.859,
		costMinor: null,
		basis: 'seed',
		accounts: 0,
	},
];
