import { dayNumber } from '../core/dayNumber';
import { bandOf } from './bandOf';
import type { CompiledDimension, CompiledMetric, CompiledScorecard } from './compileScorecard';
import type { DimensionScore, HealthInput, MetricScore } from './HealthScore';
import type { HealthNumbers } from './prepareHealthScorer';
import { rawValue } from './rawValue';
import { ABSENT } from './readPoints';
import { remainingShare } from './remainingShare';

/**
 * Every dimension of the scorecard with its own score, status and metrics, in the scorecard's order. A dimension of which nothing was
 * observed has no value and coverage 0; one with a ready-made score lists no metrics.
 *
 * @example
 * listDimensions(compileScorecard(FRAMEWORK_SCORECARD).value, EXAMPLE_ACCOUNT, prepareHealthScorer(FRAMEWORK_SCORECARD).value(EXAMPLE_ACCOUNT)).map((dimension) => dimension.status)
 * // => ['Healthy', 'Healthy', 'Healthy', 'Healthy', null]
 */
export function listDimensions(
	card: CompiledScorecard,
	input: HealthInput,
	numbers: HealthNumbers,
): DimensionScore[] {
	return card.dimensions.map((compiled, index) => {
		const slot = card.metrics.length + index;
		const ready = (numbers.weights[slot] as number) > 0;
		const value = ready ? (numbers.points[slot] as number) : meanOf(compiled, numbers);
		const band = bandOf(value, card.scorecard.bands);
		return {
			id: compiled.id,
			label: compiled.dimension.label,
			value,
			band: band?.id ?? null,
			status: band?.status ?? null,
			nominalWeight: compiled.share,
			coverage: ready ? 1 : coverageOf(card, compiled, input, numbers),
			metrics: ready ? [] : metricsOf(card, compiled, input, numbers),
		};
	});
}

function meanOf(dimension: CompiledDimension, numbers: HealthNumbers): number | null {
	let weight = 0;
	let sum = 0;
	for (let slot = dimension.first; slot < dimension.last; slot++) {
		weight += numbers.weights[slot] as number;
		sum += numbers.contributions[slot] as number;
	}
	return weight > 0 ? Math.min(100, sum / weight) : null;
}

function coverageOf(
	card: CompiledScorecard,
	dimension: CompiledDimension,
	input: HealthInput,
	numbers: HealthNumbers,
): number {
	const asOf = dayNumber(input.asOfOn) ?? NaN;
	let coverage = 0;
	for (let slot = dimension.first; slot < dimension.last; slot++) {
		if ((numbers.points[slot] as number) < 0) continue;
		const { id, weight, halfLifeDays } = card.metrics[slot] as CompiledMetric;
		coverage += weight * remainingShare(halfLifeDays, input.observations[id], asOf);
	}
	return coverage > 1 - 1e-12 ? 1 : coverage;
}

function metricsOf(
	card: CompiledScorecard,
	dimension: CompiledDimension,
	input: HealthInput,
	numbers: HealthNumbers,
): MetricScore[] {
	return card.metrics.slice(dimension.first, dimension.last).map(({ id, metric, share }, at) => {
		const observation = input.observations[id];
		const code = numbers.points[dimension.first + at] as number;
		const points = code < 0 ? null : code;
		return {
			id,
			label: metric.label,
			value: rawValue(observation),
			points,
			band: bandOf(points, card.scorecard.bands)?.id ?? null,
			nominalWeight: share,
			observedOn: typeof observation === 'object' ? (observation?.observedOn ?? null) : null,
			absent: absenceOf(code),
		};
	});
}

function absenceOf(code: number): MetricScore['absent'] {
	if (code >= 0) return null;
	if (code === ABSENT.stale) return 'stale';
	return code === ABSENT.invalid ? 'invalid' : 'missing';
}
