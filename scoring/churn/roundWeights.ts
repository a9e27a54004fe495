/**
 * Shares rounded to whole percent that sum to 100: each is rounded down, and what is missing goes to those with the largest remainder (of equals to the first).
 * Shares must not be negative and not all 0; they need not sum to 1.
 *
 * @example
 * roundWeights([1, 1, 1])
 * // => [34, 33, 33]
 */
export function roundWeights(shares: readonly number[]): number[] {
	const sum = shares.reduce((total, share) => total + share, 0);
	const exact = shares.map((share) => (100 * share) / sum);
	const whole = exact.map((share) => Math.floor(share + 1e-9));
	const missing = 100 - whole.reduce((total, share) => total + share, 0);
	const order = exact
		.map((share, index) => ({ index, rest: share - (whole[index] as number) }))
		.sort((left, right) => right.rest - left.rest || left.index - right.index);
	for (const { index } of order.slice(0, missing)) whole[index] = (whole[index] as number) + 1;
	return whole;
}
