import { createTreeExplainer } from './createTreeExplainer';
import type { Matrix } from './Matrix';
import type { TreeEnsemble } from './TreeEnsemble';

/**
 * What each feature adds to an ensemble's answer for one row (exact TreeSHAP), and last the base: width + 1 numbers that sum to the answer
 * within 1e-9. For many rows take createTreeExplainer.
 *
 * @example
 * [...explainTrees({ base: 2, width: 1, edges: [Float64Array.of()], trees: [] }, { rows: 1, width: 1, values: Float32Array.of(3) }, 0)]
 * // => [0, 2]
 */
export function explainTrees(ensemble: TreeEnsemble, matrix: Matrix, row: number): Float64Array {
	return createTreeExplainer(ensemble)(matrix, row, new Float64Array(ensemble.width + 1));
}
