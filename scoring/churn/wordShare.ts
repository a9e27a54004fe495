import { roundHalfUp } from '../core/roundHalfUp';

/**
 * A share 0 to 1 for people, as whole percent; what is neither none nor all is never rounded to 0 or 100 %. null is "unknown".
 *
 * @example
 * [wordShare(0.625), wordShare(0.999), wordShare(null)]
 * // => ['63 %', 'over 99 %', 'unknown']
 */
export function wordShare(share: number | null): string {
	if (share === null || Number.isNaN(share)) return 'unknown';
	if (share > 0 && share < 0.005) return 'under 1 %';
	if (share < 1 && share >= 0.995) return 'over 99 %';
	return `${roundHalfUp(100 * share)} %`;
}
