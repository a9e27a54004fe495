import { createRandom } from './createRandom';
import type { Durations } from './Hazard';
import type { Matrix, RowIndex } from './Matrix';
import type { Steps } from './Steps';

/** A row for every interval that a row of the matrix lived in; label 1 when it ended in it. */
export interface Periods {
	readonly matrix: Matrix;
	readonly labels: Uint8Array;
}

/** Cells of the expanded matrix, 120 MB; of more rows an even share is drawn. */
const MOST_CELLS = 30_000_000;

/**
 * Intervals that a row counts for: those it lived through, and the one in which it ended. One in which it was last seen counts (as survived)
 * when it was there for at least half of it; otherwise it would be counted as safe for a time nobody saw.
 */
function intervalsOf(age: number, happened: number, cuts: readonly number[]): number {
	let intervals = 0;
	for (let next = 1; next < cuts.length && age > cuts[next - 1]!; next++) {
		const middle = (cuts[next - 1]! + cuts[next]!) / 2;
		if (age > cuts[next]! || happened === 1 || age >= middle) intervals = next;
	}
	return intervals;
}

/**
 * Person-period table: features of the row, a 0/1 column per interval but the first, and (with renewals) one that is 1 in the interval into
 * which the row's renewal falls. Rows without an age above 0 give none; an end beyond the last cut counts as survived.
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
	const { ages, happened, renewalAges } = durations;
	const width = matrix.width + Math.max(0, cuts.length - 2) + (renewalAges ? 1 : 0);
	const finite = rows.filter((row) => ages[row]! > 0 && ages[row]! < Infinity);
	let periods = 0;
	for (const row of finite) periods += intervalsOf(ages[row]!, happened[row]!, cuts);
	const random = createRandom(1);
	const share = MOST_CELLS / Math.max(1, periods * width);
	const kept = share < 1 ? finite.filter(() => random() < share) : finite;
	periods = 0;
	for (const row of kept) periods += intervalsOf(ages[row]!, happened[row]!, cuts);
	const values = new Float32Array(periods * width);
	const labels = new Uint8Array(periods);
	let period = 0;
	let reported = 0;
	for (const row of kept) {
		const age = ages[row]!;
		const own = matrix.values.subarray(row * matrix.width, (row + 1) * matrix.width);
		const count = intervalsOf(age, happened[row]!, cuts);
		const renewal = renewalAges ? renewalAges[row]! : NaN;
		for (let interval = 0; interval < count; interval++) {
			const from = period * width;
			values.set(own, from);
			if (interval > 0) values[from + matrix.width + interval - 1] = 1;
			if (renewal > cuts[interval]! && renewal <= cuts[interval + 1]!) values[from + width - 1] = 1;
			if (happened[row] === 1 && age <= cuts[interval + 1]!) labels[period] = 1;
			period++;
		}
		if (period - reported < 20_000) continue;
		reported = period;
		yield { stage: 'fitting the time to churn', done: period, total: periods };
	}
	return { matrix: { rows: periods, width, values }, labels };
}
