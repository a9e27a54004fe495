import type { Warning } from './Model';

const STALE_DAYS = 45;

/**
 * The warning that a model was trained more than 45 days ago; null when it was not, or its age is unknown.
 *
 * @example
 * [warnStale(45), warnStale(46)?.code, warnStale(null)]
 * // => [null, 'stale', null]
 */
export function warnStale(ageDays: number | null): Warning | null {
	if (ageDays === null || !(ageDays > STALE_DAYS)) return null;
	return {
		code: 'stale',
		text: `The model is ${ageDays} days old, more than ${STALE_DAYS}: fresh rows matter more than the method, so train again.`,
	};
}
