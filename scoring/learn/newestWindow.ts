const FEWEST_ROWS = 100;
const FEWEST_OF_CLASS = 20;

/**
 * From which time on rows count as the newest: the fewest latest times that hold 100 rows and 20 of each class, but at most two thirds of all rows. null where
 * there is no such window, or only one time.
 *
 * @example
 * newestWindow(Float64Array.of(1, 2), Uint8Array.of(0, 1))
 * // => null
 */
export function newestWindow(times: Float64Array, labels: Uint8Array): number | null {
	const counts = new Map<number, { rows: number; events: number }>();
	for (let row = 0; row < times.length; row++) {
		const time = times[row]!;
		if (Number.isNaN(time)) continue;
		const count = counts.get(time) ?? { rows: 0, events: 0 };
		if (count.rows === 0) counts.set(time, count);
		count.rows++;
		count.events += labels[row]!;
	}
	let rows = 0;
	let events = 0;
	for (const time of Float64Array.from(counts.keys()).sort().reverse()) {
		const count = counts.get(time)!;
		rows += count.rows;
		events += count.events;
		if (rows * 3 > times.length * 2) return null;
		if (rows >= FEWEST_ROWS && Math.min(events, rows - events) >= FEWEST_OF_CLASS) return time;
	}
	return null;
}
