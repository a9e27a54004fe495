import { gaussLegendre, type Quadrature } from './gaussLegendre';
import { listLeafPaths, type LeafPaths } from './listLeafPaths';
import type { Matrix } from './Matrix';
import type { TreeEnsemble } from './TreeEnsemble';

/** Writes the contributions of one row to `out` (width + 1 long, last the base) and returns it. */
export type TreeExplainer = (matrix: Matrix, row: number, out: Float64Array) => Float64Array;

/** Room for the conditions of one leaf, reused. */
interface Scratch {
	/** Conditions that the row meets, their shares, and the sum for each. */
	readonly met: Int32Array;
	readonly shares: Float64Array;
	readonly sums: Float64Array;
	readonly missed: Int32Array;
}

/**
 * Adds what one leaf contributes. With share z of a condition and o = 1 when the row meets it, the Shapley value of feature i is
 * value * (o_i - z_i) * integral over t from 0 to 1 of the product over the other conditions of z (1 - t) + o t. The integrand is a
 * polynomial, so the quadrature is exact; all its terms are positive, so nothing cancels.
 */
function addLeaf(
	paths: LeafPaths,
	leaf: number,
	{ values, width }: Matrix,
	row: number,
	rules: readonly Quadrature[],
	scratch: Scratch,
	out: Float64Array,
): void {
	const { feature, low, high, missing, share } = paths;
	const { met, shares, sums, missed } = scratch;
	const leafValue = paths.values[leaf]!;
	const start = paths.starts[leaf]!;
	const end = paths.starts[leaf + 1]!;
	const first = row * width;
	let metCount = 0;
	let missedCount = 0;
	let missedShare = 1;
	for (let at = start; at < end; at++) {
		const value = values[first + feature[at]!]!;
		const isMet = value === value ? !(value <= low[at]!) && value <= high[at]! : missing[at] === 1;
		if (isMet) {
			met[metCount] = at;
			shares[metCount] = share[at]!;
			sums[metCount] = 0;
			metCount += 1;
		} else {
			missed[missedCount] = at;
			missedCount += 1;
			missedShare *= share[at]!;
		}
	}
	const { points, weights } = rules[(end - start + 1) >> 1]!;
	let missedSum = 0;
	for (let point = 0; point < points.length; point++) {
		const inside = points[point]!;
		const outside = 1 - inside;
		let product = weights[point]! * missedShare;
		for (let k = 0; k < missedCount; k++) product *= outside;
		for (let k = 0; k < metCount; k++) product *= shares[k]! * outside + inside;
		missedSum += product / outside;
		for (let k = 0; k < metCount; k++) sums[k]! += product / (shares[k]! * outside + inside);
	}
	for (let k = 0; k < metCount; k++) out[feature[met[k]!]!]! += leafValue * (1 - shares[k]!) * sums[k]!;
	for (let k = 0; k < missedCount; k++) out[feature[missed[k]!]!]! -= leafValue * missedSum;
}

/**
 * Prepares exact Shapley values of an ensemble (path-dependent TreeSHAP, Lundberg et al. 2018, missing values included) for many rows:
 * the returned function writes what each feature adds to a row's answer, in the answer's unit, and last the base; they sum to
 * the answer within 1e-9. A feature no tree tests contributes 0.
 *
 * @example
 * [...createTreeExplainer({ base: 2, width: 1, edges: [Float64Array.of()], trees: [] })({ rows: 1, width: 1, values: Float32Array.of(3) }, 0, new Float64Array(2))]
 * // => [0, 2]
 */
export function createTreeExplainer(ensemble: TreeEnsemble): TreeExplainer {
	const paths = listLeafPaths(ensemble);
	// A leaf with D conditions has a polynomial of degree D - 1.
	const rules = Array.from({ length: ((paths.longest + 1) >> 1) + 1 }, (_, count) => gaussLegendre(count));
	const scratch: Scratch = {
		met: new Int32Array(paths.longest),
		shares: new Float64Array(paths.longest),
		sums: new Float64Array(paths.longest),
		missed: new Int32Array(paths.longest),
	};
	return (matrix, row, out) => {
		out.fill(0);
		for (let leaf = 0; leaf < paths.values.length; leaf++)
			addLeaf(paths, leaf, matrix, row, rules, scratch, out);
		out[ensemble.width] = paths.mean;
		return out;
	};
}
