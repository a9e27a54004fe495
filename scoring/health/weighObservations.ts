import { dayNumber } from '../core/dayNumber';
import type { CompiledDimension, CompiledMetric, CompiledScorecard } from './compileScorecard';
import type { HealthInput } from './HealthScore';
import { readDimensionPoints } from './readDimensionPoints';
import { ABSENT, readPoints } from './readPoints';
import { remainingShare } from './remainingShare';

/** One slot per metric of the scorecard in its order, then one per dimension (used where a ready-made dimension score replaces its metrics). */
export interface WeighedObservations {
	/** 0 to 100, or a negative code of ABSENT. */
	readonly points: number[];
	/** Effective share of the score, 0 to 1; 0: does not count. */
	readonly weights: number[];
	/** Nominal share of the score that was observed, 0 to 1. */
	coverage: number;
	/** Points earned by it, at its nominal share. */
	nominalPoints: number;
}

/**
 * Points and effective weights of everything that was observed: decayed weights inside a dimension are scaled up to the dimension's
 * share, the shares of the observed dimensions are scaled up to 1. All weights are 0 when nothing was observed.
 *
 * @example
 * weighObservations(compileScorecard(FRAMEWORK_SCORECARD).value, { accountId: 'a', asOfOn: '2024-01-15', observations: { growth_potential: 75 } }).weights.at(-1)
 * // => 1
 */
export function weighObservations(card: CompiledScorecard, input: HealthInput): WeighedObservations {
	const asOf = dayNumber(input.asOfOn) ?? NaN;
	const result: WeighedObservations = { points: [], weights: [], coverage: 0, nominalPoints: 0 };
	for (let slot = card.metrics.length + card.dimensions.length; slot > 0; slot--) {
		result.points.push(ABSENT.missing);
		result.weights.push(0);
	}
	let observedShare = 0;
	for (let index = 0; index < card.dimensions.length; index++) {
		const dimension = card.dimensions[index] as CompiledDimension;
		const slot = card.metrics.length + index;
		const observed =
			weighReadyMade(result, dimension, slot, input, asOf) ||
			weighMetrics(result, card, dimension, input, asOf);
		if (observed) observedShare += dimension.share;
	}
	// A sum of shares may miss 1 by the last digit; full coverage must be exactly 1.
	if (result.coverage > 1 - 1e-12) result.coverage = 1;
	if (observedShare < 1 - 1e-12 && observedShare > 0) {
		for (let slot = 0; slot < result.weights.length; slot++) {
			result.weights[slot] = (result.weights[slot] as number) / observedShare;
		}
	}
	return result;
}

function weighReadyMade(
	result: WeighedObservations,
	dimension: CompiledDimension,
	slot: number,
	input: HealthInput,
	asOf: number,
): boolean {
	const observation = input.observations[dimension.id] ?? input.observations[dimension.alias];
	if (observation === null || observation === undefined) return false;
	const points = readDimensionPoints(dimension, observation, asOf);
	result.points[slot] = points;
	if (points < 0) return false;
	result.weights[slot] = dimension.share;
	result.coverage += dimension.share;
	result.nominalPoints += dimension.share * points;
	return true;
}

function weighMetrics(
	result: WeighedObservations,
	card: CompiledScorecard,
	dimension: CompiledDimension,
	input: HealthInput,
	asOf: number,
): boolean {
	const { first, last, share } = dimension;
	const { points, weights } = result;
	let inside = 0;
	let sum = 0;
	for (let slot = first; slot < last; slot++) {
		const metric = card.metrics[slot] as CompiledMetric;
		const observation = input.observations[metric.id];
		const earned = readPoints(metric, observation, asOf);
		points[slot] = earned;
		if (earned < 0) continue;
		const weight = metric.weight * remainingShare(metric.halfLifeDays, observation, asOf);
		weights[slot] = weight;
		inside += weight;
		sum += weight * earned;
	}
	if (inside === 0) return false;
	const scale = share / inside;
	for (let slot = first; slot < last; slot++) weights[slot] = (weights[slot] as number) * scale;
	result.coverage += share * inside;
	result.nominalPoints += share * sum;
	return true;
}
