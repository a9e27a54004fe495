import { roundHalfUp } from '../core/roundHalfUp';

/**
 * A relative change: -0.43 is "fell 43 %"; less than half a percent did not change.
 *
 * @example
 * [wordChange(-0.434), wordChange(0.2), wordChange(0)]
 * // => ['fell 43 %', 'rose 20 %', 'did not change']
 */
export function wordChange(change: number): string {
	const percent = roundHalfUp(Math.abs(change) * 100);
	if (percent === 0) return 'did not change';
	return `${change < 0 ? 'fell' : 'rose'} ${percent} %`;
}
