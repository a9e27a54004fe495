/**
 * What is left of a strength (0 to 1) after some days: it halves every `halfLifeDays`.
 *
 * @example
 * decayStrength(0.8, 30, 30)
 * // => 0.4
 */
export function decayStrength(strength: number, ageDays: number, halfLifeDays: number): number {
	return strength * Math.exp((-Math.LN2 * ageDays) / halfLifeDays);
}
