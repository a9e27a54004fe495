import type { FeaturePack } from './BinnedMatrix';
import { createPace } from './createPace';
import type { Steps } from './Steps';

const MOST_FEATURES = 254;

function overlaps(column: Uint8Array, taken: Uint8Array): boolean {
	for (let row = 0; row < column.length; row++) if (column[row] === 1 && taken[row] !== 0) return true;
	return false;
}

function addTo(taken: Uint8Array, column: Uint8Array, code: number): void {
	for (let row = 0; row < column.length; row++) if (column[row] === 1) taken[row] = code;
}

/**
 * Puts neighbouring features of two bins that never meet in their upper bin (the levels of one category) into one column. `isBinary` is 1
 * for a feature of exactly two bins without missing values; the others stay out.
 *
 * @example
 * packFeatures([Uint8Array.of(1, 0, 0), Uint8Array.of(0, 0, 1)], Uint8Array.of(1, 1)).next().value.map(({ column }) => [...column])
 * // => [[1, 0, 2]]
 */
export function* packFeatures(
	columns: readonly Uint8Array[],
	isBinary: Uint8Array,
): Steps<readonly FeaturePack[]> {
	const due = createPace();
	const packs: { features: number[]; column: Uint8Array }[] = [];
	for (const [feature, column] of columns.entries()) {
		if (due(column.length / 4)) yield { stage: 'reading fields', done: feature, total: columns.length };
		if (isBinary[feature] !== 1) continue;
		const last = packs.at(-1);
		const fits = last !== undefined && last.features.length < MOST_FEATURES && !overlaps(column, last.column);
		const pack = fits ? last : { features: [], column: new Uint8Array(column.length) };
		if (!fits) packs.push(pack);
		pack.features.push(feature);
		addTo(pack.column, column, pack.features.length);
	}
	return packs;
}
