import type { BinnedMatrix } from './BinnedMatrix';
import type { Fitted, FoldPlan } from './FoldPlan';
import { growForest } from './growForest';
import { logit } from './logit';
import type { Labels } from './Matrix';
import type { Steps } from './Steps';
import type { TreeEnsemble } from './TreeEnsemble';

/** Bounded so that a whole model stays under 2 MB. */
const TREES = 60;
const MOST_LEAVES = 100;
const SMALLEST_LEAF = 8;

/**
 * Random forest on all rows and its log-odds for rows not seen: out of bag, or where an account has several rows, by forests grown without
 * the account. `margin` keeps probabilities away from 0 and 1.
 */
export function* crossFitForest(
	binned: BinnedMatrix,
	labels: Labels,
	plan: FoldPlan,
	options: { seed: number; margin: number },
): Steps<Fitted<TreeEnsemble>> {
	const { seed, margin } = options;
	const growing = { trees: TREES, maxLeaves: MOST_LEAVES, minLeaf: SMALLEST_LEAF, seed };
	const whole = yield* growForest(binned, labels, growing);
	const outOfFold = new Float64Array(binned.rows).fill(NaN);
	if (plan.isGrouped) {
		for (const { train, valid } of plan.splits) {
			const fold = yield* growForest(binned, labels, growing, train);
			for (const row of valid) outOfFold[row] = logit(fold.outOfBag[row]!, margin);
		}
		return { part: whole.ensemble, outOfFold };
	}
	let events = 0;
	for (let row = 0; row < labels.length; row++) events += labels[row]!;
	const rate = events / labels.length;
	for (const row of plan.judged) {
		const seen = whole.outOfBag[row]!;
		outOfFold[row] = logit(Number.isNaN(seen) ? rate : seen, margin);
	}
	return { part: whole.ensemble, outOfFold };
}
