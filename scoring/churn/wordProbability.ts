import { roundHalfUp } from '../core/roundHalfUp';

/**
 * A probability in percent for people: whole numbers, one decimal below 10 %, and never a 0 or 100 that it is not.
 *
 * @example
 * [wordProbability(0.124), wordProbability(0.034), wordProbability(0.0001), wordProbability(0.9999)]
 * // => ['12 %', '3.4 %', 'under 0.1 %', 'over 99 %']
 */
export function wordProbability(probability: number): string {
	if (probability < 0.001) return 'under 0.1 %';
	if (probability > 0.994) return 'over 99 %';
	const percent = 100 * probability;
	return `${percent < 9.95 ? roundHalfUp(percent * 10) / 10 : roundHalfUp(percent)} %`;
}
