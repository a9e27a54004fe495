/** Size, mean and sample standard deviation of a set of numbers; null: unknown (empty, or under two). */
export interface Sample {
	readonly count: number;
	readonly mean: number | null;
	readonly deviation: number | null;
}

/** How far a part of a set stands from the rest of it. */
export interface Contrast {
	/** Mean of the part minus mean of the rest. */
	readonly difference: number;
	/** Difference in standard errors (Welch: both spreads counted on their own). */
	readonly z: number;
}

/**
 * Compares a part with the rest of the whole it belongs to, from counts, means and deviations alone (Welch 1947).
 * null when the part or the rest has fewer than `least` members or no spread at all is known.
 *
 * @example
 * contrastGroups({ count: 50, mean: 80, deviation: 10 }, { count: 100, mean: 75, deviation: 11.2 }, 10)?.difference
 * // => 10
 */
export function contrastGroups(part: Sample, whole: Sample, least: number): Contrast | null {
	const count = whole.count - part.count;
	if (part.count < least || count < least || part.mean === null || whole.mean === null) return null;
	if (part.deviation === null || whole.deviation === null) return null;
	const mean = (whole.count * whole.mean - part.count * part.mean) / count;
	const square = squares(whole, whole.mean) - squares(part, part.mean) - count * mean * mean;
	const variance = Math.max(0, square) / (count - 1);
	const error = Math.sqrt(part.deviation ** 2 / part.count + variance / count);
	const difference = part.mean - mean;
	if (error === 0) return { difference, z: Math.sign(difference) * Infinity || 0 };
	return { difference, z: difference / error };
}

/** Sum of the squared numbers. */
function squares({ count, deviation }: Sample, mean: number): number {
	return (count - 1) * (deviation ?? 0) ** 2 + count * mean * mean;
}
