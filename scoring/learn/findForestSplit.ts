import type { ForestGrower, ForestLeaf, ForestSplit } from './Forest';

const LEAST_GAIN = 1e-12;

/** Counts events and draws of the leaf's rows by bin. */
function countBins(
	{ binned, pairs, rows, sums }: ForestGrower,
	feature: number,
	{ start, end }: ForestLeaf,
): void {
	const column = binned.columns[feature]!;
	sums.fill(0, 0, (binned.edges[feature]!.length + 2) * 2);
	for (let at = start; at < end; at++) {
		const row = rows[at]!;
		const bin = column[row]! * 2;
		sums[bin]! += pairs[row * 2]!;
		sums[bin + 1]! += pairs[row * 2 + 1]!;
	}
}

/** Whether the rows of the leaf lie in one bin only. */
function isConstant(sums: Int32Array, bins: number, draws: number): boolean {
	for (let bin = 0; bin <= bins; bin++) if (sums[bin * 2 + 1]! > 0) return sums[bin * 2 + 1] === draws;
	return true;
}

/** The best split on one feature that gains more than `least`: impurity (Gini) as the sum of events² / draws. */
function weighFeature(
	grower: ForestGrower,
	feature: number,
	leaf: ForestLeaf,
	least: number,
): ForestSplit | null {
	const { sums, options, binned } = grower;
	const { draws, events } = leaf;
	const bins = binned.edges[feature]!.length + 1;
	const unsplit = (events * events) / draws;
	const missingDraws = sums[bins * 2 + 1]!;
	let best: ForestSplit | null = null;
	let bestGain = least;
	for (let way = 0; way < (missingDraws > 0 ? 2 : 1); way++) {
		const missingLeft = way === 1;
		let leftEvents = missingLeft ? sums[bins * 2]! : 0;
		let leftDraws = missingLeft ? missingDraws : 0;
		const stop = missingDraws > 0 && !missingLeft ? bins : bins - 1;
		for (let bin = 0; bin < stop; bin++) {
			if (sums[bin * 2 + 1] === 0) continue;
			leftEvents += sums[bin * 2]!;
			leftDraws += sums[bin * 2 + 1]!;
			if (leftDraws < options.minLeaf) continue;
			const rightDraws = draws - leftDraws;
			if (rightDraws < options.minLeaf) break;
			const rightEvents = events - leftEvents;
			const gain = (leftEvents * leftEvents) / leftDraws + (rightEvents * rightEvents) / rightDraws - unsplit;
			if (gain <= bestGain) continue;
			bestGain = gain;
			const goesLeft = missingDraws > 0 ? missingLeft : leftDraws * 2 > draws;
			best = { gain, feature, bin, missingLeft: goesLeft, leftDraws, leftEvents };
		}
	}
	return best;
}

/**
 * The best split of a leaf among a random choice of features (Breiman 2001); one more is drawn while all so far are constant in the leaf.
 * null when the leaf is pure or too small. Missing values are tried both ways.
 */
export function findForestSplit(grower: ForestGrower, leaf: ForestLeaf): ForestSplit | null {
	const { features, mtry, random, sums, binned, options } = grower;
	if (leaf.events === 0 || leaf.events === leaf.draws || leaf.draws < 2 * options.minLeaf) return null;
	let best = null as ForestSplit | null;
	let useful = 0;
	for (let tried = 0; tried < features.length && (tried < mtry || useful === 0); tried++) {
		const drawn = tried + Math.floor(random() * (features.length - tried));
		const feature = features[drawn]!;
		features[drawn] = features[tried]!;
		features[tried] = feature;
		countBins(grower, feature, leaf);
		if (isConstant(sums, binned.edges[feature]!.length + 1, leaf.draws)) continue;
		useful += 1;
		best = weighFeature(grower, feature, leaf, best?.gain ?? LEAST_GAIN) ?? best;
	}
	return best;
}
