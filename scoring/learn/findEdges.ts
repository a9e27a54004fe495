import { decimalBetween } from './decimalBetween';

interface Runs {
	readonly values: readonly number[];
	readonly counts: readonly number[];
}

/** Different values, ascending, with how often each occurs. */
function countRuns(sorted: Float32Array): Runs {
	const values: number[] = [];
	const counts: number[] = [];
	let start = 0;
	for (let at = 1; at <= sorted.length; at++) {
		if (at < sorted.length && sorted[at] === sorted[start]) continue;
		values.push(sorted[start]!);
		counts.push(at - start);
		start = at;
	}
	return { values, counts };
}

/** After which runs a bin ends. A value that fills a bin alone gets its own; the others share what is left evenly. */
function chooseEnds(counts: readonly number[], rows: number, bins: number): number[] {
	const heavy = rows / bins;
	let binsLeft = bins;
	let rowsLeft = rows;
	for (const count of counts) {
		if (count <= heavy) continue;
		binsLeft -= 1;
		rowsLeft -= count;
	}
	const ends: number[] = [];
	let inBin = 0;
	for (let run = 0; run < counts.length - 1 && ends.length < bins - 1; run++) {
		const count = counts[run]!;
		const isHeavy = count > heavy;
		inBin += count;
		const wanted = rowsLeft / Math.max(binsLeft, 1);
		const beforeHeavy = counts[run + 1]! > heavy && inBin >= wanted / 2;
		if (!isHeavy && !beforeHeavy && inBin < wanted) continue;
		ends.push(run);
		rowsLeft -= isHeavy ? inBin - count : inBin;
		if (!isHeavy) binsLeft -= 1;
		inBin = 0;
	}
	return ends;
}

/**
 * Split points of a feature, from its observed values in ascending order: between all neighbours when there are at most `bins` different
 * values, else so that the bins hold about equally many rows. Ascending, at most `bins - 1`; none for a constant feature.
 *
 * @example
 * [...findEdges(Float32Array.of(1, 1, 2, 8), 254)]
 * // => [1.5, 5]
 */
export function findEdges(sorted: Float32Array, bins: number): Float64Array {
	const { values, counts } = countRuns(sorted);
	const ends =
		values.length <= bins
			? Array.from({ length: Math.max(values.length - 1, 0) }, (_, run) => run)
			: chooseEnds(counts, sorted.length, bins);
	return Float64Array.from(ends, (run) => decimalBetween(values[run]!, values[run + 1]!));
}
