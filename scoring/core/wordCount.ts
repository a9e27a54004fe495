import { roundHalfUp } from './roundHalfUp';

/**
 * A number of things, with what is said of them where that depends on the number.
 *
 * @param plural for more than one, and for none; left out: the noun with an s
 *
 * @example
 * [wordCount(1, 'day'), wordCount(12, 'day'), wordCount(2, 'account has', 'accounts have')]
 * // => ['1 day', '12 days', '2 accounts have']
 */
export function wordCount(number: number, noun: string, plural = `${noun}s`): string {
	const whole = roundHalfUp(number);
	return `${whole} ${whole === 1 ? noun : plural}`;
}
