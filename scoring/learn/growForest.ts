import { addTreeScores } from './addTreeScores';
import type { BinnedMatrix } from './BinnedMatrix';
import { createPace } from './createPace';
import { createRandom } from './createRandom';
import type { ForestGrower, ForestOptions, ForestResult } from './Forest';
import { draftTree } from './draftTree';
import { everyRow } from './everyRow';
import { growForestTree } from './growForestTree';
import type { Labels, RowIndex } from './Matrix';
import type { Progress, Steps } from './Steps';
import type { Tree } from './TreeEnsemble';

const BLOCK = 32_768;

/** Draws rows with replacement, as many as `draws`, and returns the events among them. */
function drawRows({ pairs, random }: ForestGrower, train: RowIndex, labels: Labels, draws: number): number {
	let events = 0;
	for (let draw = 0; draw < draws; draw++) {
		const row = train[Math.floor(random() * train.length)]!;
		pairs[row * 2]! += labels[row]!;
		pairs[row * 2 + 1]! += 1;
		events += labels[row]!;
	}
	return events;
}

/** Puts the different rows that were drawn at the head of the grower's index; returns their number. */
function listDrawn({ rows, pairs }: ForestGrower, train: RowIndex): number {
	let count = 0;
	for (let at = 0; at < train.length; at++) if (pairs[train[at]! * 2 + 1]! > 0) rows[count++] = train[at]!;
	return count;
}

/** Rows that the tree has not seen, in `unseen`; returns their number. */
function listUnseen(pairs: Int32Array, unseen: Int32Array): number {
	let count = 0;
	for (let row = 0; row < unseen.length; row++) if (pairs[row * 2 + 1] === 0) unseen[count++] = row;
	return count;
}

/** Features that differ anywhere among the training rows. */
function splittingFeatures({ columns }: BinnedMatrix, train: RowIndex): Int32Array {
	const features: number[] = [];
	for (const [feature, column] of columns.entries()) {
		const first = column[train[0] ?? 0];
		for (const row of train) {
			if (column[row] === first) continue;
			features.push(feature);
			break;
		}
	}
	return Int32Array.from(features);
}

/**
 * Random forest (Breiman 2001) for a yes/no label, on binned values: each tree on a bootstrap sample of `train` (default all rows), a random
 * choice of features at each node. The sum over the trees is a probability. Rows outside `train` count as out of every bag. Same seed, same trees.
 */
export function* growForest(
	binned: BinnedMatrix,
	labels: Labels,
	options: ForestOptions,
	train?: RowIndex,
): Steps<ForestResult> {
	const trained = train ?? everyRow(binned.rows);
	const features = splittingFeatures(binned, trained);
	const due = createPace();
	const grower: ForestGrower = {
		binned,
		options,
		features,
		mtry: options.mtry ?? Math.max(1, Math.floor(Math.sqrt(features.length) + 0.5)),
		rows: new Int32Array(trained.length),
		spare: new Int32Array(trained.length),
		sides: new Uint8Array(256),
		draft: draftTree(Math.min(options.maxLeaves, trained.length)),
		pairs: new Int32Array(binned.rows * 2),
		sums: new Int32Array(512),
		random: createRandom(options.seed * 7 + 3),
		due,
	};
	const unseen = new Int32Array(binned.rows);
	const unseenTrees = new Int32Array(binned.rows);
	const outOfBag = new Float64Array(binned.rows);
	const trees: Tree[] = [];
	for (let done = 0; done < options.trees && trained.length > 0; done++) {
		const progress: Progress = { stage: 'growing the forest', done, total: options.trees };
		grower.pairs.fill(0);
		let events = 0;
		for (let drawn = 0; drawn < trained.length; drawn += BLOCK) {
			const draws = Math.min(BLOCK, trained.length - drawn);
			events += drawRows(grower, trained, labels, draws);
			if (due(draws * 5)) yield progress;
		}
		const count = listDrawn(grower, trained);
		const tree = yield* growForestTree(grower, count, trained.length, events, progress);
		trees.push(tree);
		const left = listUnseen(grower.pairs, unseen);
		for (let from = 0; from < left; from += BLOCK) {
			const to = Math.min(from + BLOCK, left);
			addTreeScores(tree, binned, unseen, from, to, outOfBag);
			for (let at = from; at < to; at++) unseenTrees[unseen[at]!]! += 1;
			if (due((to - from) * 8)) yield progress;
		}
	}
	for (let row = 0; row < binned.rows; row++) {
		const seenBy = unseenTrees[row]!;
		outOfBag[row] = seenBy > 0 ? Math.min(1, (outOfBag[row]! / seenBy) * options.trees) : NaN;
	}
	return { ensemble: { base: 0, width: binned.width, edges: binned.edges, trees }, outOfBag };
}
