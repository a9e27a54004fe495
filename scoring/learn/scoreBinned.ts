import { addTreeScores } from './addTreeScores';
import type { BinnedMatrix } from './BinnedMatrix';
import { createPace } from './createPace';
import type { RowIndex } from './Matrix';
import type { Steps } from './Steps';
import type { TreeEnsemble } from './TreeEnsemble';

const BLOCK = 32_768;

/**
 * What the first `rounds` trees of an ensemble say of some rows of the binned matrix it was grown on, in the order of `rows`: the same
 * numbers as scoreTrees.
 */
export function* scoreBinned(
	ensemble: TreeEnsemble,
	binned: BinnedMatrix,
	rows: RowIndex,
	rounds: number,
): Steps<Float64Array> {
	const due = createPace();
	const scores = new Float64Array(binned.rows).fill(ensemble.base);
	for (const [done, tree] of ensemble.trees.slice(0, rounds).entries()) {
		for (let from = 0; from < rows.length; from += BLOCK) {
			const to = Math.min(from + BLOCK, rows.length);
			addTreeScores(tree, binned, rows, from, to, scores);
			if (due((to - from) * 8)) yield { stage: 'boosting trees', done, total: rounds };
		}
	}
	return Float64Array.from(rows, (row) => scores[row]!);
}
