import { dayNumber } from '../core/dayNumber';
import type { ScorePoint } from './thinToWeeks';

/**
 * Value of a dated line on a day: linear between its points, flat before the first and after the last. The points are sorted by day.
 * null when there are none or the day is none.
 *
 * @example
 * interpolateDay([{ on: '2024-01-01', value: 10 }, { on: '2024-01-11', value: 20 }], '2024-01-04')
 * // => 13
 */
export function interpolateDay(line: readonly ScorePoint[], on: string): number | null {
	const day = dayNumber(on);
	if (day === null || line.length === 0) return null;
	let after = 0;
	for (let until = line.length; after < until; ) {
		const middle = (after + until) >> 1;
		if ((line[middle] as ScorePoint).on < on) after = middle + 1;
		else until = middle;
	}
	if (after === line.length) return (line.at(-1) as ScorePoint).value;
	const right = line[after] as ScorePoint;
	const left = line[after - 1];
	if (left === undefined || right.on === on) return right.value;
	const from = dayNumber(left.on) ?? day;
	const run = (dayNumber(right.on) ?? day) - from;
	return left.value + ((right.value - left.value) * (day - from)) / run;
}
