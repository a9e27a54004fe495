/**
 * Value of a leaf within its bounds, before the learning rate, in log-odds: -gradient / (hessian + l2), the Newton step.
 *
 * @example
 * leafValue(-3, 2, 1, -Infinity, 0.5)
 * // => 0.5
 */
export function leafValue(
	gradient: number,
	hessian: number,
	l2: number,
	lower: number,
	upper: number,
): number {
	const weight = hessian + l2;
	return weight > 0 ? Math.min(Math.max(-gradient / weight, lower), upper) : 0;
}
