import type { CategoryLimits, ForecastCase, ForecastCategory } from './RenewalForecast';

/**
 * The forecast category of a renewal: its end when it has come, else the call of the person in charge, else by its probability. The
 * limits are a project choice and a parameter. null: neither a call nor a probability.
 *
 * @example
 * categoriseRenewal({ outcome: null, call: null, probability: 0.94 }, { commit: 0.9, mostLikely: 0.7, best: 0.4 })
 * // => 'commit'
 */
export function categoriseRenewal(
	{ outcome, call, probability }: Pick<ForecastCase, 'outcome' | 'call' | 'probability'>,
	limits: CategoryLimits,
): ForecastCategory | null {
	if (outcome !== null) return outcome === 'renewed' ? 'closed' : 'omitted';
	if (call !== null) return call;
	if (probability === null) return null;
	if (probability >= limits.commit) return 'commit';
	if (probability >= limits.mostLikely) return 'most_likely';
	return probability >= limits.best ? 'best' : 'pipeline';
}
