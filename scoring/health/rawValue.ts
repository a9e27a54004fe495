import type { HealthInput } from './HealthScore';

/**
 * The value of an observation, bare or dated; null when there is none.
 *
 * @example
 * [rawValue(31), rawValue({ value: 31, observedOn: '2024-01-15' }), rawValue(undefined)]
 * // => [31, 31, null]
 */
export function rawValue(
	observation: HealthInput['observations'][string] | undefined,
): number | string | null {
	if (observation === null || observation === undefined) return null;
	if (typeof observation !== 'object') return observation;
	return observation.value ?? null;
}
