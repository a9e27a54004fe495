import { compileScorecard } from './compileScorecard';
import { findMetric } from './findMetric';
import { readPoints } from './readPoints';
import type { Scorecard } from './Scorecard';
import type { MeasuredTerm } from './snapshotScore';

/**
 * Points (0 to 100) that a recorded raw value earns under another scorecard. The recorded points stay where they cannot be
 * made again: a ready-made dimension score, a measure the scorecard does not know, one compared with a baseline or peers of that day,
 * a value that the new rubric cannot read.
 *
 * @example
 * rescorePoints(FRAMEWORK_SCORECARD, ['active_users', 85, 50, 0.1, 5])
 * // => 88.75
 */
export function rescorePoints(scorecard: Scorecard, [id, value, points]: MeasuredTerm): number {
	const metric = findMetric(scorecard, id)?.metric;
	const compiled = compileScorecard(scorecard);
	if (!metric || metric.normalisation !== 'none' || !compiled.ok) return points;
	const laidOut = compiled.value.metrics.find((candidate) => candidate.id === id);
	const earned = laidOut ? readPoints(laidOut, value, 0) : -1;
	return earned < 0 ? points : earned;
}
