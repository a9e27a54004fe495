export interface Auc {
	/** Probability that a random positive ranks above a random negative, 0 to 1; ties count half. */
	readonly value: number;
	/** 95 % interval by Hanley and McNeil (1982), clamped to 0 to 1. */
	readonly low: number;
	readonly high: number;
	readonly positives: number;
	readonly negatives: number;
}

/**
 * Area under the ROC curve of a risk (higher: more likely positive) against what happened, by the Mann-Whitney statistic, with a 95 %
 * interval. null when all cases are alike.
 *
 * @example
 * rankAuc([{ risk: 3, positive: true }, { risk: 1, positive: false }, { risk: 3, positive: false }])?.value
 * // => 0.75
 */
export function rankAuc(cases: readonly { readonly risk: number; readonly positive: boolean }[]): Auc | null {
	const sorted = [...cases].sort((a, b) => a.risk - b.risk);
	const positives = sorted.filter(({ positive }) => positive).length;
	const negatives = sorted.length - positives;
	if (positives === 0 || negatives === 0) return null;
	let rankSum = 0;
	for (let from = 0; from < sorted.length; ) {
		let to = from;
		while (to < sorted.length && sorted[to]?.risk === sorted[from]?.risk) to += 1;
		const rank = (from + 1 + to) / 2;
		for (let index = from; index < to; index++) if (sorted[index]?.positive) rankSum += rank;
		from = to;
	}
	const value = (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
	const q1 = value / (2 - value);
	const q2 = (2 * value * value) / (1 + value);
	const spread =
		value * (1 - value) + (positives - 1) * (q1 - value * value) + (negatives - 1) * (q2 - value * value);
	const margin = 1.96 * Math.sqrt(Math.max(0, spread) / (positives * negatives));
	return { value, low: Math.max(0, value - margin), high: Math.min(1, value + margin), positives, negatives };
}
