import { roundHalfUp } from '../core/roundHalfUp';
import { CHURN_BANDS, type ChurnBand } from './churnBands';

/**
 * Band of a churn probability in percent or a rule risk (0 to 100, unrounded): rounded half up first, so that no decimal falls between two
 * bands. `bands` run from the worst to the best. null without a value.
 *
 * @example
 * [churnBandOf(73)?.id, churnBandOf(78)?.id, churnBandOf(null)]
 * // => ['high', 'critical', null]
 */
export function churnBandOf(
	value: number | null,
	bands: readonly ChurnBand[] = CHURN_BANDS,
): ChurnBand | null {
	if (value === null || Number.isNaN(value)) return null;
	const rounded = roundHalfUp(value);
	return bands.find(({ from }) => rounded >= from) ?? bands.at(-1) ?? null;
}
