import { dayNumber } from '../core/dayNumber';
import type { CompiledDimension } from './compileScorecard';
import type { Observation } from './HealthScore';
import { ABSENT } from './readPoints';

/**
 * A ready-made dimension score (0 to 100), or a negative code of ABSENT. Outside 0 to 100 it is `invalid`: clamping would hide a score on
 * another scale. It goes stale with the most patient of the metrics that it replaces.
 *
 * @example
 * readDimensionPoints(compileScorecard(FRAMEWORK_SCORECARD).value.dimensions[0], 85, 19737)
 * // => 85
 */
export function readDimensionPoints(
	dimension: CompiledDimension,
	observation: Observation | number | string | null | undefined,
	asOf: number,
): number {
	const dated = typeof observation === 'object' && observation !== null ? observation : null;
	const value = dated ? dated.value : observation;
	if (value === null || value === undefined) return ABSENT.missing;
	if (typeof value !== 'number' || !(value >= 0 && value <= 100)) return ABSENT.invalid;
	if (!dated || dated.observedOn === null || dated.observedOn === undefined) return value as number;
	const age = asOf - (dayNumber(dated.observedOn) ?? NaN);
	if (!(age >= 0)) return ABSENT.invalid;
	return age > dimension.staleAfterDays ? ABSENT.stale : (value as number);
}
