import { roundHalfUp } from '../core/roundHalfUp';

/**
 * A share as whole percent.
 *
 * @example
 * wordPercent(0.346)
 * // => '35 %'
 */
export function wordPercent(share: number): string {
	return `${roundHalfUp(share * 100)} %`;
}
