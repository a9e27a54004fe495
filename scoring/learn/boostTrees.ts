import { addTreeScores } from './addTreeScores';
import type { BinnedMatrix } from './BinnedMatrix';
import type { BoostOptions, BoostResult, Grower, HistogramLayout, TreeScope } from './Boosting';
import { createPace } from './createPace';
import { createRandom } from './createRandom';
import { draftTree } from './draftTree';
import { everyRow } from './everyRow';
import { growBoostedTree } from './growBoostedTree';
import { layHistogram } from './layHistogram';
import type { Labels, RowIndex } from './Matrix';
import type { Progress, Steps } from './Steps';
import type { Tree } from './TreeEnsemble';

const BLOCK = 32_768;

/** Gradient p - y and hessian p (1 - p) of the log-loss for `rows[from]` to `rows[to]`; adds their sums to `sums`. */
function measureGradients(
	{ rows, pairs }: Grower,
	scores: Float64Array,
	labels: Labels,
	from: number,
	to: number,
	sums: Float64Array,
): void {
	let gradients = 0;
	let hessians = 0;
	for (let at = from; at < to; at++) {
		const row = rows[at]!;
		const probability = 1 / (1 + Math.exp(-scores[row]!));
		pairs[row * 2] = probability - labels[row]!;
		pairs[row * 2 + 1] = probability * (1 - probability);
		// Summed as stored, in 32 bits, so that the bins of a histogram add up to the leaf.
		gradients += pairs[row * 2]!;
		hessians += pairs[row * 2 + 1]!;
	}
	sums[0]! += gradients;
	sums[1]! += hessians;
}

/** Sum of the log-losses of `rows[from]` to `rows[to]`. One logarithm serves 32 rows: of the product of 1 + exp(-|score|), at most 2 each. */
function sumLosses(scores: Float64Array, labels: Labels, rows: RowIndex, from: number, to: number): number {
	let sum = 0;
	let product = 1;
	for (let at = from; at < to; at++) {
		const row = rows[at]!;
		const wrong = labels[row] === 1 ? -scores[row]! : scores[row]!;
		if (wrong > 0) sum += wrong;
		product *= 1 + Math.exp(-Math.abs(wrong));
		if ((at & 31) !== 31) continue;
		sum += Math.log(product);
		product = 1;
	}
	return sum + Math.log(product);
}

function addValue(scores: Float64Array, rows: Int32Array, start: number, end: number, value: number): void {
	for (let at = start; at < end; at++) scores[rows[at]!]! += value;
}

/** Rows of the matrix that are not in `train`. */
function otherRows(count: number, train: RowIndex): RowIndex {
	const isTrained = new Uint8Array(count);
	for (let at = 0; at < train.length; at++) isTrained[train[at]!] = 1;
	const others = new Int32Array(count);
	let found = 0;
	for (let row = 0; row < count; row++) if (isTrained[row] === 0) others[found++] = row;
	return others.subarray(0, found);
}

/** Draws a tree's features, or takes all. */
function drawScope(layout: HistogramLayout, share: number, random: () => number): TreeScope {
	if (share >= 1) return layout;
	const drawn = layout.features.slice();
	const count = Math.max(1, Math.floor(drawn.length * share + 0.5));
	for (let at = 0; at < count && at < drawn.length; at++) {
		const other = at + Math.floor(random() * (drawn.length - at));
		[drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!];
	}
	const features = drawn.subarray(0, count).sort();
	const needed = new Uint8Array(layout.stored.length);
	for (const feature of features) needed[layout.storedIn[feature]!] = 1;
	return {
		features,
		stored: layout.stored.filter((_, column) => needed[column] === 1),
		storedSlots: layout.storedSlots.filter((_, column) => needed[column] === 1),
	};
}

/** Puts the rows a tree sees into the grower's index; returns their number. */
function drawRows({ rows }: Grower, train: RowIndex, share: number, random: () => number): number {
	if (share >= 1) {
		rows.set(train);
		return train.length;
	}
	let count = 0;
	for (let at = 0; at < train.length; at++) if (random() < share) rows[count++] = train[at]!;
	if (count === 0) rows[count++] = train[0]!;
	return count;
}

