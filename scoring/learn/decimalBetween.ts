/**
 * The number with the fewest decimal digits that lies in the middle half between two numbers, `low` < `high`: 14.5 between 12.03 and 16.9.
 * Split points of this form are readable, and short in a stored model.
 *
 * @example
 * decimalBetween(12.03, 16.9)
 * // => 14
 */
export function decimalBetween(low: number, high: number): number {
	const middle = (low + high) / 2;
	const reach = (high - low) / 4;
	for (let digits = 1; digits < 17; digits++) {
		const rounded = Number(middle.toPrecision(digits));
		if (Math.abs(rounded - middle) <= reach) return rounded;
	}
	return middle;
}
