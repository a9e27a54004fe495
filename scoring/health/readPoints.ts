import { dayNumber } from '../core/dayNumber';
import { percentileRank } from '../core/percentileRank';
import type { CompiledMetric } from './compileScorecard';
import type { Observation } from './HealthScore';
import { interpolatePoints } from './interpolatePoints';
import { normaliseAnswer } from './normaliseAnswer';

/** What `readPoints` returns instead of points; numbers, because a million accounts with 14 metrics leave no room for objects. */
export const ABSENT = { missing: -1, stale: -2, invalid: -3 } as const;

/**
 * Points (0 to 100) that an observation earns, or a negative code of ABSENT: `missing` (null, or no baseline or peers to compare with),
 * `stale` (older than the metric allows), `invalid` (not a finite number, an unknown answer, a day that is none or lies after the score).
 * `asOf` is the day number of the score.
 *
 * @example
 * readPoints(compileScorecard(FRAMEWORK_SCORECARD).value.metrics[0], 85, 19737)
 * // => 88.75
 */
export function readPoints(
	metric: CompiledMetric,
	observation: Observation | number | string | null | undefined,
	asOf: number,
): number {
	if (observation === null || observation === undefined) return ABSENT.missing;
	if (typeof observation !== 'object') return pointsOfValue(metric, observation, null);
	const { value } = observation;
	if (value === null || value === undefined) return ABSENT.missing;
	const age = ageInDays(observation, asOf);
	if (!(age >= 0)) return ABSENT.invalid;
	const points = pointsOfValue(metric, value, observation);
	return points >= 0 && age > metric.staleAfterDays ? ABSENT.stale : points;
}

function ageInDays(observation: Observation, asOf: number): number {
	const { observedOn } = observation;
	if (observedOn === null || observedOn === undefined) return 0;
	const observed = dayNumber(observedOn);
	return observed === null ? NaN : asOf - observed;
}

function pointsOfValue(
	metric: CompiledMetric,
	value: number | string,
	observation: Observation | null,
): number {
	if (typeof value === 'string') {
		return metric.answers.get(value) ?? metric.answers.get(normaliseAnswer(value)) ?? ABSENT.invalid;
	}
	if (typeof value !== 'number' || metric.values.length === 0 || !Number.isFinite(value))
		return ABSENT.invalid;
	if (metric.plain) return interpolatePoints(value, metric.values, metric.points);
	const compared = compare(metric, value, observation);
	return compared === null ? ABSENT.missing : interpolatePoints(compared, metric.values, metric.points);
}

/** The value in percent of the account's own baseline, or its percentile among peers; null without something to compare with. */
function compare(metric: CompiledMetric, value: number, observation: Observation | null): number | null {
	if (metric.metric.normalisation === 'segment_percentile')
		return percentileRank(value, observation?.peers ?? []);
	const baseline = observation?.baseline;
	return typeof baseline === 'number' && baseline > 0 && baseline < Infinity
		? (value / baseline) * 100
		: null;
}
