import { median } from '../core/median';
import { numberIn } from './numberIn';
import type { RecentWeeks } from './recentWeeks';
import type { Measure, Row } from './Records';

/** Fewer weeks than this say nothing about what is usual. */
const FEWEST_BASELINE_WEEKS = 4;

/** Whole numbers for people; small averages keep one digit. */
const said = (value: number): string =>
	value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));

/**
 * A share of two usage columns in percent over the recent weeks: the sum of `part` over the sum of `whole`, only weeks that
 * have both. Its baseline is the median of the weekly shares of the weeks before. null value when no week has both.
 *
 * @param whole column of the whole, or a fixed whole per week, or null when it is not known
 * @param noun what is counted: "licensed users"
 *
 * @example
 * shareOfWeeks({ recent: [{ a: 17, l: 20 }], before: [], endsOn: '2026-01-11' }, 'a', 'l', 'licensed users')
 * // => { value: 85, observedOn: '2026-01-11', baseline: null, note: '17 of 20 licensed users' }
 */
export function shareOfWeeks(
	weeks: RecentWeeks,
	part: string,
	whole: string | number | null,
	noun: string,
): Measure {
	const wholeOf = (row: Row): number | null => (typeof whole === 'string' ? numberIn(row, whole) : whole);
	let parts = 0;
	let wholes = 0;
	let count = 0;
	for (const row of weeks.recent) {
		const some = numberIn(row, part);
		const all = wholeOf(row);
		if (some === null || all === null || some < 0 || all <= 0) continue;
		parts += some;
		wholes += all;
		count++;
	}
	if (count === 0) return { value: null, observedOn: null };

	const usual: number[] = [];
	for (const row of weeks.before) {
		const some = numberIn(row, part);
		const all = wholeOf(row);
		if (some !== null && all !== null && some >= 0 && all > 0) usual.push((100 * some) / all);
	}
	return {
		value: (100 * parts) / wholes,
		observedOn: weeks.endsOn,
		baseline: usual.length < FEWEST_BASELINE_WEEKS ? null : median(usual),
		note: `${said(parts / count)} of ${said(wholes / count)} ${noun}`,
	};
}
