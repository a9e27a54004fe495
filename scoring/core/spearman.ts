import { mean } from './mean';
import { rankValues } from './rankValues';

/**
 * Spearman's rank correlation of two lists of equal length, -1 to 1: do they rise together, whatever the scale?
 * null for fewer than three pairs or when one list does not vary.
 *
 * @example
 * spearman([1, 2, 3, 4], [10, 20, 40, 30])
 * // => 0.8
 */
export function spearman(xs: readonly number[], ys: readonly number[]): number | null {
	if (xs.length < 3 || xs.length !== ys.length) return null;
	const [left, right] = [rankValues(xs), rankValues(ys)];
	const centre = mean(left) as number;
	let product = 0;
	let leftSquare = 0;
	let rightSquare = 0;
	for (let index = 0; index < left.length; index++) {
		const a = (left[index] as number) - centre;
		const b = (right[index] as number) - centre;
		product += a * b;
		leftSquare += a * a;
		rightSquare += b * b;
	}
	if (leftSquare === 0 || rightSquare === 0) return null;
	return Math.min(1, Math.max(-1, product / Math.sqrt(leftSquare * rightSquare)));
}
