import type { BinnedMatrix } from './BinnedMatrix';
import type { BoostOptions, BoostResult } from './Boosting';
import { boostTrees } from './boostTrees';
import type { Fitted, FoldPlan } from './FoldPlan';
import type { Labels } from './Matrix';
import { sampleRows } from './sampleRows';
import { scoreBinned } from './scoreBinned';
import type { Steps } from './Steps';
import type { TreeEnsemble } from './TreeEnsemble';

const LEARNING_RATE = 0.05;
const MOST_ROUNDS = 800;
const PATIENCE = 30;

/** What is tried, from coarse to fine. */
const STUMPY = { maxLeaves: 3, l2: 0 };
const SMALL = { maxLeaves: 8, l2: 1 };
const LARGE = { maxLeaves: 31, l2: 1 };
const SHARP = { maxLeaves: 31, l2: 1, minLeaf: 3 };

/** Fine trees need events to tell them from chance. */
function listCandidates(rows: number, events: number): readonly Partial<BoostOptions>[] {
	if (events < 50) return [STUMPY, SMALL];
	return rows < 1000 ? [STUMPY, SMALL, LARGE] : [STUMPY, SMALL, LARGE, SHARP];
}

/** Mean validation loss of all folds by round; a fold that stopped early keeps its last loss. */
function meanLosses(runs: readonly BoostResult[], plan: FoldPlan): Float64Array {
	const longest = Math.max(...runs.map(({ losses }) => losses.length));
	const means = new Float64Array(longest);
	for (const [index, { losses }] of runs.entries()) {
		const share = plan.splits[index]!.valid.length / plan.judged.length;
		for (let round = 0; round < longest; round++) {
			means[round]! += share * losses[Math.min(round, losses.length - 1)]!;
		}
	}
	return means;
}

/**
 * Boosted trees on all rows and their log-odds out of fold. Leaves and number of rounds are those with the smallest loss over the folds.
 */
export function* crossFitBoosted(
	binned: BinnedMatrix,
	labels: Labels,
	plan: FoldPlan,
	options: { seed: number; monotone?: Int8Array },
): Steps<Fitted<TreeEnsemble>> {
	const rows = binned.rows;
	let events = 0;
	for (let row = 0; row < rows; row++) events += labels[row]!;
	const common = {
		...options,
		rounds: MOST_ROUNDS,
		learningRate: LEARNING_RATE,
		patience: PATIENCE,
		minLeaf: Math.max(3, Math.min(20, Math.round(rows / 40))),
	};
	let best: { boosting: BoostOptions; runs: BoostResult[]; rounds: number; loss: number } | null = null;
	for (const candidate of listCandidates(rows, Math.min(events, rows - events))) {
		const boosting = { ...common, ...candidate } as BoostOptions;
		const runs: BoostResult[] = [];
		for (const { train, valid } of plan.splits) {
			runs.push(yield* boostTrees(binned, labels, boosting, train, valid));
		}
		const losses = runs.some((run) => run.losses.length === 0) ? new Float64Array(0) : meanLosses(runs, plan);
		let round = 0;
		for (let later = 1; later < losses.length; later++) {
			if (losses[later]! < losses[round]! - 1e-9) round = later;
		}
		const loss = losses[round] ?? Infinity;
		if (best === null || loss < best.loss - 1e-9) best = { boosting, runs, rounds: round + 1, loss };
	}
	const outOfFold = new Float64Array(rows).fill(NaN);
	const { boosting, runs, rounds } = best!;
	for (const [index, { valid }] of plan.splits.entries()) {
		const scores = yield* scoreBinned(runs[index]!.ensemble, binned, valid, rounds);
		valid.forEach((row, at) => (outOfFold[row] = scores[at]!));
	}
	const final = { ...boosting, rounds, patience: 0 };
	const { ensemble } = yield* boostTrees(binned, labels, final, sampleRows(rows, rows), null);
	return { part: ensemble, outOfFold };
}
