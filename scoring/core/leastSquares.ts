import type { Line } from './theilSen';

/**
 * Straight line with the smallest squared distances in y. Cheap, but moved by outliers: `theilSen` is not.
 * null for fewer than two different x. `xs` and `ys` have the same length.
 *
 * @example
 * leastSquares([0, 1, 2], [1, 3, 5])
 * // => { slope: 2, intercept: 1 }
 */
export function leastSquares(xs: readonly number[], ys: readonly number[]): Line | null {
	const n = xs.length;
	let [sumX, sumY] = [0, 0];
	for (let index = 0; index < n; index++) {
		sumX += xs[index] as number;
		sumY += ys[index] as number;
	}
	let [product, square] = [0, 0];
	for (let index = 0; index < n; index++) {
		const run = (xs[index] as number) - sumX / n;
		product += run * ((ys[index] as number) - sumY / n);
		square += run * run;
	}
	if (!(square > 0)) return null;
	const slope = product / square;
	return { slope, intercept: (sumY - slope * sumX) / n };
}
