/** Intervals of age from index `from` up to, and without, `to`. */
export interface PeriodSpan {
	readonly from: number;
	readonly to: number;
}

/**
 * Intervals of age (`cuts[j]` to `cuts[j + 1]`) that a row counts for: those it lived through, and the one in which it ended. One in which it
 * was last seen counts (as survived) when it was there for at least half of it; otherwise it would be counted as safe for a time nobody saw.
 * Of one in which it came under watch (`entry`, 0: from its start) the same: after its middle it does not count, whatever happened in it.
 *
 * @example
 * periodsOf(5, 1, [0, 2, 4, 9], 1.5)
 * // => { from: 1, to: 3 }
 */
export function periodsOf(age: number, happened: number, cuts: readonly number[], entry = 0): PeriodSpan {
	let to = 0;
	let from = 0;
	for (let next = 1; next < cuts.length && age > cuts[next - 1]!; next++) {
		const middle = (cuts[next - 1]! + cuts[next]!) / 2;
		if (entry > middle) from = next;
		if (age > cuts[next]! || happened === 1 || age >= middle) to = next;
	}
	return { from: Math.min(from, to), to };
}