/** Log-odds of the event rate of the training rows, kept finite where there is only one class. */
function baseLogOdds(labels: Labels, train: RowIndex): number {
	let events = 0;
	for (const row of train) events += labels[row]!;
	const rate = Math.min(Math.max(events / Math.max(train.length, 1), 1e-6), 1 - 1e-6);
	return Math.log(rate / (1 - rate));
}

/**
 * Gradient boosting of trees for the log-loss (Friedman 2001) on histograms, leaf by leaf, as LightGBM and sklearn's
 * HistGradientBoosting do it. Trains on the rows `train`; with `valid` the loss on those rows is measured after each round and
 * `patience` may stop early. Missing values go the way that gains more. The answer is log-odds. Same seed, same trees.
 */
export function* boostTrees(
	binned: BinnedMatrix,
	labels: Labels,
	options: BoostOptions,
	train: RowIndex,
	valid: RowIndex | null,
): Steps<BoostResult> {
	const random = createRandom(options.seed + 7);
	const layout = layHistogram(binned);
	const due = createPace();
	const base = baseLogOdds(labels, train);
	const scores = new Float64Array(binned.rows).fill(base);
	const grower: Grower = {
		binned,
		layout,
		options,
		due,
		rows: new Int32Array(train.length),
		spare: new Int32Array(train.length),
		sides: new Uint8Array(256),
		draft: draftTree(Math.min(options.maxLeaves, train.length)),
		pairs: new Float32Array(binned.rows * 2),
		ordered: new Float32Array(train.length * 2),
		pool: [],
	};
	const { rounds, patience, subsample = 1, columnSample = 1 } = options;
	const walked = subsample < 1 ? everyRow(binned.rows) : otherRows(binned.rows, train);
	yield { stage: 'boosting trees', done: 0, total: rounds };
	const trees: Tree[] = [];
	const losses: number[] = [];
	let bestRound = 0;
	let bestLoss = Infinity;
	for (let round = 0; round < rounds && train.length > 0; round++) {
		const progress: Progress = { stage: 'boosting trees', done: round, total: rounds };
		const count = drawRows(grower, train, subsample, random);
		const sums = new Float64Array(2);
		for (let from = 0; from < count; from += BLOCK) {
			measureGradients(grower, scores, labels, from, Math.min(from + BLOCK, count), sums);
			if (due(Math.min(BLOCK, count - from) * 3)) yield progress;
		}
		const scope = drawScope(layout, columnSample, random);
		const { tree, leaves } = yield* growBoostedTree(grower, scope, count, sums[0]!, sums[1]!, progress);
		if (leaves.length === 1 && subsample >= 1 && columnSample >= 1) break;
		trees.push(tree);
		if (subsample >= 1)
			for (const { start, end, value } of leaves) addValue(scores, grower.rows, start, end, value);
		for (let from = 0; from < walked.length; from += BLOCK) {
			const to = Math.min(from + BLOCK, walked.length);
			addTreeScores(tree, binned, walked, from, to, scores);
			if (due((to - from) * 8)) yield progress;
		}
		if (valid === null || valid.length === 0) {
			bestRound = round + 1;
			continue;
		}
		let loss = 0;
		for (let from = 0; from < valid.length; from += BLOCK) {
			const to = Math.min(from + BLOCK, valid.length);
			loss += sumLosses(scores, labels, valid, from, to);
			if (due((to - from) * 5)) yield progress;
		}
		losses.push(loss / valid.length);
		if (losses[round]! < bestLoss - 1e-9) {
			bestLoss = losses[round]!;
			bestRound = round + 1;
		} else if (patience > 0 && round + 1 - bestRound >= patience) break;
	}
	const ensemble = { base, width: binned.width, edges: binned.edges, trees };
	return { ensemble, losses: Float64Array.from(losses), bestRound, scores };
}
