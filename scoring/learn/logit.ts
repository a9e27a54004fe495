/**
 * Log-odds of a probability, which is first kept `margin` away from 0 and 1 so that the result is finite.
 *
 * @example
 * logit(0.5, 0.001)
 * // => 0
 */
export function logit(probability: number, margin: number): number {
	const inside = Math.min(Math.max(probability, margin), 1 - margin);
	return Math.log(inside / (1 - inside));
}
