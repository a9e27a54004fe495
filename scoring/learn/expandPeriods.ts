import { createRandom } from './createRandom';
import type { Durations } from './Hazard';
import type { Matrix, RowIndex } from './Matrix';
import { periodsOf, type PeriodSpan } from './periodsOf';
import type { Steps } from './Steps';

/** A row for every interval that a row of the matrix lived in; label 1 when it ended in it. */
export interface Periods {
	readonly matrix: Matrix;
	readonly labels: Uint8Array;
}

/** Cells of the expanded matrix, 120 MB; of more rows an even share is drawn. */
const MOST_CELLS = 30_000_000;
const MANY_ROWS = 20_000;
const STAGE = 'fitting the time to churn';

/**
 * Person-period table: features of the row, a 0/1 column per interval but the first, and (with renewals) one that is 1 in the interval into
 * which the row's renewal falls. Rows without an age above 0 give none; an end beyond the last cut counts as survived. What lies before a row's
 * `entryAges` was not watched and gives none.
 *
 * @example
 * [...expandPeriods({ rows: 1, width: 0, values: new Float32Array(0) }, { ages: Float64Array.of(5), happened: Uint8Array.of(1) },
 *   Int32Array.of(0), [0, 2, 4, 9]).next().value.labels]
 * // => [0, 0, 1]
 */
export function* expandPeriods(
	matrix: Matrix,
	durations: Durations,
	rows: RowIndex,
	cuts: readonly number[],
): Steps<Periods> {
	const { ages, happened, renewalAges, entryAges } = durations;
	const width = matrix.width + Math.max(0, cuts.length - 2) + (renewalAges ? 1 : 0);
	const finite = rows.filter((row) => ages[row]! > 0 && ages[row]! < Infinity);
	const spanOf = (row: number): PeriodSpan =>
		periodsOf(ages[row]!, happened[row]!, cuts, entryAges ? entryAges[row]! : 0);
	const count = (some: RowIndex): number => {
		let periods = 0;
		for (const row of some) {
			const { from, to } = spanOf(row);
			periods += to - from;
		}
		return periods;
	};
	// Counting takes its time, too.
	if (rows.length > MANY_ROWS) yield { stage: STAGE, done: 0, total: rows.length };
	let periods = count(finite);
	const random = createRandom(1);
	const share = MOST_CELLS / Math.max(1, periods * width);
	const kept = share < 1 ? finite.filter(() => random() < share) : finite;
	if (kept.length > MANY_ROWS) yield { stage: STAGE, done: 0, total: periods };
	periods = count(kept);
	const values = new Float32Array(periods * width);
	const labels = new Uint8Array(periods);
	let period = 0;
	let reported = 0;
	for (const row of kept) {
		const age = ages[row]!;
		const own = matrix.values.subarray(row * matrix.width, (row + 1) * matrix.width);
		const span = spanOf(row);
		const renewal = renewalAges ? renewalAges[row]! : NaN;
		for (let interval = span.from; interval < span.to; interval++) {
			const from = period * width;
			values.set(own, from);
			if (interval > 0) values[from + matrix.width + interval - 1] = 1;
			if (renewal > cuts[interval]! && renewal <= cuts[interval + 1]!) values[from + width - 1] = 1;
			if (happened[row] === 1 && age <= cuts[interval + 1]!) labels[period] = 1;
			period++;
		}
		if (period - reported < 20_000) continue;
		reported = period;
		yield { stage: STAGE, done: period, total: periods };
	}
	return { matrix: { rows: periods, width, values }, labels };
}
