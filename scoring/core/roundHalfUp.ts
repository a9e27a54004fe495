/**
 * Rounds half up (towards plus infinity) to a whole number: 81.5 becomes 82, -0.5 becomes 0.
 *
 * Robust to floating-point noise: a value that lies less than one part in 10^12 (at least 1e-9) under a half counts as that half,
 * because a weighted sum that is 81.5 on paper may come out as 81.49999999999999. Never returns -0; NaN and infinities stay as they are.
 *
 * @example
 * [roundHalfUp(81.5), roundHalfUp(81.49999999999999), roundHalfUp(81.49)]
 * // => [82, 82, 81]
 */
export function roundHalfUp(value: number): number {
	if (!Number.isFinite(value)) return value;
	const noise = Math.max(1e-9, Math.abs(value) * 1e-12);
	return Math.floor(value + 0.5 + Math.min(noise, 0.25)) + 0;
}
