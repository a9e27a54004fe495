const BEYOND_CHANCE = 2.576;

/** Share in percent with one decimal. */
const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/**
 * Sentence on the event rate of rows from the time `from` on against that of earlier rows, where they differ beyond chance (two-sided 1 %); null
 * where they do not.
 *
 * @example
 * noteRateDrift(Float64Array.of(1, 2), Uint8Array.of(0, 1), 2)
 * // => null
 */
export function noteRateDrift(times: Float64Array, labels: Uint8Array, from: number): string | null {
	const rows = [0, 0];
	const events = [0, 0];
	for (let row = 0; row < labels.length; row++) {
		const time = times[row]!;
		if (Number.isNaN(time)) continue;
		const part = time >= from ? 1 : 0;
		rows[part]! += 1;
		events[part]! += labels[row]!;
	}
	const [earlyRows, lateRows] = rows as [number, number];
	if (earlyRows === 0 || lateRows === 0) return null;
	const early = events[0]! / earlyRows;
	const late = events[1]! / lateRows;
	const pooled = (events[0]! + events[1]!) / (earlyRows + lateRows);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / earlyRows + 1 / lateRows));
	if (Math.abs(late - early) <= BEYOND_CHANCE * error) return null;
	return `The event rate moved from ${percent(early)} to ${percent(late)} in the newest rows: train often on the newest snapshots and look at what changed`;
}
