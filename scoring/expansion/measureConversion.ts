import { daysBetween } from '../core/daysBetween';
import { wilsonInterval } from '../learn/wilsonInterval';
import type { ExpansionDeal } from './ExpansionDeal';

/** Standard errors of a 95 % interval. */
const Z_95 = 1.959964;

export interface Conversion {
	/** Deals found at least one cycle ago, whatever became of them. */
	readonly n: number;
	readonly wonInCycle: number;
	/** 0 to 1; null: n is 0. */
	readonly rate: number | null;
	/** 95 % interval of the rate. */
	readonly low: number;
	readonly high: number;
	/** Found less than one cycle ago; they do not count yet, not even those already won: quick wins alone would flatter the rate. */
	readonly running: number;
	/** Deals without a day of discovery; they are in no count. */
	readonly undated: number;
	/** Mean days from finding to winning of those won; null: none. */
	readonly meanDaysToWin: number | null;
}

/**
 * Share of opportunities sold within the sales cycle (90 days; the target is 85 %), from their own discovery to the day they were won. Only deals
 * found at least one cycle ago count, so that each had the same time; an open or lost one is not sold.
 *
 * @param day YYYY-MM-DD
 *
 * @example
 * measureConversion([{ type: 'upsell', status: 'won', row: {}, copy: null, keys: [], discoveredOn: '2026-01-01', closedOn: '2026-02-20' }], '2026-05-01', 90).rate
 * // => 1
 */
export function measureConversion(
	deals: Iterable<ExpansionDeal>,
	day: string,
	cycleDays: number,
): Conversion {
	let [n, wonInCycle, running, undated, won, days] = [0, 0, 0, 0, 0, 0];
	for (const { status, discoveredOn, closedOn } of deals) {
		const age = daysBetween(discoveredOn, day);
		const length = daysBetween(discoveredOn, closedOn);
		if (age === null || age < 0 || (status !== 'open' && (length === null || length < 0))) {
			undated++;
			continue;
		}
		if (status === 'won' && length !== null) {
			won++;
			days += length;
		}
		if (age < cycleDays) {
			running++;
			continue;
		}
		n++;
		if (status === 'won' && length !== null && length <= cycleDays) wonInCycle++;
	}
	return {
		n,
		wonInCycle,
		rate: n === 0 ? null : wonInCycle / n,
		...wilsonInterval(wonInCycle, n, Z_95),
		running,
		undated,
		meanDaysToWin: won === 0 ? null : days / won,
	};
}
