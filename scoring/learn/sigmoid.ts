/**
 * Probability (0 to 1) of log-odds.
 *
 * @example
 * sigmoid(0)
 * // => 0.5
 */
export function sigmoid(logOdds: number): number {
	return 1 / (1 + Math.exp(-logOdds));
}
