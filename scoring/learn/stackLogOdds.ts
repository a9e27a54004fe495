import { lossOf } from './lossOf';
import type { Steps } from './Steps';

/** Weights are tried in tenths. */
const TENTHS = 10;

/** All ways to share ten tenths among `count` parts. */
function listShares(count: number, left = TENTHS): number[][] {
	if (count === 1) return [[left]];
	const shares: number[][] = [];
	for (let first = 0; first <= left; first++) {
		for (const others of listShares(count - 1, left - first)) shares.push([first, ...others]);
	}
	return shares;
}

function lossesOf(
	parts: readonly Float64Array[],
	weights: readonly number[],
	labels: Uint8Array,
): Float64Array {
	const losses = new Float64Array(labels.length);
	for (let row = 0; row < labels.length; row++) {
		let logOdds = 0;
		for (let part = 0; part < parts.length; part++) logOdds += weights[part]! * parts[part]![row]!;
		losses[row] = lossOf(logOdds, labels[row]!);
	}
	return losses;
}

function meanOf(values: Float64Array): number {
	let sum = 0;
	for (let row = 0; row < values.length; row++) sum += values[row]!;
	return sum / values.length;
}

/** Whether `losses` are no worse than `best` by more than half a standard error of their paired difference. */
function isAsGood(losses: Float64Array, best: Float64Array): boolean {
	let sum = 0;
	let squares = 0;
	for (let row = 0; row < losses.length; row++) {
		const difference = losses[row]! - best[row]!;
		sum += difference;
		squares += difference * difference;
	}
	const mean = sum / losses.length;
	const variance = Math.max(squares / losses.length - mean * mean, 0);
	return mean <= 0.5 * Math.sqrt(variance / losses.length) + 1e-12;
}

/**
 * Weights (sum 1) with which several models' log-odds are added. `parts` are predictions for rows the models had not seen. The best on a grid of
 * tenths, pulled towards `prior` as far as the loss stays within half a standard error of the best: few rows cannot tell good weights from lucky ones.
 *
 * @example
 * stackLogOdds([Float64Array.of(2, -2)], Uint8Array.of(1, 0), [1]).next().value
 * // => [1]
 */
export function* stackLogOdds(
	parts: readonly Float64Array[],
	labels: Uint8Array,
	prior: readonly number[],
): Steps<number[]> {
	if (parts.length === 1 || labels.length === 0) return [...prior];
	let best: { weights: number[]; losses: Float64Array; mean: number } | null = null;
	const candidates = listShares(parts.length);
	for (const [done, shares] of candidates.entries()) {
		yield { stage: 'blending', done, total: candidates.length };
		const weights = shares.map((share) => share / TENTHS);
		const losses = lossesOf(parts, weights, labels);
		const mean = meanOf(losses);
		if (best === null || mean < best.mean) best = { weights, losses, mean };
	}
	if (best === null) return [...prior];
	for (let pull = TENTHS; pull > 0; pull--) {
		const share = pull / TENTHS;
		yield { stage: 'blending', done: candidates.length, total: candidates.length };
		const weights = best.weights.map((weight, part) => (1 - share) * weight + share * prior[part]!);
		if (isAsGood(lossesOf(parts, weights, labels), best.losses)) return weights;
	}
	return best.weights;
}
