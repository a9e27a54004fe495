import type { Row } from '../measures/Records';
import { addDays } from '../core/addDays';
import { dayIn } from './dayIn';

const SPAN_DAYS = 730;
const FEWEST = 20;

/**
 * The renewal rate of the own portfolio, 0 to 1: renewed over renewed and churned of the last two years, from rows of cs_outcomes known by the
 * day. Smoothed by one success and one failure, so it is never 0 or 1. null with fewer than 20 of them (project choice): too few to tell.
 *
 * @param today YYYY-MM-DD
 *
 * @example
 * measurePortfolioRate([{ kind: 'renewed', occurred_on: '2024-01-01' }], '2024-11-24')
 * // => null
 */
export function measurePortfolioRate(outcomes: readonly Row[], today: string): number | null {
	const oldest = addDays(today, -SPAN_DAYS);
	let renewed = 0;
	let churned = 0;
	for (const row of outcomes) {
		const on = dayIn(row, 'occurred_on');
		if (on === null || on === undefined || on > today || on < oldest) continue;
		const knownOn = dayIn(row, 'known_at');
		if (typeof knownOn === 'string' && knownOn > today) continue;
		if (row.kind === 'renewed') renewed++;
		else if (row.kind === 'churned') churned++;
	}
	const count = renewed + churned;
	return count < FEWEST ? null : (renewed + 1) / (count + 2);
}
