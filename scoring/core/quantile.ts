/**
 * Quantile of a sample by linear interpolation between the closest ranks (Hyndman and Fan 1996, type 7: the default of R, NumPy and
 * spreadsheets' PERCENTILE.INC). `share` runs from 0 (minimum) to 1 (maximum) and is held inside. The values need not be sorted and
 * are not changed. null for an empty list.
 *
 * @example
 * quantile([10, 40, 20, 30], 0.25)
 * // => 17.5
 */
export function quantile(values: readonly number[], share: number): number | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((left, right) => left - right);
	const position = (sorted.length - 1) * Math.min(1, Math.max(0, share));
	const below = Math.floor(position);
	const lower = sorted[below] as number;
	const upper = sorted[Math.min(below + 1, sorted.length - 1)] as number;
	return position === below ? lower : lower + (upper - lower) * (position - below);
}
