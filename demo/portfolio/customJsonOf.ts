import { formatDay } from './formatDay';
import type { Review } from './PortfolioRows';

/**
 * cs_accounts.custom_json as it read at the end of a day: the last word on each subject and, as "<id>_on", the day it was said.
 * null when nothing had been said.
 *
 * @param day day number
 */
export function customJsonOf(reviews: readonly Review[], day: number): string | null {
	const custom: Record<string, string | number> = {};
	for (const review of reviews) {
		if (review.day > day) break;
		for (const [id, value] of Object.entries(review.values)) {
			custom[id] = value;
			custom[`${id}_on`] = formatDay(review.day);
		}
	}
	return Object.keys(custom).length === 0 ? null : JSON.stringify(custom);
}
