import type { AlertSubject } from './AlertSubject';

/**
 * Whether a rounded score lies on the bad side of a threshold (0 to 100): less than it where low is bad, at least it where high is bad. A
 * threshold of 0 is switched off.
 *
 * @example
 * isBeyond(churnSubject, 70, 70)
 * // => true
 */
export function isBeyond(subject: AlertSubject, rounded: number, threshold: number): boolean {
	if (subject.bad === 'low') return rounded < threshold;
	return threshold > 0 && rounded >= threshold;
}
