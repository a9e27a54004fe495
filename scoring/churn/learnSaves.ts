import { INTERVENTION_STRATEGIES, type InterventionStrategy } from './interventionStrategies';

/** What became of an account after a strategy (or after nothing: `no_action`). */
export interface PlaybookOutcome {
	readonly strategy: string;
	readonly churned: boolean;
	/** Probability of churn before it began, 0 to 1; null: not known. */
	readonly probability: number | null;
}

/** Fewer accounts than this say nothing of a strategy. */
const FEWEST = 20;
/** The seed's save counts as so many accounts (Beta prior). */
const PRIOR = 20;

/**
 * Replaces the seed's saves by what own playbooks did, strategy by strategy, from 20 accounts on: save = 1 - churn rate under the strategy / churn
 * expected without. Expected is the mean probability before it began, where all have one, else the churn rate of the accounts with no action (20 at least).
 * The rate is drawn to the seed's by a Beta prior worth 20 accounts. Whom a strategy is given to is chosen by people: read it as a
 * description, not as proof.
 *
 * @example
 * learnSaves([])[1].basis
 * // => 'seed'
 */
export function learnSaves(
	outcomes: readonly PlaybookOutcome[],
	strategies: readonly InterventionStrategy[] = INTERVENTION_STRATEGIES,
): InterventionStrategy[] {
	const of = (id: string): PlaybookOutcome[] => outcomes.filter(({ strategy }) => strategy === id);
	const untreated = of('no_action');
	const control = untreated.length < FEWEST ? null : rateOf(untreated);
	return strategies.map((strategy) => {
		const own = of(strategy.id);
		if (strategy.id === 'no_action' || own.length < FEWEST) return strategy;
		const expected = meanProbability(own) ?? control;
		if (expected === null || expected <= 0) return strategy;
		const churned = own.filter((outcome) => outcome.churned).length;
		const rate = (churned + PRIOR * expected * (1 - strategy.save)) / (own.length + PRIOR);
		const save = Math.min(1, Math.max(0, 1 - rate / expected));
		return { ...strategy, save, basis: 'own outcomes' as const, accounts: own.length };
	});
}

const rateOf = (outcomes: readonly PlaybookOutcome[]): number =>
	outcomes.filter(({ churned }) => churned).length / outcomes.length;

function meanProbability(outcomes: readonly PlaybookOutcome[]): number | null {
	let sum = 0;
	for (const { probability } of outcomes) {
		if (probability === null) return null;
		sum += probability;
	}
	return sum / outcomes.length;
}
