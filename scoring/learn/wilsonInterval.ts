/**
 * Wilson interval of a share: `events` of `rows`, as far as `z` standard errors reach (1.645: 90 %, 1.96: 95 %). Bounds 0 to 1; without rows nothing
 * is known and the interval is 0 to 1. Source: Wilson, J. Am. Stat. Assoc. 22 (1927), 209-212.
 *
 * @example
 * wilsonInterval(5, 5, 0)
 * // => { low: 1, high: 1 }
 */
export function wilsonInterval(events: number, rows: number, z: number): { low: number; high: number } {
	if (rows <= 0) return { low: 0, high: 1 };
	const share = events / rows;
	const square = (z * z) / rows;
	const centre = (share + square / 2) / (1 + square);
	const half = (z * Math.sqrt((share * (1 - share)) / rows + square / (4 * rows))) / (1 + square);
	return {
		low: events === 0 ? 0 : Math.max(0, centre - half),
		high: events === rows ? 1 : Math.min(1, centre + half),
	};
}
