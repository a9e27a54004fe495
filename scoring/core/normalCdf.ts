/**
 * Probability that a standard normal variable lies below `z`, 0 to 1; absolute error under 2e-7
 * (Abramowitz and Stegun 26.2.17 has 7.5e-8).
 *
 * @example
 * normalCdf(1.959964).toFixed(4)
 * // => '0.9750'
 */
export function normalCdf(z: number): number {
	const t = 1 / (1 + 0.2316419 * Math.abs(z));
	const series =
		t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	const tail = 0.3989422804014327 * Math.exp((-z * z) / 2) * series;
	return z > 0 ? 1 - tail : tail;
}
