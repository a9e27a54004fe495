import type { RunRow } from './AlertRows';

/**
 * The last business day before `businessDayOn` whose alerts were raised (stage alert done in cs_runs, those of this score not held back),
 * YYYY-MM-DD; null when there is none, as before the first run.
 *
 * @example
 * lastAlertedOn([], '2024-01-15')
 * // => null
 */
export function lastAlertedOn(
	runs: readonly RunRow[],
	businessDayOn: string,
	score = 'health',
): string | null {
	const days = runs
		.filter((row) => row.stage === 'alert' && row.status === 'done' && row.business_day_on < businessDayOn)
		.filter((row) => !(row.suppressed ?? []).includes(score))
		.map((row) => row.business_day_on)
		.sort();
	return days.at(-1) ?? null;
}
