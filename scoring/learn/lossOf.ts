/**
 * Log-loss of one prediction given in log-odds: -log of the probability of what happened (label 1 or 0). Exact also where the probability
 * rounds to 0 or 1.
 *
 * @example
 * lossOf(0, 1)
 * // => 0.6931471805599453
 */
export function lossOf(logOdds: number, label: number): number {
	const wrong = label === 1 ? -logOdds : logOdds;
	return wrong > 0 ? wrong + Math.log1p(Math.exp(-wrong)) : Math.log1p(Math.exp(wrong));
}
