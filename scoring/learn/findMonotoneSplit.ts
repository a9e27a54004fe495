import type { BoostOptions, GrowingLeaf, HistogramLayout, Split } from './Boosting';
import { leafValue } from './leafValue';

const LEAST_GAIN = 1e-9;
const LEAST_HESSIAN = 1e-3;

/**
 * As findSplit, in a tree with monotone constraints: children keep to the bounds of their leaf, gains are those of the bounded values, and
 * a constrained feature splits only in its direction. Slower, so it is used only where there are constraints.
 */
export function findMonotoneSplit(
	leaf: GrowingLeaf,
	layout: HistogramLayout,
	features: Int32Array,
	options: BoostOptions,
): Split | null {
	const sums = leaf.histogram;
	if (sums === null) return null;
	const { gradient, hessian, lower, upper } = leaf;
	const { minLeaf, l2, monotone } = options;
	const rows = leaf.end - leaf.start;
	const valueOf = (g: number, h: number): number => leafValue(g, h, l2, lower, upper);
	const worth = (g: number, h: number, value: number): number => -(2 * g + (h + l2) * value) * value;
	const unsplit = worth(gradient, hessian, valueOf(gradient, hessian));
	let best: Split | null = null;
	let bestGain = LEAST_GAIN;

	/** Weighs one split; false when the right part has become too small, so that later bins need not be tried. */
	const weigh = (
		feature: number,
		bin: number,
		missingLeft: boolean,
		g: number,
		h: number,
		count: number,
		direction: number,
	): boolean => {
		if (rows - count < minLeaf || hessian - h < LEAST_HESSIAN) return false;
		if (count < minLeaf || h < LEAST_HESSIAN) return true;
		const left = valueOf(g, h);
		const right = valueOf(gradient - g, hessian - h);
		if (direction * (right - left) < 0) return true;
		const gain = worth(g, h, left) + worth(gradient - g, hessian - h, right) - unsplit;
		if (gain <= bestGain) return true;
		bestGain = gain;
		best = { gain, feature, bin, missingLeft, leftGradient: g, leftHessian: h, direction };
		return true;
	};

	for (const feature of features) {
		const slot = layout.slots[feature]!;
		const direction = monotone?.[feature] ?? 0;
		if (layout.isPacked[feature] === 1) {
			const rightRows = sums[slot + 2]!;
			weigh(
				feature,
				0,
				rightRows * 2 < rows,
				gradient - sums[slot]!,
				hessian - sums[slot + 1]!,
				rows - rightRows,
				direction,
			);
			continue;
		}
		const last = layout.bins[feature]! - 1;
		const missing = slot + (last + 1) * 3;
		const missingRows = layout.hasMissing[feature] === 1 ? sums[missing + 2]! : 0;
		for (const missingLeft of missingRows > 0 ? [false, true] : [false]) {
			let g = missingLeft ? sums[missing]! : 0;
			let h = missingLeft ? sums[missing + 1]! : 0;
			let count = missingLeft ? missingRows : 0;
			for (let bin = 0; bin <= last; bin++) {
				// Observed against missing says nothing about the order of values, so it is not constrained.
				const isMissingSplit = bin === last;
				if (isMissingSplit && (missingRows === 0 || missingLeft)) break;
				g += sums[slot + bin * 3]!;
				h += sums[slot + bin * 3 + 1]!;
				count += sums[slot + bin * 3 + 2]!;
				const goesLeft = missingRows > 0 ? missingLeft : count * 2 > rows;
				if (!weigh(feature, bin, goesLeft, g, h, count, isMissingSplit ? 0 : direction)) break;
			}
		}
	}
	return best;
}
