import type { LinearTerm } from './LinearModel';
import type { Labels, Matrix, RowIndex } from './Matrix';
import type { Steps } from './Steps';
import { termValue } from './termValue';

/** Newton's matrix grows with the square of the terms; with more than these a step could not stay under 50 ms. */
const MOST_TERMS = 320;

/**
 * The terms themselves when there are at most 320; of more, those that go most clearly with the label (by |correlation|, ties by position;
 * sure independence screening, Fan and Lv 2008), in their order.
 *
 * @example
 * keepStrongest({ rows: 2, width: 1, values: Float32Array.of(1, 2) }, Uint8Array.of(0, 1), Int32Array.of(0, 1), []).next().value
 * // => []
 */
export function* keepStrongest(
	matrix: Matrix,
	labels: Labels,
	rows: RowIndex,
	terms: readonly LinearTerm[],
): Steps<readonly LinearTerm[]> {
	if (terms.length <= MOST_TERMS) return terms;
	const strengths = new Float64Array(terms.length);
	let events = 0;
	for (const row of rows) events += labels[row]!;
	const rate = events / rows.length;
	let work = 0;
	for (const [position, term] of terms.entries()) {
		let product = 0;
		for (let index = 0; index < rows.length; index++) {
			const row = rows[index]!;
			product += (labels[row]! - rate) * termValue(term, matrix.values[row * matrix.width + term.feature]!);
		}
		strengths[position] = Math.abs(product) / term.scale;
		work += rows.length;
		if (work < 200_000) continue;
		work = 0;
		yield { stage: 'fitting the linear model', done: position, total: terms.length };
	}
	const order = [...terms.keys()].sort((a, b) => strengths[b]! - strengths[a]! || a - b);
	const kept = new Set(order.slice(0, MOST_TERMS));
	return terms.filter((_term, position) => kept.has(position));
}
