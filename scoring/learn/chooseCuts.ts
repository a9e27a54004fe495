import type { Durations } from './Hazard';
import type { RowIndex } from './Matrix';

const MOST_INTERVALS = 14;
/** An interval needs some events to have a rate of its own. */
const EVENTS_PER_INTERVAL = 10;

/**
 * Ages at which the intervals of a hazard model end: 0, quantiles of the ages at which rows ended (at most 14 intervals of at least about ten
 * events), and the highest age seen. Only 0 when no row has an age above 0.
 *
 * @example
 * chooseCuts({ ages: Float64Array.of(3, 9), happened: Uint8Array.of(1, 0) }, Int32Array.of(0, 1))
 * // => [0, 9]
 */
export function chooseCuts(durations: Durations, rows: RowIndex): number[] {
	const { ages, happened } = durations;
	const known = rows.filter((row) => ages[row]! > 0 && ages[row]! < Infinity);
	const ended = Float64Array.from(
		known.filter((row) => happened[row] === 1),
		(row) => ages[row]!,
	).sort();
	const last = known.reduce((highest, row) => Math.max(highest, ages[row]!), 0);
	const intervals = Math.min(MOST_INTERVALS, Math.max(1, Math.floor(ended.length / EVENTS_PER_INTERVAL)));
	const cuts = [0];
	for (let index = 1; index < intervals; index++) {
		const cut = ended[Math.floor((index * ended.length) / intervals)]!;
		if (cut > cuts[cuts.length - 1]! && cut < last) cuts.push(cut);
	}
	if (last > 0) cuts.push(last);
	return cuts;
}
