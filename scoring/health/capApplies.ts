import type { Observation } from './HealthScore';
import { normaliseAnswer } from './normaliseAnswer';
import type { Cap } from './Scorecard';

/**
 * Whether a cap applies to what was observed of its field. A missing field never triggers it, nor does a text where a number is compared.
 *
 * @example
 * capApplies(FRAMEWORK_SCORECARD.caps[0], 71)
 * // => true
 */
export function capApplies(cap: Cap, observation: Observation | number | string | null | undefined): boolean {
	const value = typeof observation === 'object' ? observation?.value : observation;
	if (value === null || value === undefined) return false;
	const { threshold } = cap;
	if (typeof threshold === 'string') {
		return typeof value === 'string' && normaliseAnswer(value) === normaliseAnswer(threshold);
	}
	if (typeof value !== 'number' || Number.isNaN(value)) return false;
	switch (cap.operator) {
		case 'above':
			return value > threshold;
		case 'at_least':
			return value >= threshold;
		case 'below':
			return value < threshold;
		case 'at_most':
			return value <= threshold;
		default:
			return value === threshold;
	}
}
