import { roundHalfUp } from '../core/roundHalfUp';

/**
 * A number with one decimal at most.
 *
 * @example
 * wordNumber(3.14)
 * // => '3.1'
 */
export function wordNumber(value: number): string {
	return String(roundHalfUp(value * 10) / 10);
}
