import { roundHalfUp } from '../core/roundHalfUp';
import type { Band } from './Scorecard';

/**
 * Band of a score (0 to 100, unrounded): the score is rounded half up first, so that no decimal falls between two bands
 * (69.5 is 70). `bands` run from the best to the worst, `from` is inclusive. null for a missing score.
 *
 * @example
 * bandOf(81.8, HEALTH_BANDS)?.id
 * // => 'good'
 */
export function bandOf(score: number | null, bands: readonly Band[]): Band | null {
	if (score === null || Number.isNaN(score)) return null;
	const rounded = roundHalfUp(score);
	return bands.find((band) => rounded >= band.from) ?? null;
}
