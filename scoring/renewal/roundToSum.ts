import { roundHalfUp } from '../core/roundHalfUp';

/**
 * Rounds parts to whole numbers whose sum is the rounded sum of the parts (largest remainder; of equal remainders the first part gets
 * it), so that rows add up to their total. Parts may be negative.
 *
 * @example
 * roundToSum([1.4, 1.4, 1.4])
 * // => [2, 1, 1]
 */
export function roundToSum(parts: readonly number[]): number[] {
	const floors = parts.map((part) => Math.floor(part) + 0);
	const missing =
		roundHalfUp(parts.reduce((sum, part) => sum + part, 0)) - floors.reduce((sum, part) => sum + part, 0);
	const order = parts
		.map((part, index) => ({ index, rest: part - Math.floor(part) }))
		.sort((a, b) => b.rest - a.rest || a.index - b.index);
	for (let given = 0; given < missing; given++) {
		const { index } = order[given % order.length] as { index: number };
		floors[index] = (floors[index] as number) + 1;
	}
	return floors;
}
