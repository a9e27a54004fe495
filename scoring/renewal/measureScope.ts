import type { Shock } from './createShock';
import { distributeRenewals } from './distributeRenewals';
import type { ForecastCategory, ForecastDimension, PlacedCase, ScopeForecast } from './RenewalForecast';

/** A part of the portfolio whose amounts are in one currency. */
export interface ScopeCases {
	readonly dimension: ForecastDimension;
	readonly key: string | null;
	readonly currency: string;
	readonly converted: boolean;
	readonly cases: readonly PlacedCase[];
}

/** Rank of a category: a forecast holds all that is surer. */
const SUREST: Readonly<Record<ForecastCategory, number>> = {
	closed: 0,
	commit: 1,
	most_likely: 2,
	best: 3,
	pipeline: 4,
	omitted: 5,
};

/** A forecast whose weighted amount is not yet rounded. */
export type MeasuredScope = Omit<ScopeForecast, 'weightedMinor'> & { readonly weighted: number };

/**
 * The forecast of one part of the portfolio: commit holds what is signed and what counts as commit, most likely and best hold more and
 * more, weighted is the expected value (not rounded here), and the renewed revenue and the number of renewals have a distribution each.
 * Contracts without a probability are in the amount due and in none of the last three.
 *
 * @example
 * measureScope({ cases: [{ arrMinor: 875, probability: 0.94, category: 'commit', renewedMinor: null }] }, createShock(0)).weighted
 * // => 822.5
 */
export function measureScope({ cases, ...scope }: ScopeCases, shock: Shock): MeasuredScope {
	const upTo = [0, 0, 0, 0];
	const amounts: number[] = [];
	const probabilities: number[] = [];
	let [dueMinor, weighted, withoutProbability, withoutProbabilityMinor] = [0, 0, 0, 0];
	for (const one of cases) {
		const { arrMinor, probability, category } = one;
		const amount = keptMinor(one);
		dueMinor += arrMinor;
		if (category !== null) {
			for (let rank = SUREST[category]; rank < upTo.length; rank++)
				upTo[rank] = (upTo[rank] as number) + amount;
		}
		if (probability === null) {
			withoutProbability++;
			withoutProbabilityMinor += arrMinor;
			continue;
		}
		weighted += amount * probability;
		amounts.push(amount);
		probabilities.push(probability);
	}
	const [closedMinor, commitMinor, mostLikelyMinor, bestMinor] = upTo as [number, number, number, number];
	return {
		...scope,
		contracts: cases.length,
		dueMinor,
		closedMinor,
		commitMinor,
		mostLikelyMinor,
		bestMinor,
		weighted,
		arr: distributeRenewals({ amounts, probabilities }, shock),
		count: distributeRenewals({ amounts: amounts.map(() => 1), probabilities }, shock),
		withoutProbability,
		withoutProbabilityMinor,
	};
}

/** What renews of the amount due: all of it while open; of a signed renewal no more than was due, because the rest is growth. */
function keptMinor({ arrMinor, outcome, renewedMinor }: PlacedCase): number {
	return outcome === 'renewed' && renewedMinor !== null ? Math.min(arrMinor, renewedMinor) : arrMinor;
}
