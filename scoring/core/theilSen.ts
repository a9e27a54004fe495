import { median } from './median';

/** A straight line y = intercept + slope * x. */
export interface Line {
	/** Units of y per unit of x. */
	readonly slope: number;
	readonly intercept: number;
}

/**
 * Robust straight line: the slope is the median of the slopes of all pairs of points, the intercept the median of what it leaves
 * (Theil 1950, Sen 1968). Up to 29 % of the points may be wild without moving it. Pairs with equal x are left out.
 * null for fewer than two different x. `xs` and `ys` have the same length.
 *
 * @example
 * theilSen([0, 1, 2, 3, 4], [80, 78, 76, 74, 10])?.slope
 * // => -2
 */
export function theilSen(xs: readonly number[], ys: readonly number[]): Line | null {
	const slopes: number[] = [];
	for (let right = 1; right < xs.length; right++) {
		for (let left = 0; left < right; left++) {
			const run = (xs[right] as number) - (xs[left] as number);
			if (run !== 0) slopes.push(((ys[right] as number) - (ys[left] as number)) / run);
		}
	}
	const slope = median(slopes);
	if (slope === null) return null;
	const intercept = median(ys.map((y, index) => y - slope * (xs[index] as number)));
	return intercept === null ? null : { slope, intercept };
}
