import { wordCount } from '../core/wordCount';

/**
 * Days from today in words.
 *
 * @param days whole; negative: they passed
 *
 * @example
 * [wordDays(8), wordDays(1), wordDays(0), wordDays(-3)]
 * // => ['in 8 days', 'in 1 day', 'today', '3 days ago']
 */
export function wordDays(days: number): string {
	if (days === 0) return 'today';
	const count = wordCount(Math.abs(days), 'day');
	return days < 0 ? `${count} ago` : `in ${count}`;
}
