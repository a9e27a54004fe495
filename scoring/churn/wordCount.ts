import { roundHalfUp } from '../core/roundHalfUp';

/**
 * A number of things.
 *
 * @example
 * [wordCount(1, 'day'), wordCount(12, 'day')]
 * // => ['1 day', '12 days']
 */
export function wordCount(number: number, noun: string): string {
	return `${roundHalfUp(number)} ${noun}${roundHalfUp(number) === 1 ? '' : 's'}`;
}
