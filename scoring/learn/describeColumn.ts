/** What the linear model needs to know of a column to make terms of it. */
export interface ColumnShape {
	readonly missing: boolean;
	/** Does any value differ from another? */
	readonly varies: boolean;
	/** Median; stands for a missing value. */
	readonly fill: number;
	readonly low: number;
	readonly high: number;
	/** All values, ascending, when there are at most eight; else null. */
	readonly levels: readonly number[] | null;
	/** The most frequent value when at least a tenth of the rows have it (no usage, no tickets); else null. */
	readonly spike: number | null;
	readonly knots: readonly number[] | null;
}

const FEW_LEVELS = 8;
/** Three times the width of the middle 98 % beyond them: about 14 standard deviations of a normal distribution, 7 of a skewed one. */
const FENCE = 3;
/** Inner 90 %: knots further out would be carried by a handful of rows. */
const OUTER_SHARE = 0.05;

const at = (sorted: Float32Array, share: number): number =>
	sorted[Math.floor(share * (sorted.length - 1) + 0.5)]!;

function distinct(sorted: Float32Array): number[] {
	const found: number[] = [];
	for (const value of sorted) if (found[found.length - 1] !== value) found.push(value);
	return found;
}

function knotsAt(sorted: Float32Array, count: number): number[] {
	const knots: number[] = [];
	for (let index = 0; index < count; index++) {
		const knot = at(sorted, OUTER_SHARE + ((1 - 2 * OUTER_SHARE) * index) / (count - 1));
		if (knot !== knots[knots.length - 1]) knots.push(knot);
	}
	return knots;
}

function spikeOf(sorted: Float32Array): number | null {
	let spike: number | null = null;
	let most = 0;
	let run = 0;
	for (let index = 0; index < sorted.length; index++) {
		run = index > 0 && sorted[index] === sorted[index - 1] ? run + 1 : 1;
		if (run > most) {
			most = run;
			spike = sorted[index]!;
		}
	}
	return most * 10 >= sorted.length ? spike : null;
}

/**
 * Shape of a column for the linear model. `sorted`: its observed finite values, ascending (a large column: an even sample of them);
 * `low` and `high`: extremes of all of them. Where half the knots coincide they are taken from the distinct values instead.
 *
 * @example
 * describeColumn(Float32Array.of(0, 1, 1), 0, 1, true, 5).levels
 * // => [0, 1]
 */
export function describeColumn(
	sorted: Float32Array,
	low: number,
	high: number,
	missing: boolean,
	knotCount: number,
): ColumnShape {
	const fill = sorted.length > 0 ? sorted[sorted.length >> 1]! : 0;
	const values = distinct(sorted);
	const few = values.length <= FEW_LEVELS;
	const lower = few ? low : at(sorted, 0.01);
	const upper = few ? high : at(sorted, 0.99);
	const reach = FENCE * (upper - lower);
	let knots = few ? [] : knotsAt(sorted, knotCount);
	if (!few && knots.length < 3) knots = knotsAt(Float32Array.from(values), knotCount);
	return {
		missing,
		varies: high > low,
		fill,
		low: reach > 0 ? Math.max(low, lower - reach) : low,
		high: reach > 0 ? Math.min(high, upper + reach) : high,
		levels: few ? values : null,
		spike: few ? null : spikeOf(sorted),
		knots: knots.length >= 3 ? knots : null,
	};
}
