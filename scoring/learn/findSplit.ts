import type { BoostOptions, GrowingLeaf, HistogramLayout, Split } from './Boosting';

/** Least gain and least sum of hessians of a child, as in sklearn's HistGradientBoosting. */
const LEAST_GAIN = 1e-9;
const LEAST_HESSIAN = 1e-3;

/**
 * The split of a leaf with the greatest gain in log-loss (second order), both ways for missing values; null when none is worth it.
 * Gain = GL²/(HL + l2) + GR²/(HR + l2) - G²/(H + l2), Chen and Guestrin 2016. Where the leaf has no missing value of the feature, one that
 * comes later goes with the greater part.
 */
export function findSplit(
	leaf: GrowingLeaf,
	layout: HistogramLayout,
	features: Int32Array,
	{ minLeaf, l2 }: BoostOptions,
): Split | null {
	const sums = leaf.histogram;
	if (sums === null) return null;
	const { slots, bins, isPacked, hasMissing } = layout;
	const { gradient, hessian } = leaf;
	const rows = leaf.end - leaf.start;
	const unsplit = (gradient * gradient) / (hessian + l2);
	let bestGain = LEAST_GAIN + unsplit;
	let bestFeature = -1;
	let bestBin = 0;
	let bestLeft = false;
	let bestGradient = 0;
	let bestHessian = 0;
	for (let index = 0; index < features.length; index++) {
		const feature = features[index]!;
		const slot = slots[feature]!;
		if (isPacked[feature] === 1) {
			const rightRows = sums[slot + 2]!;
			if (rightRows < minLeaf || rows - rightRows < minLeaf) continue;
			const rightHessian = sums[slot + 1]!;
			const leftHessian = hessian - rightHessian;
			if (rightHessian < LEAST_HESSIAN || leftHessian < LEAST_HESSIAN) continue;
			const rightGradient = sums[slot]!;
			const leftGradient = gradient - rightGradient;
			const gain =
				(leftGradient * leftGradient) / (leftHessian + l2) +
				(rightGradient * rightGradient) / (rightHessian + l2);
			if (gain <= bestGain) continue;
			bestGain = gain;
			bestFeature = feature;
			bestBin = 0;
			bestLeft = rightRows * 2 < rows;
			bestGradient = leftGradient;
			bestHessian = leftHessian;
			continue;
		}
		const missing = slot + bins[feature]! * 3;
		const missingRows = hasMissing[feature] === 1 ? sums[missing + 2]! : 0;
		for (let way = 0; way < (missingRows > 0 ? 2 : 1); way++) {
			const missingLeft = way === 1;
			let leftGradient = missingLeft ? sums[missing]! : 0;
			let leftHessian = missingLeft ? sums[missing + 1]! : 0;
			let leftRows = missingLeft ? missingRows : 0;
			// All observed values to the left and the missing ones to the right is a split too.
			const stop = missingRows > 0 && !missingLeft ? missing : missing - 3;
			for (let bin = slot; bin < stop; bin += 3) {
				leftGradient += sums[bin]!;
				leftHessian += sums[bin + 1]!;
				leftRows += sums[bin + 2]!;
				if (leftRows < minLeaf || leftHessian < LEAST_HESSIAN) continue;
				const rightHessian = hessian - leftHessian;
				if (rows - leftRows < minLeaf || rightHessian < LEAST_HESSIAN) break;
				const rightGradient = gradient - leftGradient;
				const gain =
					(leftGradient * leftGradient) / (leftHessian + l2) +
					(rightGradient * rightGradient) / (rightHessian + l2);
				if (gain <= bestGain) continue;
				bestGain = gain;
				bestFeature = feature;
				bestBin = (bin - slot) / 3;
				bestLeft = missingRows > 0 ? missingLeft : leftRows * 2 > rows;
				bestGradient = leftGradient;
				bestHessian = leftHessian;
			}
		}
	}
	if (bestFeature < 0) return null;
	return {
		gain: bestGain - unsplit,
		feature: bestFeature,
		bin: bestBin,
		missingLeft: bestLeft,
		leftGradient: bestGradient,
		leftHessian: bestHessian,
		direction: 0,
	};
}
