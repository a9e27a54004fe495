import { dayNumber } from '../core/dayNumber';
import type { HealthInput } from './HealthScore';

/**
 * What a half-life leaves of a metric's weight, 0 to 1, at the day number of the score; 1 without half-life (0) and for an
 * undated observation, which is as of the score.
 *
 * @example
 * remainingShare(30, { value: 85, observedOn: '2023-12-16' }, dayNumber('2024-01-15'))
 * // => 0.5
 */
export function remainingShare(
	halfLifeDays: number,
	observation: HealthInput['observations'][string] | undefined,
	asOf: number,
): number {
	if (halfLifeDays <= 0 || typeof observation !== 'object' || observation === null) return 1;
	const day = dayNumber(observation.observedOn);
	return day === null ? 1 : 2 ** ((day - asOf) / halfLifeDays);
}
