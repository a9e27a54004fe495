import { daysBetween } from '../core/daysBetween';

/** Horizons of the seed's expansion strategy: week 1, weeks 2 to 4, months 2 to 6. */
export type Horizon = 'week_1' | 'weeks_2_4' | 'months_2_6' | 'later' | 'overdue';

const HORIZONS = [
	['overdue', -1],
	['week_1', 7],
	['weeks_2_4', 28],
	['months_2_6', 183],
] as const;

/**
 * In which horizon of the expansion strategy a day lies, seen from today: week 1, weeks 2 to 4, months 2 to 6, later, or overdue when it has
 * passed. null: one of the days is none.
 *
 * @param today YYYY-MM-DD
 * @param day YYYY-MM-DD on which something is due or expected
 *
 * @example
 * [horizonOf('2026-01-01', '2026-01-08'), horizonOf('2026-01-01', '2026-01-29'), horizonOf('2026-01-01', '2026-04-01')]
 * // => ['week_1', 'weeks_2_4', 'months_2_6']
 */
export function horizonOf(today: string, day: string): Horizon | null {
	const days = daysBetween(today, day);
	if (days === null) return null;
	return HORIZONS.find(([, last]) => days <= last)?.[0] ?? 'later';
}
