import { normalCdf } from './normalCdf';

export interface MannKendall {
	/** Rising pairs minus falling pairs. */
	readonly s: number;
	/** Standard score of `s` with continuity correction; 0 when nothing differs. */
	readonly z: number;
	/** Two-sided, 0 to 1: how likely chance alone moves this much. */
	readonly pValue: number;
}

/**
 * Mann-Kendall test: do values in order of time rise or fall more often than chance? Only order counts, so outliers hardly matter;
 * ties are corrected for. Neighbours that resemble each other look like a trend: with `lagOne`, the correlation of a value with the one
 * before (-1 to 1, negative counts as 0), the variance grows as Hamed and Rao (1998) have it, with correlations that fade as lagOne^k.
 * null for fewer than three values.
 *
 * @example
 * mannKendall([80, 79, 77, 78, 74, 71, 70, 66])?.pValue.toFixed(4)
 * // => '0.0020'
 */
export function mannKendall(values: readonly number[], lagOne = 0): MannKendall | null {
	const n = values.length;
	if (n < 3) return null;
	let s = 0;
	for (let right = 1; right < n; right++) {
		for (let left = 0; left < right; left++)
			s += Math.sign((values[right] as number) - (values[left] as number));
	}
	const variance = ((n * (n - 1) * (2 * n + 5) - tieTerm(values)) / 18) * inflation(n, lagOne);
	const z = s === 0 || variance <= 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
	return { s, z, pValue: Math.min(1, 2 * normalCdf(-Math.abs(z))) };
}

function tieTerm(values: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	let term = 0;
	for (const count of counts.values()) term += count * (count - 1) * (2 * count + 5);
	return term;
}

function inflation(n: number, lagOne: number): number {
	const correlation = Math.min(0.95, Math.max(0, lagOne));
	let sum = 0;
	for (let lag = 1; lag < n - 2; lag++) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation ** lag;
	return 1 + (2 * sum) / (n * (n - 1) * (n - 2));
}
