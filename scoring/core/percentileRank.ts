/**
 * Share of peers a value surpasses, 0 to 100; a tie counts half (the mid-rank definition of SciPy's `kind='mean'`).
 * `peers` must be sorted ascending. null without peers.
 *
 * @example
 * percentileRank(20, [10, 20, 20, 40])
 * // => 50
 */
export function percentileRank(value: number, peers: readonly number[]): number | null {
	if (peers.length === 0) return null;
	const below = countUntil(peers, (peer) => peer < value);
	const notAbove = countUntil(peers, (peer) => peer <= value);
	return ((below + notAbove) / 2 / peers.length) * 100;
}

/** Length of the leading part for which `inside` holds, by bisection. */
function countUntil(sorted: readonly number[], inside: (peer: number) => boolean): number {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (inside(sorted[middle] as number)) from = middle + 1;
		else to = middle;
	}
	return from;
}
