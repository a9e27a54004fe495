import type { ProbabilityBand } from './Model';
import { orderOf } from './orderOf';
import { wilsonInterval } from './wilsonInterval';

const Z90 = 1.6448536269514722;

/** The highest band is halved again while its upper half still holds so many: those are the accounts people call. */
const FEWEST_EVENTS = 20;
const FEWEST_ROWS = 40;

/** Few rows make few bands, or their intervals say nothing. */
function bandsFor(rows: number): number {
	if (rows < 500) return 4;
	return rows < 5000 ? 8 : 10;
}

/**
 * Bands of equally many rows by rising probability, the highest divided further as far as its events allow, with the Wilson interval at 90 % of how often the event really happened in each: "accounts scored
 * like this churned 8 to 14 %". `probabilities` (0 to 1) are of rows the model had not seen. The first band starts at 0, the last ends at 1; equal
 * probabilities are never split. Empty without rows.
 *
 * @example
 * bandProbabilities(Float64Array.of(0.2, 0.2), Uint8Array.of(0, 1)).map(({ from, to, rows, events }) => [from, to, rows, events])
 * // => [ [ 0, 1, 2, 1 ] ]
 */
export function bandProbabilities(probabilities: Float64Array, labels: Uint8Array): ProbabilityBand[] {
	const rows = labels.length;
	if (rows === 0) return [];
	const order = orderOf(probabilities);
	const count = bandsFor(rows);
	const starts = [0];
	/** Begins a band at this place, or where the rows of the same probability begin. */
	const begin = (place: number): boolean => {
		let start = place;
		while (start > 0 && probabilities[order[start - 1]!] === probabilities[order[start]!]) start--;
		return start > starts[starts.length - 1]! && starts.push(start) > 0;
	};
	for (let band = 1; band < count; band++) begin(Math.floor((band * rows) / count));
	const eventsFrom = (place: number): number =>
		order.subarray(place).reduce((sum, row) => sum + labels[row]!, 0);
	for (;;) {
		const middle = Math.ceil((starts[starts.length - 1]! + rows) / 2);
		if (rows - middle < FEWEST_ROWS || eventsFrom(middle) < FEWEST_EVENTS || !begin(middle)) break;
	}
	return starts.map((start, band) => {
		const end = starts[band + 1] ?? rows;
		let events = 0;
		for (let place = start; place < end; place++) events += labels[order[place]!]!;
		return {
			from: start === 0 ? 0 : probabilities[order[start]!]!,
			to: end === rows ? 1 : probabilities[order[end]!]!,
			rows: end - start,
			events,
			...wilsonInterval(events, end - start, Z90),
		};
	});
}
