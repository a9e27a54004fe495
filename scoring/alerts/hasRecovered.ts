import type { AlertSubject } from './AlertSubject';

/**
 * Whether an open episode of a cause ends with this rounded score: back on the good side of the threshold by the subject's margin. The threshold
 * is read from the cause, so that an episode also ends after the threshold in the settings was changed. Causes of other subjects never end here.
 *
 * @example
 * [hasRecovered(churnSubject, 66, 'churn_above_70'), hasRecovered(churnSubject, 64, 'churn_above_70')]
 * // => [false, true]
 */
export function hasRecovered(subject: AlertSubject, rounded: number, cause: string): boolean {
	if (!cause.startsWith(subject.causePrefix)) return false;
	const digits = cause.slice(subject.causePrefix.length);
	if (!/^\d+(?:\.\d+)?$/.test(digits)) return false;
	const threshold = Number(digits);
	return subject.bad === 'low' ? rounded >= threshold + subject.margin : rounded < threshold - subject.margin;
}
