/**
 * Strength of several signals together, 0 to 1: how likely at least one is right if each is right as likely as it is strong. 0 for none.
 *
 * @example
 * combineStrengths([0.5, 0.5])
 * // => 0.75
 */
export function combineStrengths(strengths: readonly number[]): number {
	let wrong = 1;
	for (const strength of strengths) wrong *= 1 - Math.min(1, Math.max(0, strength));
	return 1 - wrong;
}
