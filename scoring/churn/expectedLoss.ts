import { roundHalfUp } from '../core/roundHalfUp';

/**
 * Annual recurring revenue to be expected lost within the horizon of the probability: probability (0 to 1) times ARR, in whole minor units of
 * the ARR's currency. null when either is not known.
 *
 * @example
 * expectedLoss(0.78, 12500001)
 * // => 9750001
 */
export function expectedLoss(probability: number | null, arrMinor: number | null): number | null {
	if (probability === null || arrMinor === null) return null;
	if (!Number.isFinite(probability) || !Number.isFinite(arrMinor)) return null;
	return roundHalfUp(Math.min(1, Math.max(0, probability)) * arrMinor);
}
