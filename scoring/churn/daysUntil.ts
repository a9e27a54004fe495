import { dayNumber } from '../core/dayNumber';
import { theilSen } from '../core/theilSen';

export interface RiskPoint {
	/** YYYY-MM-DD */
	readonly on: string;
	/** Probability, 0 to 1. */
	readonly value: number;
}

const FEWEST_POINTS = 3;
/** Older points say little of the pace of today. */
const WINDOW_DAYS = 60;
/** No pace lasts longer than this. */
const FARTHEST_DAYS = 180;
const EDGE = 1e-4;

const logOdds = (probability: number): number => {
	const held = Math.min(1 - EDGE, Math.max(EDGE, probability));
	return Math.log(held / (1 - held));
};

/**
 * Whole days after the newest point until a probability reaches a threshold, if it goes on as it did: Theil and Sen's line through the
 * log-odds of the last 60 days, so that one odd run does not matter and 100 % is never passed. 0 when it is there already. null when there are
 * fewer than three points, when it does not rise, and beyond twice the days that were observed or 180: nobody can see that far.
 * The seed prints 14 days without a formula; this one is ours.
 *
 * @example
 * daysUntil([{ on: '2026-01-01', value: 0.6 }, { on: '2026-01-08', value: 0.67 }, { on: '2026-01-15', value: 0.73 }], 0.85)
 * // => 18
 */
export function daysUntil(points: readonly RiskPoint[], threshold: number): number | null {
	const dated = points
		.flatMap(({ on, value }) => {
			const day = dayNumber(on);
			return day === null || !Number.isFinite(value) ? [] : [{ day, value }];
		})
		.sort((left, right) => left.day - right.day);
	const last = dated.at(-1);
	if (last === undefined) return null;
	if (last.value >= threshold) return 0;
	const recent = dated.filter(({ day }) => day > last.day - WINDOW_DAYS);
	const first = recent[0] as (typeof dated)[number];
	if (new Set(recent.map(({ day }) => day)).size < FEWEST_POINTS) return null;
	const line = theilSen(
		recent.map(({ day }) => day - last.day),
		recent.map(({ value }) => logOdds(value)),
	);
	if (line === null || line.slope <= 0) return null;
	const days = Math.ceil((logOdds(threshold) - line.intercept) / line.slope - 1e-9);
	if (days > Math.min(FARTHEST_DAYS, 2 * (last.day - first.day))) return null;
	return Math.max(1, days);
}
