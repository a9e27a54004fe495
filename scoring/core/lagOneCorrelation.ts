/**
 * Correlation of a value with the one before it, -0.95 to 0.95, corrected for the bias of short series
 * (Kendall 1954: (n r + 1) / (n - 4)). null for fewer than six values or when they do not vary.
 *
 * @example
 * lagOneCorrelation([1, 2, 3, 4, 3, 2, 1, 0, 1, 2, 3, 4])?.toFixed(2)
 * // => '0.95'
 */
export function lagOneCorrelation(values: readonly number[]): number | null {
	const n = values.length;
	if (n < 6) return null;
	let sum = 0;
	for (const value of values) sum += value;
	const centre = sum / n;
	let product = 0;
	let square = 0;
	for (let index = 0; index < n; index++) {
		const deviation = (values[index] as number) - centre;
		square += deviation * deviation;
		if (index > 0) product += deviation * ((values[index - 1] as number) - centre);
	}
	if (square === 0) return null;
	const corrected = (n * (product / square) + 1) / (n - 4);
	return Math.min(0.95, Math.max(-0.95, corrected));
}
