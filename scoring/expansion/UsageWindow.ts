import type { Row } from '../measures/Records';

/** Half a year of week rows of one account, newest last. */
export interface UsageWindow {
	/** One slot per calendar week; null: no row that week. */
	readonly weeks: readonly (Row | null)[];
	/** First day (Monday) of each slot, YYYY-MM-DD. */
	readonly days: readonly string[];
	/** Last day of the newest week, YYYY-MM-DD. */
	readonly endsOn: string;
}

/** How far all accounts together stood above or below their own usual level in a week, by the week's first day; in the scale of the test. */
export type Season = ReadonlyMap<string, number>;

/** What a test on a series found; all numbers are in the unit of the column unless said otherwise. */
export interface SeriesTest {
	readonly fires: boolean;
	/** `level`: recent weeks against those before; `trend`: a steady rise; `rise`: above everything seen before. */
	readonly method: 'level' | 'trend' | 'rise';
	/** Median of the recent weeks. */
	readonly value: number;
	/** Median of the weeks before. */
	readonly baseline: number;
	/** Relative change (0.3: plus 30 %), or the difference for shares and counts. */
	readonly change: number;
	/** Standard score with the series' own noise and autocorrelation; null for a rise above the maximum. */
	readonly z: number | null;
	/** 0 to 1: how likely chance alone rises this much. */
	readonly pValue: number;
	/** Weeks observed. */
	readonly n: number;
}
