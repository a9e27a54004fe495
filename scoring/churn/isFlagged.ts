import { roundHalfUp } from '../core/roundHalfUp';
import type { RiskDirection } from './Backtest';

/** From this threshold on a score is taken to be one of 0 to 100, of which people see whole numbers. */
const WHOLE_SCALE = 10;

/**
 * Whether a value warns: below the threshold where low is risk, at or above it where high is. Against a whole threshold of at least 10 the rounded
 * value counts, as it does for bands: a health of 69.5 is shown as 70 and does not warn at 70.
 *
 * @example
 * [isFlagged(69.4, 'low', 70), isFlagged(69.5, 'low', 70), isFlagged(0.3, 'high', 0.3)]
 * // => [true, false, true]
 */
export function isFlagged(value: number, direction: RiskDirection, threshold: number): boolean {
	const whole = threshold >= WHOLE_SCALE && Number.isInteger(threshold);
	const seen = whole ? roundHalfUp(value) : value;
	return direction === 'low' ? seen < threshold : seen >= threshold;
}
