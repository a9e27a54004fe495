import type { CalibrationBin } from './Evaluation';
import { orderOf } from './orderOf';
import { wilsonInterval } from './wilsonInterval';

const Z90 = 1.6448536269514722;

/**
 * What was said against what happened: at most `bins` bins of about equally many rows by rising probability (0 to 1), with the mean probability told and
 * the share that happened, its 90 % Wilson interval. Equal probabilities stay in one bin. Empty without rows.
 *
 * @example
 * tabulateCalibration(Float64Array.of(0.1, 0.3, 0.8, 1), Uint8Array.of(0, 0, 1, 1), 2).map(({ predicted, observed }) => [predicted, observed])
 * // => [[0.2, 0], [0.9, 1]]
 */
export function tabulateCalibration(
	probabilities: Float64Array,
	labels: Uint8Array,
	bins = 10,
): CalibrationBin[] {
	const order = orderOf(probabilities);
	const table: CalibrationBin[] = [];
	const rows = order.length;
	const at = (place: number): number => probabilities[order[place] as number] as number;
	let start = 0;
	for (let bin = 1; bin <= bins && start < rows; bin++) {
		let end = Math.max(start + 1, Math.floor((bin * rows) / bins));
		while (end < rows && at(end) === at(end - 1)) end += 1;
		let events = 0;
		let sum = 0;
		for (let place = start; place < end; place++) {
			events += labels[order[place] as number] as number;
			sum += at(place);
		}
		const size = end - start;
		const predicted = sum / size;
		const interval = wilsonInterval(events, size, Z90);
		table.push({
			rows: size,
			events,
			predicted,
			from: at(start),
			to: at(end - 1),
			observed: events / size,
			...interval,
			inside: predicted >= interval.low && predicted <= interval.high,
		});
		start = end;
	}
	return table;
}
